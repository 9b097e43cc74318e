import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { SignedCheckpoint } from '../../protocol/checkpoint.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { importPublicKey } from '../key-pair.ts';
import { equalBytes } from '../sha256.ts';

/** The key a manifest names for its log's checkpoints, ready to be used many times. */
export interface CheckpointKey {
  /** Whether it signed this checkpoint, of its own log. */
  readonly signed: (checkpoint: SignedCheckpoint) => Promise<boolean>;
}

/** Throws where the manifest's key isn't a point of P-256; manifests that were verified have one. */
export async function checkpointKeyOf({
  receiptKey,
  logOrigin,
}: Pick<Manifest, 'receiptKey' | 'logOrigin'>): Promise<CheckpointKey> {
  const hint = decodeBase64Url(receiptKey.keyId)?.subarray(0, 4) ?? new Uint8Array();
  const key = await importPublicKey(decodeBase64Url(receiptKey.publicKey) ?? new Uint8Array(), 'sign');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return {
    signed: async ({ origin, body, keyHint, signature }) =>
      origin === logOrigin &&
      equalBytes(keyHint, hint) &&
      (await crypto.subtle.verify(algorithm, key, signature, new TextEncoder().encode(body))),
  };
}
