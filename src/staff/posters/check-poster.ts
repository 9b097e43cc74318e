import { propertyIdSchema } from '../../protocol/ids.ts';
import { parsePosterClaim, posterClaimOf, type Poster, type Posters } from '../../protocol/poster.ts';
import type { Hotel } from '../session/read-hotel.ts';

/**
 * What a photographed code is. `ours`: it leads guests where it should; `ours-plain`: too, without a token. Everything else is to come
 * off the wall.
 */
export type PosterVerdict =
  | { readonly kind: 'ours'; readonly poster: Poster }
  | { readonly kind: 'ours-plain' }
  | { readonly kind: 'plain-ended' }
  | { readonly kind: 'revoked'; readonly poster: Poster }
  /** Leads to us, and names a poster this hotel never made, or one of another place. */
  | { readonly kind: 'unknown-poster' }
  | { readonly kind: 'no-code' }
  | { readonly kind: 'not-an-address' }
  | { readonly kind: 'no-https' }
  /** `alike`: made to be taken for ours. */
  | { readonly kind: 'other-site'; readonly host: string; readonly alike: boolean }
  | { readonly kind: 'other-hotel' }
  | { readonly kind: 'other-page' }
  | { readonly kind: 'other-key' }
  | { readonly kind: 'no-key' };

/** Judges the text of a code against what this hotel printed. Nothing is fetched. */
export function checkPoster(
  text: string | null,
  hotel: Pick<Hotel, 'publicUrl' | 'property' | 'fingerprint'>,
  known: Posters,
): PosterVerdict {
  if (text === null) return { kind: 'no-code' };
  const address = text.trim();
  if (!URL.canParse(address)) return { kind: 'not-an-address' };
  const url = new URL(address);
  const own = new URL(hotel.publicUrl);
  // Whoever is named before an @ is nobody: the host behind it is where phones go.
  if (!/^https?:$/.test(url.protocol)) return { kind: 'not-an-address' };
  if (url.host !== own.host || url.username !== '' || url.password !== '')
    return { kind: 'other-site', host: shownHost(url), alike: isAlike(url, own) };
  if (url.protocol !== own.protocol) return { kind: 'no-https' };
  const property = /^\/p\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (property === undefined || !propertyIdSchema.safeParse(property).success) return { kind: 'other-page' };
  if (property !== hotel.property) return { kind: 'other-hotel' };
  const fingerprint = /^#([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/.exec(url.hash)?.[1];
  if (fingerprint === undefined) return { kind: 'no-key' };
  if (fingerprint !== hotel.fingerprint) return { kind: 'other-key' };
  const claim = parsePosterClaim(posterClaimOf(url.hash));
  if (claim === null) return { kind: 'unknown-poster' };
  if (claim.poster === null) return known.plain ? { kind: 'ours-plain' } : { kind: 'plain-ended' };
  const poster = known.posters.find((one) => one.poster === claim.poster);
  if (poster === undefined || poster.channel !== claim.channel) return { kind: 'unknown-poster' };
  return poster.revokedAt === null ? { kind: 'ours', poster } : { kind: 'revoked', poster };
}

/** A host as letters that can't be mistaken: what a browser turns into `xn--` stays so. */
function shownHost(url: URL): string {
  return url.username === '' && url.password === '' ? url.host : `…@${url.host}`;
}

/** Whether a host is one edit or two from ours, holds our name, or is written with letters of another alphabet. */
function isAlike(url: URL, own: URL): boolean {
  const [theirs, ours] = [url.hostname, own.hostname];
  if (url.username !== '' || theirs === ours || theirs.includes('xn--')) return true;
  const name = ours.split('.').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  if (name.length >= 4 && folded(theirs).includes(folded(name))) return true;
  return distance(folded(theirs), folded(ours)) <= 2;
}

/** Signs that look alike made one. */
function folded(host: string): string {
  return host
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[1il|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('-', '');
}

/** Insertions, removals and replacements between two texts (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to++) {
      const replaced = (row[to] ?? 0) + (letter === other[to] ? 0 : 1);
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
