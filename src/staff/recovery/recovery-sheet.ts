import type { Manifest, SealingKey } from '../../protocol/manifest.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { KeyBundle } from '../../crypto/key-bundle.ts';
import {
  checkKeyring,
  makeRecoverySheet,
  makeTestRecord,
  openRecovery,
  openTestRecord,
  sheetIdOf,
} from '../../crypto/recovery.ts';
import { parseRecoveryCode } from '../../crypto/recovery-code.ts';
import { readHotel } from '../session/read-hotel.ts';
import { grantedKeys, requireOwnKey, type Session } from '../session/sign-in.ts';

type Owner = Pick<Session, 'api' | 'property'>;

/**
 * What a new sheet gets: every key the person can open. One of the hotel's of today may not be missing, for no such sheet could be
 * proven. Throws Refusal `own_key_damaged`.
 */
export async function keysForSheet(session: Session, { card, purposes }: Manifest): ReturnType<typeof grantedKeys> {
  for (const { keyId } of [card, ...purposes]) requireOwnKey(session, keyId);
  return grantedKeys(session);
}

/**
 * Makes a new sheet and stores its sealed part; from then on an older sheet opens nothing. Returns the code, for paper only.
 * Throws Refusal as the server gives it.
 */
export async function makeSheet(
  { api, property }: Owner,
  card: SealingKey,
  bundle: Pick<KeyBundle, 'root' | 'purposes'>,
  { now, random }: { readonly now: number; readonly random: RandomBytes },
): Promise<string> {
  const { code, upload } = await makeRecoverySheet({
    property,
    card,
    bundle: { ...bundle, person: null },
    now,
    random,
  });
  await api.makeRecovery(upload);
  return code;
}

/**
 * Proves that the sheet opens the hotel's keys: what was typed or scanned opens the keyring, the keyring holds every key the signed
 * manifest names, and opens the test record. Throws Refusal `wrong_recovery_code` (detail `length`, `character` or `checksum`: a slip, which
 * tries nothing), `recovery_wrong` for a code of another sheet, `cannot_open` where a key is missing, and the server's.
 */
export async function proveSheet(session: Session, typed: string): Promise<void> {
  const { api, property } = session;
  const { bundle } = await openWhole(session, typed);
  await api.proveRecovery(await openTestRecord(property, bundle, (await api.recovery()).test));
}

/** Proves it once more, with a test record nobody has opened before. Throws as `proveSheet`. */
export async function rehearseSheet(
  session: Session,
  typed: string,
  { now, random }: { readonly now: number; readonly random: RandomBytes },
): Promise<void> {
  const { api, property } = session;
  const { bundle, card } = await openWhole(session, typed);
  await api.renewRecoveryTest(await makeTestRecord({ property, card, now, random }));
  await api.proveRecovery(await openTestRecord(property, bundle, (await api.recovery()).test));
}

/** The hotel's keyring out of its sheet, whole. */
async function openWhole(session: Session, typed: string): Promise<{ bundle: KeyBundle; card: SealingKey }> {
  const { api, property } = session;
  const secret = await parseRecoveryCode(typed);
  const bundle = await openOrTell(api, property, secret);
  const { manifest } = (await readHotel(session)).manifest;
  await checkKeyring(bundle, manifest);
  return { bundle, card: manifest.card };
}

/** A code that isn't this sheet's is found here; the server is told by the name of the sheet it would be, so that the log has the attempt. */
async function openOrTell(api: Session['api'], property: string, secret: Uint8Array<ArrayBuffer>): Promise<KeyBundle> {
  const { record } = await api.recovery();
  try {
    return await openRecovery(property, secret, record);
  } catch (error) {
    await api.proveRecovery(await sheetIdOf(secret));
    throw error;
  }
}
