import * as z from 'zod/mini';
import { idSchema } from './ids.ts';
import { instantSchema } from './time.ts';

/** The places a poster hangs; each gets its own, so that a hotel sees where its guests come from. */
export const posterChannels = ['reception', 'lobby', 'room', 'website'] as const;
export const posterChannelSchema = z.enum(posterChannels);
export type PosterChannel = (typeof posterChannels)[number];

/**
 * A poster: its token is 16 random bytes in the address's fragment, so that one of them can be taken out of use. The token is public,
 * hangs on a wall and authorises nothing.
 */
export const posterSchema = z.object({
  poster: idSchema,
  channel: posterChannelSchema,
  /** Counted from 1 for each place. */
  number: z.int(),
  madeAt: instantSchema,
  revokedAt: z.nullable(instantSchema),
  /** How many registrations came through it. */
  registrations: z.int(),
});
export type Poster = z.infer<typeof posterSchema>;

/** `plain`: whether posters without a token, as they were printed before there were any, are still taken. */
export const postersSchema = z.object({ posters: z.array(posterSchema), plain: z.boolean() });
export type Posters = z.infer<typeof postersSchema>;

export const newPosterSchema = z.strictObject({ channel: posterChannelSchema });
/** Nothing to say besides which; the path names it. */
export const posterRevocationSchema = z.strictObject({});
export const plainPostersSchema = z.strictObject({ accepted: z.boolean() });

const claimShape = /^(?<channel>[a-z]{1,20})(?:~(?<poster>[A-Za-z0-9_-]{22}))?$/;

// Browsers inside other apps put things of their own behind an address; a dot is a companion's link.
const fragmentShape = /^#?[A-Za-z0-9_-]{22}\.(?<claim>[a-z]+(?:~[A-Za-z0-9_-]{22})?)(?![A-Za-z0-9_.~-])/;

/** `<channel>` or `<channel>~<token>` of a poster's fragment (`posterUrl`); empty where it is no poster's. */
export function posterClaimOf(fragment: string): string {
  const claim = fragmentShape.exec(fragment)?.groups?.['claim'] ?? '';
  return parsePosterClaim(claim) === null ? '' : claim;
}

/** What a poster's address says of itself; `poster` is null on one without a token. */
export interface PosterClaim {
  readonly channel: PosterChannel;
  readonly poster: string | null;
}

/** Reads `<channel>~<token>` or `<channel>`. Null where it is no poster's: a typed address, the desk, a companion. */
export function parsePosterClaim(text: string): PosterClaim | null {
  const groups = claimShape.exec(text)?.groups;
  const channel = posterChannelSchema.safeParse(groups?.['channel']);
  if (!channel.success) return null;
  const poster = idSchema.safeParse(groups?.['poster']);
  return { channel: channel.data, poster: poster.success ? poster.data : null };
}
