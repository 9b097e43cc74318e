import type { SignedManifest } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { KeyPurpose } from '../../protocol/staff.ts';
import { keyIdOf, type RawKeyPair } from '../../crypto/key-pair.ts';
import { openRecovery, sheetIdOf } from '../../crypto/recovery.ts';
import { parseRecoveryCode } from '../../crypto/recovery-code.ts';
import { verifyManifest } from '../../crypto/verify-manifest.ts';
import type { DoorApi } from '../api/staff-api.ts';

/** What a recovery sheet has opened, in this device's memory. Secret. */
export interface OpenedSheet {
  readonly property: string;
  /** Names the sheet to the server. */
  readonly sheet: string;
  readonly madeOn: string;
  readonly root: RawKeyPair;
  readonly fingerprint: string;
  readonly manifest: SignedManifest;
  /** The keys it holds that the hotel has had, each with its epoch. */
  readonly keys: readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair; readonly epoch: number }[];
  /** Today's keys it doesn't hold: what is sealed to them stays shut. */
  readonly missing: readonly KeyPurpose[];
}

/**
 * Opens the hotel's sealed keyring with the code of its recovery sheet. The root on the sheet is what everything else is believed by.
 * Throws Refusal `wrong_recovery_code` (detail `length`, `character` or `checksum`: a slip; `another sheet`), `recovery_wrong` (no sheet
 * of this hotel), `sheet_replaced`, `too_many_attempts`, `manifest_signature` and the like where the server's hotel isn't the sheet's.
 */
export async function openWithSheet(
  door: Pick<DoorApi, 'startRestoration'>,
  property: string,
  typed: string,
): Promise<OpenedSheet> {
  const secret = await parseRecoveryCode(typed);
  const sheet = await sheetIdOf(secret);
  const offer = await door.startRestoration(property, sheet);
  const { root, purposes } = await openRecovery(property, secret, offer.record);
  if (root === null) throw new Refusal('cannot_open', 'root');
  const fingerprint = await keyIdOf(root.publicKey);
  // One that has run out still names the hotel's keys.
  const manifest = await verifyManifest(offer.manifest, { fingerprint, property, now: 0, lastSequence: 0 });
  const keys: OpenedSheet['keys'][number][] = [];
  const held = new Set<string>();
  for (const { pair } of purposes) {
    const keyId = await keyIdOf(pair.publicKey);
    const known = offer.keys.find((key) => key.keyId === keyId);
    if (known === undefined || held.has(keyId)) continue;
    held.add(keyId);
    keys.push({ purpose: known.purpose, pair, epoch: known.epoch });
  }
  const { card, purposes: offered } = manifest.manifest;
  const missing = [
    { purpose: 'card' as const, keyId: card.keyId },
    ...offered.map(({ id, keyId }) => ({ purpose: id, keyId })),
  ].flatMap(({ purpose, keyId }) => (held.has(keyId) ? [] : [purpose]));
  const { madeOn } = offer.record;
  return { property, sheet, madeOn, root, fingerprint, manifest, keys, missing };
}
