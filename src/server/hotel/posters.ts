import { encodeBase64Url } from '../../protocol/base64url.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import {
  parsePosterClaim,
  type Poster,
  type PosterChannel,
  posterChannelSchema,
  type Posters,
} from '../../protocol/poster.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Submission } from '../../protocol/submission.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import type { StoredPoster } from '../store/hotel-store.ts';
import { type Hotel, refuseUnopenable } from './hotels.ts';

export interface PosterParts extends DeskParts {
  readonly random: RandomBytes;
}

function shown({ madeAt, revokedAt, ...poster }: StoredPoster): Poster {
  return { ...poster, madeAt: toInstant(madeAt), revokedAt: revokedAt === null ? null : toInstant(revokedAt) };
}

export async function postersOf({ store, hotels }: PosterParts, { property }: ActiveSession): Promise<Posters> {
  const { plainPosters: plain } = await hotels.get(property);
  return { posters: (await store.posters(property)).map(shown), plain };
}

/** A poster's token for a place; the poster itself is drawn where it is printed. */
export async function makePoster(parts: PosterParts, session: ActiveSession, channel: PosterChannel): Promise<Poster> {
  const poster = encodeBase64Url(parts.random(16));
  await write(parts, session, 'poster-made', poster, (logged) => ({ kind: 'make-poster', ...logged, poster, channel }));
  const made = (await parts.store.posters(session.property)).find((one) => one.poster === poster);
  if (made === undefined) throw new TypeError('a poster that was made is not there');
  return shown(made);
}

export async function revokePoster(parts: PosterParts, session: ActiveSession, poster: string): Promise<void> {
  await write(parts, session, 'poster-revoked', poster, (logged) => ({ kind: 'revoke-poster', ...logged, poster }));
}

export async function setPlainPosters(parts: PosterParts, session: ActiveSession, accepted: boolean): Promise<void> {
  const action = accepted ? 'plain-posters-accepted' : 'plain-posters-ended';
  await write(parts, session, action, null, (logged) => ({ kind: 'set-plain-posters', ...logged, accepted }));
  await parts.hotels.reload(session.property);
}

async function write(
  parts: PosterParts,
  { property, person: actor, role }: ActiveSession,
  action: Parameters<typeof logEntryText>[0]['action'],
  poster: string | null,
  change: (logged: { readonly at: number; readonly entry: string }) => Change,
): Promise<void> {
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  const entry = logEntryText({ at, actor, role, action, ...(poster === null ? {} : { digest: digest(poster) }) });
  await writeOne(parts.committer, property, change({ at, entry }), hotel.sign);
}

/** A poster without a token, once the hotel takes them no more. Throws Refusal `poster_not_in_use`. */
export function refusePlainPoster(
  { plainPosters }: Pick<Hotel, 'plainPosters'>,
  { channel, poster, party }: Pick<Submission, 'channel' | 'poster' | 'party'>,
): void {
  // Who comes along with somebody came by that guest's link.
  if (plainPosters || poster !== undefined || party !== undefined) return;
  if (posterChannelSchema.safeParse(channel).success) throw new Refusal('poster_not_in_use');
}

/**
 * Whether somebody who came by this poster may register now; asked by phones before anything is typed, and decided when it is sent.
 * `claim` is as `parsePosterClaim` reads it. Throws Refusal `nobody_can_open`, `poster_not_in_use`.
 */
export async function refuseAhead(store: Pick<Store, 'posters'>, hotel: Hotel, claim: string): Promise<void> {
  refuseUnopenable(hotel);
  const claimed = parsePosterClaim(claim);
  if (claimed === null) return;
  const { channel, poster } = claimed;
  if (poster === null) {
    refusePlainPoster(hotel, { channel });
    return;
  }
  const known = (await store.posters(hotel.property)).find((one) => one.poster === poster);
  if (known === undefined || known.channel !== channel || known.revokedAt !== null)
    throw new Refusal('poster_not_in_use');
}
