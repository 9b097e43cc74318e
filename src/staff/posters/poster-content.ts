import { type Language, localized } from '../../protocol/languages.ts';
import type { Poster } from '../../protocol/poster.ts';
import { posterUrl } from '../../protocol/printed-addresses.ts';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { PosterContent } from './poster-drawing.ts';

type HotelFacts = Pick<Hotel, 'property' | 'publicUrl' | 'fingerprint' | 'fingerprintBytes' | 'profile'>;

/** Puts together what one poster says, in each of the hotel's languages. */
export function posterContent(
  hotel: HotelFacts,
  { poster, channel, number }: Pick<Poster, 'poster' | 'channel' | 'number'>,
  messages: ReadonlyMap<Language, StaffMessages>,
): PosterContent {
  return {
    url: posterUrl(hotel.publicUrl, hotel.property, hotel.fingerprint, channel, poster),
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
          channel: t.named(t.channels[channel], number),
        },
      ];
    }),
  };
}
