import { expect, test } from 'vitest';
import { parsePosterClaim, posterChannels, posterClaimOf } from '../../../src/protocol/poster.ts';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { parsePosterFragment } from '../../../src/guest/registration/poster-fragment.ts';

const fingerprint = 'AAECAwQFBgcICQoLDA0ODw';
const poster = 'EBESExQVFhcYGRobHB0eHw';
const fragment = (channel: string, token: string | null) =>
  new URL(posterUrl('https://hotel.example', '7k2m9x4qpd', fingerprint, channel, token)).hash;

test.each(posterChannels)(
  'a poster for %s says so with its token and without, and to a phone that knows no tokens',
  (channel) => {
    expect(parsePosterClaim(posterClaimOf(fragment(channel, poster)))).toEqual({ channel, poster });
    expect(parsePosterClaim(posterClaimOf(fragment(channel, null)))).toEqual({ channel, poster: null });
    expect(parsePosterFragment(fragment(channel, poster))).toEqual({ fingerprint, channel });
  },
);

test.each(['&from=singlemessage', '?x=1', '%20', '/', ' '])(
  'what an app puts behind it (%s) changes nothing',
  (junk) => {
    expect(posterClaimOf(fragment('lobby', poster) + junk)).toBe(`lobby~${poster}`);
    expect(parsePosterFragment(fragment('lobby', poster) + junk)).toEqual({ fingerprint, channel: 'lobby' });
  },
);

test.each([
  ['the desk’s tablet', fragment('desk', null)],
  ['a companion', `${fragment('lobby', null)}.${poster}`],
  ['no fragment', ''],
  ['a key only', `#${fingerprint}`],
  ['a token cut short', fragment('lobby', poster.slice(1))],
  ['a token with more behind it', `${fragment('lobby', poster)}x`],
])('%s is no poster’s', (_, hash) => {
  expect(posterClaimOf(hash)).toBe('');
});
