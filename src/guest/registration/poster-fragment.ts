import { idSchema } from '../../protocol/ids.ts';
import { type Channel, channelSchema } from '../../protocol/submission.ts';
import { dateSchema } from '../../protocol/time.ts';

/** What the poster's address says: the root's fingerprint and where the poster hangs. */
export interface PosterFragment {
  readonly fingerprint: string;
  readonly channel: Channel;
  /** Only in the link a guest passes on to somebody who comes along. */
  readonly companion?: CompanionPart;
}

/** What a companion's link says besides. Nothing personal: a registration's public id, dates that are sealed nowhere anyway. */
export interface CompanionPart {
  /** The registration of the guest they come along with. */
  readonly party: string;
  /** Their stay, so that nobody types it twice; calendar dates. */
  readonly stay: { readonly checkIn: string; readonly checkOut: string } | null;
  /** `handed`: on the first guest's own phone; `back`: that phone was given back. Null on a phone of their own. */
  readonly phone: 'handed' | 'back' | null;
}

const shape =
  /^#?(?<fingerprint>[A-Za-z0-9_-]{22})(?:\.(?<channel>[a-z]+)(?:\.(?<party>[A-Za-z0-9_-]{22})(?:\.(?<checkIn>\d{8})\.(?<checkOut>\d{8}))?(?:\.(?<phone>handed|back))?)?)?(?![A-Za-z0-9_-])/;

/**
 * Reads `#<fingerprint>.<channel>`, and what a companion's link has behind it: `.<party>.<yyyymmdd>.<yyyymmdd>.<handed|back>`. Browsers
 * inside other apps put things of their own behind it (`&from=…`, `?…`, `%20`, a slash), so only the beginning counts. A channel that
 * isn't a poster's is taken as the reception's: the fingerprint is what protects. Null when there is no fingerprint: the address was
 * typed, or cut off.
 */
export function parsePosterFragment(hash: string): PosterFragment | null {
  const groups = shape.exec(hash)?.groups;
  const fingerprint = groups?.['fingerprint'];
  if (fingerprint === undefined || !idSchema.safeParse(fingerprint).success) return null;
  const channel = channelSchema.safeParse(groups?.['channel']);
  const poster = { fingerprint, channel: channel.success ? channel.data : ('reception' as const) };
  const party = idSchema.safeParse(groups?.['party']);
  if (!party.success) return poster;
  const [checkIn, checkOut] = [dateOf(groups?.['checkIn']), dateOf(groups?.['checkOut'])];
  const stay = checkIn === null || checkOut === null || checkOut < checkIn ? null : { checkIn, checkOut };
  const phone = groups?.['phone'];
  return {
    ...poster,
    companion: { party: party.data, stay, phone: phone === 'handed' || phone === 'back' ? phone : null },
  };
}

function dateOf(digits: string | undefined): string | null {
  const parsed = dateSchema.safeParse(digits?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
  return parsed.success ? parsed.data : null;
}
