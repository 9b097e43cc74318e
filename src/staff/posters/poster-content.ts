import { type Language, localized } from '../../protocol/languages.ts';
import { posterUrl } from '../../protocol/routes.ts';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { PosterContent } from './poster-drawing.ts';

/** The places a poster hangs; each gets its own, so that a hotel sees where its guests come from. */
export const posterChannels = ['reception', 'lobby', 'room', 'website'] as const;
export type PosterChannel = (typeof posterChannels)[number];

type HotelFacts = Pick<Hotel, 'property' | 'publicUrl' | 'fingerprint' | 'fingerprintBytes' | 'profile'>;

/** Puts together what one poster says, in each of the hotel's languages. */
export function posterContent(
  hotel: HotelFacts,
  channel: PosterChannel,
  messages: ReadonlyMap<Language, StaffMessages>,
): PosterContent {
  return {
    url: posterUrl(hotel.publicUrl, hotel.property, hotel.fingerprint, channel),
    site: new URL(hotel.publicUrl).host,
    fingerprint: hotel.fingerprintBytes,
    words: hotel.profile.languages.flatMap((language) => {
      const t = messages.get(language)?.posters;
      if (t === undefined) return [];
      return [
        {
          language,
          hotel: localized(hotel.profile.name, language),
          line: channel === 'room' ? t.room : t.line,
          compare: t.compare,
          channel: t.channels[channel],
        },
      ];
    }),
  };
}
