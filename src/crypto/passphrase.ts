import { argon2id } from 'hash-wasm';
import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import type { RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import type { PassphraseParameters } from '../protocol/staff.ts';
import { importWrappingKey } from './wrap.ts';

/** What Argon2id is given: the passphrase as typed, the salt's bytes, and how much work it is. */
export interface StretchInput {
  readonly passphrase: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly parameters: PassphraseParameters;
}

/** Gives 32 bytes. Takes about half a second, by design: a page that has to go on meanwhile does it in a thread of its own. */
export type Stretch = (input: StretchInput) => Promise<Uint8Array>;

/** What a passphrase gives: `proof` signs in (the server keeps its hash), `wrappingKey` opens the private keys and is never sent. */
export interface PassphraseKeys {
  readonly proof: string;
  readonly wrappingKey: CryptoKey;
}

/** 16 random bytes as base64url. */
export function newSalt(random: RandomBytes): string {
  return encodeBase64Url(random(16));
}

/** Argon2id (RFC 9106), here and now. The passphrase is NFKC-normalised, so that it types the same on any keyboard. */
export const stretchPassphrase: Stretch = ({ passphrase, salt, parameters }) =>
  argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: parameters.memory,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: 32,
    outputType: 'binary',
  });

/**
 * Stretches a passphrase with Argon2id and splits the 32 bytes with HKDF into two halves that don't tell each other.
 *
 * @param stretch where that is done; here and now by default
 *
 * Throws Refusal `malformed` on a bad salt, `wrong_passphrase` on an empty passphrase.
 */
export async function derivePassphraseKeys(
  passphrase: string,
  salt: string,
  parameters: PassphraseParameters,
  stretch: Stretch = stretchPassphrase,
): Promise<PassphraseKeys> {
  const saltBytes = decodeBase64Url(salt);
  if (saltBytes === null || saltBytes.length < 16) throw new Refusal('malformed', 'salt');
  if (passphrase === '') throw new Refusal('wrong_passphrase', 'empty');
  const stretched = await stretch({ passphrase, salt: saltBytes, parameters });
  const key = await crypto.subtle.importKey('raw', new Uint8Array(stretched), 'HKDF', false, ['deriveBits']);
  const half = async (label: string) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        {
          name: 'HKDF',
          hash: 'SHA-256',
          salt: new Uint8Array(),
          info: new TextEncoder().encode(`foyer/1 staff ${label}`),
        },
        key,
        256,
      ),
    );
  return { proof: encodeBase64Url(await half('proof')), wrappingKey: await importWrappingKey(await half('wrap')) };
}
