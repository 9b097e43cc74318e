import { Refusal } from '../../protocol/problems.ts';
import { purposeIds } from '../../protocol/purposes.ts';
import type { Grant } from '../../protocol/staff.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';
import type { Hotels } from './hotels.ts';

/**
 * Grants are for keys of the current manifest, or for earlier ones the giver was granted for the same purpose, each once.
 * Throws Refusal `malformed` or `unknown_key`.
 */
export async function checkHeldGrants(
  { store, hotels }: { readonly store: Store; readonly hotels: Hotels },
  { property, person }: ActiveSession,
  grants: readonly Grant[],
): Promise<void> {
  if (new Set(grants.map(({ keyId }) => keyId)).size !== grants.length) throw new Refusal('malformed', 'grants');
  const { manifest } = (await hotels.get(property)).current;
  const held = new Map<string, ReadonlySet<string>>();
  for (const purpose of ['card', ...purposeIds] as const)
    held.set(purpose, new Set(await store.grantedKeys(person, purpose)));
  for (const { purpose, keyId, epoch } of grants) {
    const current = purpose === 'card' ? manifest.card : manifest.purposes.find(({ id }) => id === purpose);
    const today = current?.keyId === keyId && epoch === manifest.epoch;
    const earlier = current?.keyId !== keyId && epoch <= manifest.epoch && held.get(purpose)?.has(keyId) === true;
    if (!today && !earlier) throw new Refusal('unknown_key', `grants.${purpose}`);
  }
}
