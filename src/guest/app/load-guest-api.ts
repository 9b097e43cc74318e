import { Refusal } from '../../protocol/problems.ts';
import type { GuestApi, GuestApiInput } from '../registration/guest-api.ts';
import { loadGuestApiParts } from './load-parts.ts';

/** Throws Refusal `offline` where it can't be fetched. */
export async function loadGuestApi(input: GuestApiInput): Promise<GuestApi> {
  try {
    return (await loadGuestApiParts()).createGuestApi(input);
  } catch {
    throw new Refusal('offline');
  }
}
