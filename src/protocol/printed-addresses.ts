import type { HandedProof } from './api.ts';
import { pages } from './pages.ts';

/** Where a phone gets a certificate that was handed to its guest on paper; what opens it stays in the fragment. */
export function handedProofUrl(publicUrl: string, { registration, number, token }: HandedProof): string {
  return `${publicUrl}${pages.verify}#${registration}.${number}.${token}`;
}

/** The poster's address: fragment `<root fingerprint>.<channel>`, with `~<token>` behind it on one that has a token. */
export function posterUrl(
  publicUrl: string,
  property: string,
  fingerprint: string,
  channel: string,
  poster: string | null = null,
): string {
  return `${publicUrl}${pages.guest(property)}#${fingerprint}.${channel}${poster === null ? '' : `~${poster}`}`;
}
