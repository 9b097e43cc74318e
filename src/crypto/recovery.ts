import { encodeBase64Url } from '../protocol/base64url.ts';
import type { Recovery, RecoveryTest, RecoveryUpload } from '../protocol/api.ts';
import type { Manifest, SealingKey } from '../protocol/manifest.ts';
import { newId, type RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import type { RecoveryRecord } from '../protocol/staff.ts';
import { toDate } from '../protocol/time.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import { bundleBytes, type KeyBundle, readBundle } from './key-bundle.ts';
import { generateKeyPair, importKeyPair, keyIdOf } from './key-pair.ts';
import { openEnvelope } from './open-envelope.ts';
import { formatRecoveryCode, newRecoverySecret } from './recovery-code.ts';
import { sealEnvelope } from './seal-envelope.ts';
import { digest } from './sha256.ts';
import { importWrappingKey, unwrapBytes, wrapBytes } from './wrap.ts';

const label = 'recovery key';
const testValueLength = 32;
const info = (property: string) => JSON.stringify(['foyer', 1, 'recovery', property]);

export interface RecoverySheet {
  /** For paper only. */
  readonly code: string;
  /** For the server: the sealed keyring and the test record. */
  readonly upload: RecoveryUpload;
}

/**
 * Makes a recovery sheet: a fresh code, a key pair wrapped under it, the hotel's keyring sealed to that pair, and a test record
 * (a random value sealed to the card key) that the sheet must open before the first poster is printed.
 */
export async function makeRecoverySheet(input: {
  readonly property: string;
  readonly bundle: KeyBundle;
  readonly card: SealingKey;
  readonly now: number;
  readonly random: RandomBytes;
}): Promise<RecoverySheet> {
  const secret = newRecoverySecret(input.random);
  const pair = await generateKeyPair();
  const pairBytes = bundleBytes({ person: pair, root: null, purposes: [] });
  const wrappedPrivateKey = await wrapBytes(await importWrappingKey(secret), label, pairBytes, input.random);
  const sealedKeyring = await hpkeSeal(
    pair.publicKey,
    info(input.property),
    label,
    bundleBytes({ ...input.bundle, person: null }),
  );
  return {
    code: await formatRecoveryCode(secret),
    upload: {
      record: {
        publicKey: encodeBase64Url(pair.publicKey),
        wrappedPrivateKey,
        sealedKeyring,
        madeOn: toDate(input.now),
      },
      test: await makeTestRecord(input),
      sheet: await digest(await sheetIdOf(secret)),
    },
  };
}

/** A fresh test record: a random value sealed to the card key, and the hash the server knows it by. */
export async function makeTestRecord(input: {
  readonly property: string;
  readonly card: SealingKey;
  readonly now: number;
  readonly random: RandomBytes;
}): Promise<RecoveryTest> {
  const value = input.random(testValueLength);
  const id = newId(input.now, input.random);
  const context = {
    property: input.property,
    kind: 'test',
    purpose: null,
    schema: 1,
    registration: id,
    consent: '',
  } as const;
  return {
    id,
    envelope: await sealEnvelope(context, input.card, value),
    valueHash: await digest(encodeBase64Url(value)),
  };
}

/**
 * What names a sheet to the server: 32 bytes from its secret by HKDF-SHA256 (RFC 5869), base64url. It opens nothing, and nobody finds
 * the secret from it.
 */
export async function sheetIdOf(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const about = new TextEncoder().encode('foyer/1 recovery sheet');
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: about },
    key,
    256,
  );
  return encodeBase64Url(new Uint8Array(bits));
}

/** Opens the hotel's keyring with the sheet's secret. Throws Refusal `wrong_recovery_code` when it is another sheet's. */
export async function openRecovery(
  property: string,
  secret: Uint8Array<ArrayBuffer>,
  record: RecoveryRecord,
): Promise<KeyBundle> {
  try {
    const bytes = await unwrapBytes(await importWrappingKey(secret), label, record.wrappedPrivateKey);
    const { person } = readBundle(bytes);
    if (person === null) throw new Refusal('cannot_open', 'recovery key');
    return readBundle(await hpkeOpen(await importKeyPair(person, 'open'), info(property), label, record.sealedKeyring));
  } catch {
    throw new Refusal('wrong_recovery_code', 'another sheet');
  }
}

/**
 * Opens the test record with a recovered keyring. Returns the value the server knows only by its hash. Nothing else is ever opened
 * here, since what comes out is sent to the server. Throws Refusal `cannot_open`.
 */
export async function openTestRecord(property: string, bundle: KeyBundle, test: Recovery['test']): Promise<string> {
  for (const { pair } of bundle.purposes) {
    if ((await keyIdOf(pair.publicKey)) !== test.envelope.keyId) continue;
    const context = { property, registration: test.id, consent: '', kind: 'test', purpose: null } as const;
    const value = await openEnvelope(context, await importKeyPair(pair, 'open'), test.envelope);
    if (value.length === testValueLength) return encodeBase64Url(value);
  }
  throw new Refusal('cannot_open', 'test record');
}

/**
 * Checks that a recovered keyring is the whole of the hotel's: the root, the card's key and every purpose's, as the manifest names them.
 * A server chooses which grants a tablet sees, so a sheet could have been made of too few. Throws Refusal `cannot_open`.
 */
export async function checkKeyring(bundle: KeyBundle, manifest: Manifest): Promise<void> {
  if (bundle.root === null || encodeBase64Url(bundle.root.publicKey) !== manifest.root)
    throw new Refusal('cannot_open', 'root');
  await importKeyPair(bundle.root, 'sign');
  const held = new Set<string>();
  for (const { pair } of bundle.purposes) {
    await importKeyPair(pair, 'open');
    held.add(await keyIdOf(pair.publicKey));
  }
  const missing = [manifest.card, ...manifest.purposes].find(({ keyId }) => !held.has(keyId));
  if (missing !== undefined) throw new Refusal('cannot_open', 'a purpose’s key');
}
