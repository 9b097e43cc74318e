import type { Channel } from '../../protocol/submission.ts';
import type { CompanionPart, PosterFragment } from '../registration/poster-fragment.ts';

/** A hotel's poster as a companion's link repeats it. */
export interface CompanionPlace {
  /** Where this site is, without a slash at the end. */
  readonly origin: string;
  readonly property: string;
  readonly fingerprint: string;
  readonly channel: Channel;
}

/** The poster's own address with what a companion needs behind it; see `parsePosterFragment`. Holds nothing personal and no secret. */
export function companionLink(
  { origin, property, fingerprint, channel }: CompanionPlace,
  companion: CompanionPart,
): string {
  return `${origin}/p/${property}#${fragmentOf({ fingerprint, channel, companion })}`;
}

function fragmentOf({ fingerprint, channel, companion }: Required<PosterFragment>): string {
  const { party, stay, phone } = companion;
  const dates = stay === null ? [] : [stay.checkIn, stay.checkOut].map((date) => date.replaceAll('-', ''));
  return [fingerprint, channel, party, ...dates, ...(phone === null ? [] : [phone])].join('.');
}
