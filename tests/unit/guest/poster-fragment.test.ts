import { describe, expect, it } from 'vitest';
import { companionLink } from '../../../src/guest/companions/companion-link.ts';
import { parsePosterFragment } from '../../../src/guest/registration/poster-fragment.ts';
import { parseSecretFragment } from '../../../src/guest/registration/take-secret.ts';

const fingerprint = 'AAECAwQFBgcICQoLDA0ODw';

describe('the poster’s fragment', () => {
  it.each([
    [`#${fingerprint}.lobby`, 'lobby'],
    [`${fingerprint}.room`, 'room'],
    [`#${fingerprint}.lobby&from=singlemessage&isappinstalled=0`, 'lobby'],
    [`#${fingerprint}.website?nsukey=abc`, 'website'],
    [`#${fingerprint}.reception%20`, 'reception'],
    [`#${fingerprint}.room/`, 'room'],
    [`#${fingerprint}`, 'reception'],
    [`#${fingerprint}.kitchen`, 'reception'],
  ])('is read whatever another app appended: %s', (hash, channel) => {
    expect(parsePosterFragment(hash)).toEqual({ fingerprint, channel });
  });

  it.each(['', '#', '#lobby', `#${fingerprint.slice(0, 20)}.lobby`, `#${fingerprint}extra.lobby`, '#!!.room'])(
    'is missing, not guessed at: %s',
    (hash) => {
      expect(parsePosterFragment(hash)).toBeNull();
    },
  );
});

describe('a companion’s link', () => {
  const place = {
    origin: 'https://hotel.example',
    property: 'BBECAwQFBgcICQoLDA0ODw',
    fingerprint,
    channel: 'lobby',
  } as const;
  const party = 'CCECAwQFBgcICQoLDA0ODw';
  const stay = { checkIn: '2026-05-04', checkOut: '2026-05-06' };

  it.each([
    { party, stay, phone: null },
    { party, stay, phone: 'handed' },
    { party, stay: null, phone: 'back' },
    { party, stay: null, phone: null },
  ] as const)('is read as it was written, whatever was appended', (companion) => {
    const { hash, origin, pathname } = new URL(companionLink(place, companion));
    expect(origin + pathname).toBe('https://hotel.example/p/BBECAwQFBgcICQoLDA0ODw');
    for (const junk of ['', '&from=singlemessage', '?scene=1', '%20', '/', '.'])
      expect(parsePosterFragment(hash + junk)).toEqual({ fingerprint, channel: 'lobby', companion });
  });

  it('with dates that are none keeps the rest', () => {
    const hash = `#${fingerprint}.room.${party}`;
    for (const dates of ['20260231.20260301', '20260506.20260504', '2026.2027'])
      expect(parsePosterFragment(`${hash}.${dates}`)).toMatchObject({
        channel: 'room',
        companion: { party, stay: null },
      });
    expect(parsePosterFragment(`#${fingerprint}.room.${party.slice(1)}`)).toEqual({ fingerprint, channel: 'room' });
  });
});

describe('the fragment of a guest’s own link', () => {
  const secret = 'A'.repeat(43);
  it('is the secret, whatever was appended', () => {
    expect(parseSecretFragment(`#${secret}`)).toBe(secret);
    expect(parseSecretFragment(`#${secret}&from=timeline`)).toBe(secret);
    expect(parseSecretFragment(`#${secret.slice(1)}`)).toBeNull();
    expect(parseSecretFragment(`#${secret}A`)).toBeNull();
  });
});
