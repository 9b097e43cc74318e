import { parsePosterClaim, posterClaimOf } from '../../protocol/poster.ts';
import type { Channel } from '../../protocol/submission.ts';

/** The token of the poster a page's address came from; null where there is none, or the guest came another way. */
export function posterOf(fragment: string, channel: Channel): string | null {
  const claim = parsePosterClaim(posterClaimOf(fragment));
  return claim?.channel === channel ? claim.poster : null;
}
