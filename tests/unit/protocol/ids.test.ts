import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '../../../src/protocol/base64url.ts';
import {
  arrivalCode,
  digestSchema,
  idSchema,
  newId,
  newPropertyId,
  normaliseArrivalCode,
  propertyIdSchema,
  publicKeySchema,
} from '../../../src/protocol/ids.ts';
import { fixedRandom } from '../../vectors/fixed-keys.ts';

const ones = (length: number) => new Uint8Array(length).fill(255);
const zeros = (length: number) => new Uint8Array(length);
const hex = (id: string) => Buffer.from(decodeBase64Url(id) ?? []).toString('hex');

describe('ids', () => {
  it('start with 48 bits of milliseconds and end with 80 random bits', () => {
    expect(hex(newId(0x0123456789ab, ones))).toBe('0123456789abffffffffffffffffffff');
    expect(idSchema.safeParse(newId(Date.UTC(2026, 4, 4), fixedRandom('id'))).success).toBe(true);
  });

  it('made later sort later by bytes, whatever the random bits say', () => {
    const times = [
      0,
      1,
      255,
      256,
      65_535,
      65_536,
      2 ** 32 - 1,
      2 ** 32,
      2 ** 40,
      Date.UTC(2026, 0),
      Date.UTC(2199, 11),
    ];
    // A later id with no random bits set still sorts after an earlier one with all of them set.
    const sorted = times.flatMap((time) => [hex(newId(time, zeros)), hex(newId(time, ones))]);
    expect([...sorted].sort()).toEqual(sorted);
  });

  it('are never the same twice in one millisecond', () => {
    const random = fixedRandom('many');
    expect(new Set(Array.from({ length: 1000 }, () => newId(1, random))).size).toBe(1000);
  });

  it.each([
    ['an id', idSchema, 16],
    ['a digest', digestSchema, 32],
  ])('%s has exactly its length in its only spelling', (_, schema, length) => {
    const good = encodeBase64Url(ones(length));
    expect(schema.safeParse(good).success).toBe(true);
    for (const bad of [
      encodeBase64Url(ones(length - 1)),
      encodeBase64Url(ones(length + 1)),
      `${good}=`,
      `${good} `,
      `${good.slice(0, -1)}_`,
      '',
      'x'.repeat(100_000),
    ])
      expect(schema.safeParse(bad).success).toBe(false);
  });

  it('a public key is an uncompressed point', () => {
    const point = Uint8Array.of(4, ...ones(64));
    expect(publicKeySchema.safeParse(encodeBase64Url(point)).success).toBe(true);
    expect(publicKeySchema.safeParse(encodeBase64Url(Uint8Array.of(2, ...ones(32)))).success).toBe(false);
    expect(publicKeySchema.safeParse(encodeBase64Url(Uint8Array.of(5, ...ones(64)))).success).toBe(false);
    expect(publicKeySchema.safeParse('').success).toBe(false);
  });

  it('a property’s id fits a poster’s address and has no look-alikes', () => {
    const random = fixedRandom('property');
    const ids = Array.from({ length: 200 }, () => newPropertyId(random));
    for (const id of ids) expect(propertyIdSchema.safeParse(id).success).toBe(true);
    expect(new Set(ids.join('')).size).toBe(32);
    for (const bad of [
      'fyrqc0000i',
      'fyrqc0000l',
      'fyrqc0000o',
      'fyrqc0000u',
      'FYRQC00001',
      'fyrqc0001',
      'fyrqc000010',
      '../fyrqc00',
    ])
      expect(propertyIdSchema.safeParse(bad).success).toBe(false);
  });
});

describe('arrival codes', () => {
  it('are the last 30 bits of the registration id, five at a time', () => {
    const of = (...last: number[]) => arrivalCode(encodeBase64Url(Uint8Array.of(...ones(16 - last.length), ...last)));
    expect(of(0, 0, 0, 0)).toBe('000000');
    expect(of(0, 0, 0, 1)).toBe('000001');
    expect(of(0, 0, 0, 32)).toBe('000010');
    expect(of(255, 255, 255, 255)).toBe('ZZZZZZ');
    expect(of(0xc0, 0, 0, 0)).toBe('000000');
    expect(of(0x20, 0, 0, 0)).toBe('G00000');
  });

  it('come back from however they were typed', () => {
    const random = fixedRandom('codes');
    for (let i = 0; i < 500; i++) {
      const code = arrivalCode(newId(i, random));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
      const typed = ` ${code.slice(0, 3)}-${code.slice(3)} `.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      expect(normaliseArrivalCode(typed)).toBe(code);
    }
    expect(normaliseArrivalCode('iI oO')).toBe('1100');
  });

  it.each(['', 'AAAA', 'not an id', 'AAAAAAAAAAAAAAAAAAAAAB'])('refuse %j as a registration id', (id) => {
    expect(() => arrivalCode(id)).toThrow(RangeError);
  });
});
