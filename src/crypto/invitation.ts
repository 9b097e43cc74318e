import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import type { RandomBytes } from '../protocol/ids.ts';
import type { NewInvitation } from '../protocol/invitation.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Sealed } from '../protocol/staff.ts';
import { hpkeOpenFromSelf, hpkeSealForSelf } from './hpke.ts';
import { sha256 } from './sha256.ts';

/** 32 random bytes as base64url: an invitation's secret. It is in the link and on the owner's device; the server never gets it. */
export function newInvitationSecret(random: RandomBytes): string {
  return encodeBase64Url(random(32));
}

/** What the secret's holder shows the server, which keeps its hash. HKDF-SHA256 (RFC 5869). Throws Refusal `not_found` on no secret. */
export async function invitationToken(secret: string): Promise<string> {
  return encodeBase64Url(await derive(secret, 'token'));
}

/** What a sealed secret belongs to: the hotel, and the invitation as its owner made it, with what it gives. */
interface SecretContext {
  readonly property: string;
  readonly invitation: Pick<NewInvitation, 'id' | 'displayName' | 'handle' | 'role' | 'purposes' | 'again'>;
}
const info = ({ property }: SecretContext) => JSON.stringify(['foyer', 2, 'invitation', property]);
const aad = ({ invitation: { id, displayName, handle, role, purposes, again } }: SecretContext) =>
  JSON.stringify([id, displayName, handle, role, purposes, again === undefined ? null : [again.person, again.exposed]]);

/**
 * Seals the secret with the key of the owner who invites (65 bytes and 59), for another session of theirs, and with it the whole invitation:
 * a server that puts another secret in its place, or gives another role, other purposes or another reason, is found out.
 */
export async function sealInvitationSecret(
  context: SecretContext,
  secret: string,
  owner: CryptoKeyPair,
): Promise<Sealed> {
  const bytes = new Uint8Array(new TextEncoder().encode(secret));
  return hpkeSealForSelf(owner, info(context), aad(context), bytes);
}

/** Throws Refusal `cannot_open` where another owner sealed it, or the invitation isn't as it was made. */
export async function openInvitationSecret(
  context: SecretContext,
  sealed: Sealed,
  owner: CryptoKeyPair,
): Promise<string> {
  return new TextDecoder().decode(await hpkeOpenFromSelf(owner, info(context), aad(context), sealed));
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
