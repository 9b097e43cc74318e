import { expect, test } from 'vitest';
import type { DocumentKind } from '../../../src/pii/details.ts';
import { documentNumber } from '../../../src/pii/document-number.ts';
import { nationalities, nationality } from '../../../src/pii/nationality.ts';

const today = '2026-05-04';

test.each<[DocumentKind, string, string, string | null]>([
  ['resident-id', '11010519491231002x', '11010519491231002X', '1949-12-31'],
  ['passport', 'e12345678', 'E12345678', null],
  ['passport', 'ＥＡ １２３４５６７', 'EA1234567', null],
  ['passport', 'C01X-00T47', 'C01X00T47', null],
  ['passport', 'AB123456<', 'AB123456', null],
  ['passport', '12345', '12345', null],
  ['hk-macau-permit', 'h12345678', 'H12345678', null],
  ['hk-macau-permit', 'M12345678 01', 'M1234567801', null],
  ['taiwan-permit', '1234 5678', '12345678', null],
  ['taiwan-permit', '1234567801(B)', '1234567801B', null],
  ['foreign-pr-id', 'gbr110080010108', 'GBR110080010108', null],
  ['foreign-pr-id', '911124198108030024', '911124198108030024', '1981-08-03'],
  ['electronic-id', '11010519491231002x', '11010519491231002X', '1949-12-31'],
  ['other', '军字第 1234567 号', '军字第 1234567 号', null],
  ['other', '海员证A-0123', '海员证A-0123', null],
])('%s %j is %s', (kind, typed, number, birthDate) => {
  expect(documentNumber(typed, kind, today)).toEqual({ ok: true, value: { number, birthDate } });
});

test.each<[DocumentKind, string, string]>([
  ['resident-id', '', 'missing'],
  ['passport', ' \u200B', 'missing'],
  ['resident-id', 'E12345678', 'identity_number_characters'],
  ['passport', '1234', 'document_number_length'],
  ['passport', 'A'.repeat(21), 'document_number_length'],
  ['passport', 'Е12345678', 'document_number_characters'],
  ['passport', 'E1234567?', 'document_number_characters'],
  ['hk-macau-permit', 'H1234567', 'document_number_length'],
  ['hk-macau-permit', 'K12345678', 'document_number_form'],
  ['hk-macau-permit', 'H12345678901', 'document_number_length'],
  ['hk-macau-permit', 'H(123)', 'document_number_length'],
  ['taiwan-permit', '1234567', 'document_number_length'],
  ['taiwan-permit', 'AB345678', 'document_number_form'],
  ['foreign-pr-id', 'GB1110080010108', 'document_number_form'],
  ['foreign-pr-id', '911124198108030025', 'identity_number_check'],
  ['foreign-pr-id', '911124198113030024', 'identity_number_birth_date'],
  ['foreign-pr-id', '12345', 'document_number_length'],
  ['other', '???', 'document_number_characters'],
  ['other', '号'.repeat(31), 'too_long'],
])('%s %j is refused: %s', (kind, typed, reason) => {
  expect(documentNumber(typed, kind, today)).toEqual({ ok: false, reason });
});

test('the list of nationalities has every code once, and every code has a name', () => {
  expect(nationalities).toHaveLength(250);
  expect(new Set(nationalities).size).toBe(250);
  expect([...nationalities].sort()).toEqual(nationalities);
  for (const language of ['zh-Hans', 'en']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    expect(nationalities.filter((code) => names.of(code) === undefined)).toEqual([]);
  }
});

test('a nationality is a code of the list', () => {
  expect(nationality(' cn ')).toEqual({ ok: true, value: 'CN' });
  expect(nationality('')).toEqual({ ok: false, reason: 'missing' });
  expect(nationality('ZZ')).toEqual({ ok: false, reason: 'not_listed' });
  expect(nationality('China')).toEqual({ ok: false, reason: 'not_listed' });
});
