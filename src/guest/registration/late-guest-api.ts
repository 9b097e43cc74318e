import { loadGuestApiParts } from '../app/load-parts.ts';
import { orOffline } from '../app/or-offline.ts';
import type { GuestApi, GuestApiInput } from './guest-api.ts';

/** The guest's api, made of what is fetched before its first call. Throws Refusal `offline` also where that can't be fetched. */
export function lateGuestApi(input: GuestApiInput): GuestApi {
  let made: GuestApi | null = null;
  const api = async () => (made ??= (await orOffline(loadGuestApiParts)).createGuestApi(input));
  return {
    property: async (...asked) => (await api()).property(...asked),
    register: async (...asked) => (await api()).register(...asked),
    status: async (...asked) => (await api()).status(...asked),
    view: async (...asked) => (await api()).view(...asked),
    change: async (...asked) => (await api()).change(...asked),
    delete: async (...asked) => (await api()).delete(...asked),
    handedProof: async (...asked) => (await api()).handedProof(...asked),
    log: async (...asked) => (await api()).log(...asked),
  };
}
