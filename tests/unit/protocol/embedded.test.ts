import { assert, pre, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { embedPublished, readEmbedded } from '../../../src/protocol/embedded.ts';

const part = (text: string) => encodeBase64Url(new TextEncoder().encode(text));
const published = (payload: string, notice = '{"say":"</script><!--"}') => ({
  manifest: `${part('{"alg":"ES256"}')}.${part(payload)}.c2lnbmF0dXJl`,
  language: 'en' as const,
  notice,
});

test('what a page carries comes out to the letter, whatever it says', () => {
  assert(
    property(string({ unit: 'binary' }), string({ unit: 'grapheme' }), (payload, notice) => {
      pre(payload.isWellFormed());
      const one = published(payload, notice);
      const text = embedPublished(one);
      expect(text).not.toContain('<');
      expect(readEmbedded(text)).toEqual(one);
    }),
  );
});

test('a byte order mark stays where it was', () => {
  const one = published('\ufeff{}');
  expect(readEmbedded(embedPublished(one))).toEqual(one);
});

test.each(['a.b', 'a.b.c.d', '!.b.c', `${part('{}')}.\u00ff.c`])('%s is no manifest to embed', (manifest) => {
  expect(() => embedPublished({ ...published('{}'), manifest })).toThrow(TypeError);
});

test.each([
  '',
  '{',
  'null',
  '{"manifest":"x"}',
  '{"manifest":{"header":"{}","payload":"{}"},"language":"en","notice":""}',
])('%j carries nothing', (text) => {
  expect(readEmbedded(text)).toBeNull();
});
