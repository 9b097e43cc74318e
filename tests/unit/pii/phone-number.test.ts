import { expect, test } from 'vitest';
import { phoneNumber } from '../../../src/pii/phone-number.ts';

test.each([
  ['13812345678', '', '+8613812345678'],
  ['138 1234 5678', '', '+8613812345678'],
  ['138-1234-5678', '', '+8613812345678'],
  ['１３８１２３４５６７８', '', '+8613812345678'],
  ['+86 138 1234 5678', '', '+8613812345678'],
  ['＋８６　１３８　１２３４　５６７８', '', '+8613812345678'],
  ['(+86) 138 1234 5678', '', '+8613812345678'],
  ['86 13812345678', '', '+8613812345678'],
  ['0086 13812345678', '', '+8613812345678'],
  ['\u202D138\u202C 1234\u00A05678', '', '+8613812345678'],
  ['19912345678', '', '+8619912345678'],
  ['010-12345678', 'CN', '+861012345678'],
  ['13812345678', 'cn', '+8613812345678'],
  ['+852 5123 4567', '', '+85251234567'],
  ['5123 4567', 'HK', '+85251234567'],
  ['+853 6612 3456', '', '+85366123456'],
  ['0912-345-678', 'TW', '+886912345678'],
  ['090-1234-5678', 'JP', '+819012345678'],
  ['010-1234-5678', 'KR', '+821012345678'],
  ['+44 (0)20 7946 0958', '', '+442079460958'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['06.12.34.56.78', 'FR', '+33612345678'],
  ['0151 23456789', 'DE', '+4915123456789'],
  ['06 1234 5678', 'IT', '+390612345678'],
  ['8 (916) 123-45-67', 'RU', '+79161234567'],
  ['1-917-555-0123', 'US', '+19175550123'],
  ['+1 (917) 555–0123', '', '+19175550123'],
  ['٠٥٠ ١٢٣ ٤٥٦٧', 'SA', '+966501234567'],
  ['۰۹۱۲ ۳۴۵ ۶۷۸۹', 'IR', '+989123456789'],
  ['०९८७६५ ४३२१०', 'IN', '+919876543210'],
  ['081 234 5678', 'TH', '+66812345678'],
  ['0912 345 678', 'VN', '+84912345678'],
  ['012-345 6789', 'MY', '+60123456789'],
  ['0812-3456-789', 'ID', '+628123456789'],
  ['+976 8812 3456', '', '+97688123456'],
  ['+7 701 123 45 67', '', '+77011234567'],
  ['+683 4002', '', '+6834002'],
])('%j with country %j is %s', async (typed, country, number) => {
  expect(await phoneNumber(typed, country)).toEqual({ ok: true, value: number });
});

test.each([
  ['020 7946 0958', ''],
  ['090-1234-5678', ''],
  ['5123 4567', ''],
  ['1-917-555-1234', ''],
  ['1 (917) 555-1234', ''],
  ['1381234567', ''],
  ['010-12345678', ''],
  ['44 20 7946 0958', ''],
  ['020 7946 0958', 'AQ'],
  ['020 7946 0958', 'nowhere'],
])('%j with country %j is never guessed at', async (typed, country) => {
  expect(await phoneNumber(typed, country)).toEqual({ ok: false, reason: 'phone_country_needed' });
});

test.each([
  ['', '', 'missing'],
  ['   ', 'CN', 'missing'],
  ['12', '', 'phone_too_short'],
  ['+86 138', '', 'phone_too_short'],
  ['138 1234 567', 'CN', 'phone_too_short'],
  ['138 1234 56789', 'CN', 'phone_too_long'],
  ['13812345678', 'GB', 'phone_too_long'],
  ['+1 917 555 01234', '', 'phone_too_long'],
  ['13812345678 / 13912345678', '', 'phone_too_long'],
  ['12012345678', 'CN', 'phone_not_possible'],
  ['(00000000000)', 'CN', 'phone_not_possible'],
  ['+999 1234 5678', '', 'phone_not_possible'],
  ['+0 1234 5678', '', 'phone_not_possible'],
  ['1-800-FLOWERS', 'US', 'phone_characters'],
  ['+44 20 7946 0958 ext. 5', '', 'phone_characters'],
  ['一三八', '', 'phone_characters'],
  ['86+13812345678', '', 'phone_characters'],
])('%j with country %j is refused: %s', async (typed, country, reason) => {
  expect(await phoneNumber(typed, country)).toEqual({ ok: false, reason });
});

test('a number with + keeps its own country, whatever was picked', async () => {
  expect(await phoneNumber('+81 90-1234-5678', 'CN')).toEqual({ ok: true, value: '+819012345678' });
});

test('without the network numbers whose country is known still pass, the others ask for it', async () => {
  const unreachable = () => Promise.reject(new Error('the network is gone'));
  expect(await phoneNumber('138 1234 5678', '', unreachable)).toEqual({ ok: true, value: '+8613812345678' });
  expect(await phoneNumber('138 1234 5678', 'CN', unreachable)).toEqual({ ok: true, value: '+8613812345678' });
  expect(await phoneNumber('+44 (0)20 7946 0958', '', unreachable)).toEqual({ ok: true, value: '+442079460958' });
  expect(await phoneNumber('020 7946 0958', 'GB', unreachable)).toEqual({ ok: false, reason: 'phone_country_needed' });
  expect(await phoneNumber('+86 138', '', unreachable)).toEqual({ ok: false, reason: 'phone_too_short' });
});
