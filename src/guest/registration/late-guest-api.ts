import type { GuestApi } from './guest-api.ts';

/** The same calls, made by what `load` fetches before the first of them. */
export function lateGuestApi(load: () => Promise<GuestApi>): GuestApi {
  return {
    property: async (...asked) => (await load()).property(...asked),
    register: async (...asked) => (await load()).register(...asked),
    status: async (...asked) => (await load()).status(...asked),
    view: async (...asked) => (await load()).view(...asked),
    change: async (...asked) => (await load()).change(...asked),
    delete: async (...asked) => (await load()).delete(...asked),
    handedProof: async (...asked) => (await load()).handedProof(...asked),
    log: async (...asked) => (await load()).log(...asked),
  };
}
