import * as z from 'zod/mini';
import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import { idSchema } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import { type KeyPurpose, keyPurposeSchema } from '../protocol/staff.ts';
import type { RawKeyPair } from './key-pair.ts';

/**
 * Private keys as bytes to wrap or seal. Secret.
 * `person` is the member of staff's own key; `root` signs manifests (owners only); `purposes` are the sealing keys.
 * `fingerprint` is the root a member of staff was introduced to: wrapped with their keys, so no server can give them another.
 */
export interface KeyBundle {
  readonly person: RawKeyPair | null;
  readonly root: RawKeyPair | null;
  readonly purposes: readonly { readonly purpose: KeyPurpose; readonly pair: RawKeyPair }[];
  readonly fingerprint?: string;
}

const pairSchema = z.object({ p: z.string(), s: z.string() });
const bundleSchema = z.object({
  v: z.literal(1),
  person: z.nullable(pairSchema),
  root: z.nullable(pairSchema),
  purposes: z.array(z.object({ purpose: keyPurposeSchema, key: pairSchema })),
  fingerprint: z.optional(idSchema),
});

const write = (pair: RawKeyPair) => ({ p: encodeBase64Url(pair.publicKey), s: encodeBase64Url(pair.privateKey) });

function read(pair: z.infer<typeof pairSchema>): RawKeyPair {
  const [publicKey, privateKey] = [decodeBase64Url(pair.p), decodeBase64Url(pair.s)];
  if (publicKey?.length !== 65 || privateKey?.length !== 32) throw new Refusal('cannot_open', 'key bundle');
  return { publicKey, privateKey };
}

/** The bundle as bytes, to be wrapped at once. */
export function bundleBytes(bundle: KeyBundle): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    JSON.stringify({
      v: 1,
      person: bundle.person === null ? null : write(bundle.person),
      root: bundle.root === null ? null : write(bundle.root),
      purposes: bundle.purposes.map(({ purpose, pair }) => ({ purpose, key: write(pair) })),
      fingerprint: bundle.fingerprint,
    }),
  );
}

/** Reads unwrapped bytes. Throws Refusal `cannot_open`. */
export function readBundle(bytes: Uint8Array): KeyBundle {
  const parsed = bundleSchema.safeParse(parseJson(bytes));
  if (!parsed.success) throw new Refusal('cannot_open', 'key bundle');
  const { person, root, purposes, fingerprint } = parsed.data;
  return {
    person: person === null ? null : read(person),
    root: root === null ? null : read(root),
    purposes: purposes.map(({ purpose, key }) => ({ purpose, pair: read(key) })),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('cannot_open', 'key bundle');
  }
}
