import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import type { RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Sealed } from '../protocol/staff.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import { sha256 } from './sha256.ts';

/** 32 random bytes as base64url: an invitation's secret. It is in the link and on the owner's device; the server never gets it. */
export function newInvitationSecret(random: RandomBytes): string {
  return encodeBase64Url(random(32));
}

/** What the secret's holder shows the server, which keeps its hash. HKDF-SHA256 (RFC 5869). Throws Refusal `not_found` on no secret. */
export async function invitationToken(secret: string): Promise<string> {
  return encodeBase64Url(await derive(secret, 'token'));
}

/** Where a sealed secret belongs. */
interface SecretContext {
  readonly property: string;
  readonly invitation: string;
}
const info = ({ property }: SecretContext) => JSON.stringify(['foyer', 1, 'invitation', property]);

/** Seals the secret to the owner who invites (65 bytes), for another session of theirs. */
export async function sealInvitationSecret(context: SecretContext, secret: string, owner: Uint8Array): Promise<Sealed> {
  const bytes = new Uint8Array(new TextEncoder().encode(secret));
  return hpkeSeal(owner, info(context), context.invitation, bytes);
}

/** Throws Refusal `cannot_open` where it was sealed to somebody else or for another invitation. */
export async function openInvitationSecret(
  context: SecretContext,
  sealed: Sealed,
  owner: CryptoKeyPair,
): Promise<string> {
  return new TextDecoder().decode(await hpkeOpen(owner, info(context), context.invitation, sealed));
}

/** The two who compare: what both devices must know the same of. */
export interface Introduction {
  readonly secret: string;
  /** Of the hotel's root. */
  readonly fingerprint: string;
  /** The new person's id and public key. */
  readonly person: string;
  readonly publicKey: string;
}

/**
 * What both screens name by four words: 32 bytes of HMAC-SHA-256 under the secret. Without the secret nobody can look for a key of
 * their own that has the same words, so a server that swaps the key has one chance in 2^32.
 */
export async function introductionBytes(introduction: Introduction): Promise<Uint8Array<ArrayBuffer>> {
  const { secret, fingerprint, person, publicKey } = introduction;
  const raw = await derive(secret, 'words');
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const text = JSON.stringify([fingerprint, person, encodeBase64Url(await sha256(publicKey))]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}

async function derive(secret: string, label: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = decodeBase64Url(secret);
  if (bytes?.length !== 32) throw new Refusal('not_found', 'secret');
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`foyer/1 invitation ${label}`),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}
