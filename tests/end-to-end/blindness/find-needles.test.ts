// The blindness tests are worth what their search is worth.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkDetails } from '../../../src/pii/check-details.ts';
import { NeedleFinder } from './find-needles.ts';
import { needleForms } from './needle-forms.ts';
import { plantedGuests } from './planted-guests.ts';

const today = '2026-05-04';
const noise = Buffer.concat(Array.from({ length: 4000 }, (_, n) => createHash('sha256').update(String(n)).digest()));

test('a planted text is found in every form, anywhere in other bytes', () => {
  const needles = ['上官岚霜', '13877001122', 'zażółć@gęś.example', 'EH7654321'];
  const finder = new NeedleFinder(needles);
  expect(finder.find(noise, 'noise')).toEqual([]);
  for (const needle of needles) {
    for (const { form, bytes } of needleForms(needle)) {
      for (const offset of [0, 1, 77, 999]) {
        const haystack = Buffer.concat([noise.subarray(0, offset), bytes, noise.subarray(offset, 999)]);
        const forms = finder.find(haystack, 'here', { unwrap: false }).filter((hit) => hit.needle === needle);
        expect(
          forms.map((hit) => hit.form),
          `${needle} as ${form} at ${offset}`,
        ).toContain(form);
      }
    }
  }
});

test('a planted text is found inside base64 inside base64', () => {
  const finder = new NeedleFinder(['上官岚霜']);
  const inner = Buffer.from(JSON.stringify({ name: '\u0001上官岚霜' })).toString('base64url');
  const outer = Buffer.from(`{"payload":"${inner}"}`).toString('base64');
  expect(finder.find(`x=${outer}`, 'here')).not.toEqual([]);
});

test('hundreds of planted guests have at least forty texts each, all of them fit to be typed', async () => {
  const guests = plantedGuests(7, 100, today);
  for (const { planted, raw } of guests) {
    expect(planted.length).toBeGreaterThanOrEqual(40);
    const checked = await checkDetails(raw, {
      purposesChosen: ['emergency', 'billing', 'membership', 'offers'],
      statutoryHere: ['identity', 'minors'],
      today,
    });
    expect(checked.ok ? [] : [...checked.reasons], raw.name).toEqual([]);
  }
  expect(() => new NeedleFinder(guests.flatMap(({ planted }) => planted))).not.toThrow();
});
