import { accessHashes, deriveGuestKeys, type GuestKeys, newGuestSecret } from '../../crypto/guest-secret.ts';
import { generateKeyPair, importKeyPair, type RawKeyPair } from '../../crypto/key-pair.ts';
import { type EnvelopeSealer, prepareEnvelope } from '../../crypto/seal-envelope.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { cardSchemaVersion, type PurposeId } from '../../protocol/purposes.ts';

/** What stays when a registration is sealed once more. */
export interface SealedBefore {
  readonly registration: string;
  readonly secret: string;
  readonly signer: RawKeyPair;
}

/** Everything a registration needs that says nothing about the guest: fresh keys and opened envelopes. For one registration only. */
export interface PreparedSealing {
  /** SHA-256 of the manifest whose keys these envelopes are for. */
  readonly manifestHash: string;
  /** The registration's own signing key. */
  readonly signer: RawKeyPair;
  readonly signingKey: CryptoKey;
  readonly secret: string;
  readonly keys: GuestKeys;
  readonly hashes: { readonly lookupHash: string; readonly tokenHash: string };
  readonly card: EnvelopeSealer;
  readonly purposes: ReadonlyMap<PurposeId, EnvelopeSealer>;
}

/**
 * Prepares a registration while the guest still reads: the slow part of sealing holds no detail and no decision, so that after the
 * tap only the signature and one encryption per envelope are left. Throws Refusal `unknown_key`.
 */
export async function prepareSealing(
  { manifest, hash }: SignedManifest,
  purposes: readonly PurposeId[],
  random: RandomBytes,
  before?: SealedBefore,
): Promise<PreparedSealing> {
  const { property } = manifest;
  const secret = before?.secret ?? newGuestSecret(random);
  const [signer, keys, card, sealers] = await Promise.all([
    before?.signer ?? generateKeyPair(),
    deriveGuestKeys(secret),
    prepareEnvelope({ property, kind: 'card', purpose: null, schema: cardSchemaVersion }, manifest.card),
    Promise.all(
      manifest.purposes
        .filter(({ id }) => purposes.includes(id))
        .map(async (purpose) => {
          const context = { property, kind: 'purpose', purpose: purpose.id, schema: purpose.schema } as const;
          return [purpose.id, await prepareEnvelope(context, purpose)] as const;
        }),
    ),
  ]);
  const [{ privateKey: signingKey }, hashes] = await Promise.all([importKeyPair(signer, 'sign'), accessHashes(keys)]);
  return { manifestHash: hash, signer, signingKey, secret, keys, hashes, card, purposes: new Map(sealers) };
}

/** Whether a preparation serves this registration. */
export function servesFor(
  prepared: PreparedSealing,
  manifest: Pick<SignedManifest, 'hash'>,
  purposes: readonly PurposeId[],
): boolean {
  return prepared.manifestHash === manifest.hash && purposes.every((id) => prepared.purposes.has(id));
}
