import { idSchema } from '../../protocol/ids.ts';
import { type Channel, channelSchema } from '../../protocol/submission.ts';

/** What the poster's address says: the root's fingerprint and where the poster hangs. */
export interface PosterFragment {
  readonly fingerprint: string;
  readonly channel: Channel;
}

/**
 * Reads `#<fingerprint>.<channel>`. Browsers inside other apps put things of their own behind it (`&from=…`, `?…`, `%20`, a
 * slash), so only the beginning counts. A channel that isn't a poster's is taken as the reception's: the fingerprint is what
 * protects. Null when there is no fingerprint: the address was typed, or cut off.
 */
export function parsePosterFragment(hash: string): PosterFragment | null {
  const match = /^#?(?<fingerprint>[A-Za-z0-9_-]{22})(?:\.(?<channel>[a-z]+))?(?![A-Za-z0-9_-])/.exec(hash);
  const fingerprint = match?.groups?.['fingerprint'];
  if (fingerprint === undefined || !idSchema.safeParse(fingerprint).success) return null;
  const channel = channelSchema.safeParse(match?.groups?.['channel']);
  return { fingerprint, channel: channel.success ? channel.data : 'reception' };
}
