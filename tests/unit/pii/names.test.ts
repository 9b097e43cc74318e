import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parsePayload, payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import { nameSchema } from '../../../src/pii/details.ts';
import { personName } from '../../../src/pii/person-name.ts';

// Put together from given and family names common in each culture; nobody in particular is meant.
const namesByCulture = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('../../data/names.json', import.meta.url), 'utf8')));
const names = Object.values(namesByCulture).flat();

test('there are at least 500 different names from at least 50 cultures', () => {
  expect(new Set(names).size).toBeGreaterThanOrEqual(500);
  expect(Object.keys(namesByCulture).length).toBeGreaterThanOrEqual(50);
});

test.each(Object.entries(namesByCulture))('%s names are kept exactly as written', (_culture, written) => {
  for (const name of written) expect(personName(name)).toEqual({ ok: true, value: name });
});

test('every name comes out of a sealed payload as it went in', () => {
  const payload = z.object({ names: z.array(nameSchema) });
  expect(parsePayload(payload, payloadBytes({ names })).names).toEqual(names);
});

test('a name typed decomposed, with doubled spaces, full-width letters or bidi marks is the same name', () => {
  for (const name of names) {
    expect(personName(` \u202A${name.normalize('NFD').replaceAll(' ', ' \u3000')}\u202C\n`)).toEqual({
      ok: true,
      value: name,
    });
  }
  expect(personName('Ｊｏｈｎ\u3000Ｓｍｉｔｈ')).toEqual({ ok: true, value: 'John Smith' });
});

test('joiners and variants stay inside names that are written with them, and nowhere else', () => {
  const kept = ['علی\u200Cرضا', 'ශ\u0DCA\u200Dරී', 'ᠰᠠᠷ\u180Eᠠ', '辻\u{E0100}'];
  for (const name of kept) expect(personName(name)).toEqual({ ok: true, value: name });
  expect(personName('Jo\u200Chn')).toEqual({ ok: true, value: 'John' });
  expect(personName('\u200Dعلی\u200C')).toEqual({ ok: true, value: 'علی' });
  expect(personName('John\uFE0F')).toEqual({ ok: true, value: 'John' });
});

test('only nothing and more than 100 characters are refused', () => {
  for (const nothing of ['', '   ', '\u3000', '\u200B\u200D', '\u3164', '\0', '\uD83D', '\u202E\u202C']) {
    expect(personName(nothing)).toEqual({ ok: false, reason: 'missing' });
  }
  expect(personName('名'.repeat(100)).ok).toBe(true);
  expect(personName('名'.repeat(101))).toEqual({ ok: false, reason: 'too_long' });
});
