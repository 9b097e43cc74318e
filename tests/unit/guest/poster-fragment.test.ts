import { describe, expect, it } from 'vitest';
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

describe('the fragment of a guest’s own link', () => {
  const secret = 'A'.repeat(43);
  it('is the secret, whatever was appended', () => {
    expect(parseSecretFragment(`#${secret}`)).toBe(secret);
    expect(parseSecretFragment(`#${secret}&from=timeline`)).toBe(secret);
    expect(parseSecretFragment(`#${secret.slice(1)}`)).toBeNull();
    expect(parseSecretFragment(`#${secret}A`)).toBeNull();
  });
});
