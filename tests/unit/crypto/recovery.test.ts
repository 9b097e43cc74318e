import { describe, expect, it } from 'vitest';
import { generatePropertyKeys, sealingKey } from '../../../src/crypto/property-keys.ts';
import { checkKeyring, makeRecoverySheet, openRecovery, openTestRecord } from '../../../src/crypto/recovery.ts';
import { formatRecoveryCode, newRecoverySecret, parseRecoveryCode } from '../../../src/crypto/recovery-code.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { recoveryUploadSchema } from '../../../src/protocol/api.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { hotelInMemory } from '../../support/hotel-in-memory.ts';
import { now } from '../../vectors/fixed-hotel.ts';
import { fixedKeyPair, fixedRandom } from '../../vectors/fixed-keys.ts';
import { flipBit } from '../../vectors/flip-bit.ts';
import { refusalOf } from './refusal-of.ts';

const property = 'fyrqc00001';
const keys = await generatePropertyKeys(['emergency', 'identity']);
const cardPair = keys.sealing[0]?.pair ?? keys.root;
const card = await sealingKey(cardPair);
const bundle = { person: fixedKeyPair('owner'), root: keys.root, purposes: keys.sealing };
const make = (seed: string) => makeRecoverySheet({ property, bundle, card, now, random: fixedRandom(seed) });
const sheet = await make('sheet');
const { record, test } = sheet.upload;

describe('a recovery code', () => {
  it('is 56 characters in groups of four, and comes back from paper', async () => {
    const random = fixedRandom('codes');
    for (let i = 0; i < 100; i++) {
      const secret = newRecoverySecret(random);
      const code = await formatRecoveryCode(secret);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(await parseRecoveryCode(code)).toEqual(secret);
      const typed = ` ${code
        .toLowerCase()
        .replaceAll('-', i % 2 === 0 ? ' ' : '')
        .replaceAll('0', 'o')
        .replaceAll('1', i % 3 === 0 ? 'i' : 'l')}\n`;
      expect(await parseRecoveryCode(typed)).toEqual(secret);
    }
  });

  it('tells a slip of the pen at every place', async () => {
    const code = sheet.code;
    for (const [at, character] of [...code].entries()) {
      if (character === '-') continue;
      const slipped = code.slice(0, at) + (character === '7' ? '8' : '7') + code.slice(at + 1);
      expect(await refusalOf(parseRecoveryCode(slipped))).toBe('wrong_recovery_code: checksum');
    }
  });

  it.each([
    ['two neighbours swapped', sheet.code.replace(/^(.)(.)/, '$2$1')],
    ['a letter no code has', sheet.code.replace(/^./, 'U')],
    ['an emoji', sheet.code.replace(/^../, '😀')],
    ['a character short', sheet.code.slice(0, -1)],
    ['a character long', `${sheet.code}0`],
    ['nothing', ''],
    ['a long text', 'A'.repeat(100_000)],
  ])('with %s is refused', async (_, typed) => {
    expect(typed).not.toBe(sheet.code);
    expect(await refusalOf(parseRecoveryCode(typed))).toMatch(/^wrong_recovery_code: (length|character|checksum)$/);
  });
});

describe('a recovery sheet', () => {
  it('opens the whole keyring and the test record', async () => {
    expect(recoveryUploadSchema.parse(sheet.upload)).toEqual(sheet.upload);
    const opened = await openRecovery(property, await parseRecoveryCode(sheet.code), record);
    expect(opened).toEqual({ ...bundle, person: null });
    expect(await digest(await openTestRecord(property, opened, test))).toBe(test.valueHash);
  });

  it('leaves nothing at the server that opens it', () => {
    const sent = JSON.stringify(sheet.upload);
    expect(sent).not.toContain(sheet.code);
    for (const { pair } of keys.sealing) expect(sent).not.toContain(encodeBase64Url(pair.privateKey));
  });

  it('that is another sheet is told from a slip of the pen', async () => {
    const other = await make('other sheet');
    const secret = await parseRecoveryCode(other.code);
    expect(await refusalOf(openRecovery(property, secret, record))).toBe('wrong_recovery_code: another sheet');
    const own = await parseRecoveryCode(sheet.code);
    expect(await refusalOf(openRecovery('fyrqc00002', own, record))).toBe('wrong_recovery_code: another sheet');
    const swapped = { ...record, sealedKeyring: other.upload.record.sealedKeyring };
    expect(await refusalOf(openRecovery(property, own, swapped))).toBe('wrong_recovery_code: another sheet');
    const { wrappedPrivateKey } = record;
    const changed = {
      ...record,
      wrappedPrivateKey: { ...wrappedPrivateKey, ciphertext: flipBit(wrappedPrivateKey.ciphertext, 9) },
    };
    expect(await refusalOf(openRecovery(property, own, changed))).toBe('wrong_recovery_code: another sheet');
  });

  it('opens its own test record and nothing a server puts in its place', async () => {
    const place = { property, registration: test.id, consent: '', purpose: null, schema: 1 } as const;
    const words = new TextEncoder().encode('{"room":"301","remarks":"12345"}');
    const desk = await sealEnvelope({ ...place, kind: 'desk' }, card, words);
    expect(words.length).toBe(32);
    expect(await refusalOf(openTestRecord(property, bundle, { ...test, envelope: desk }))).toBe(
      'cannot_open: another envelope',
    );
    expect(await refusalOf(openTestRecord(property, bundle, { ...test, envelope: { ...desk, kind: 'test' } }))).toBe(
      'cannot_open: sealed bytes',
    );
    expect(await refusalOf(openTestRecord(property, bundle, { ...test, id: 'AAAAAAAAAAAAAAAAAAAAAA' }))).toBe(
      'cannot_open: sealed bytes',
    );
    expect(await refusalOf(openTestRecord('fyrqc00002', bundle, test))).toBe('cannot_open: sealed bytes');
    const short = await sealEnvelope({ ...place, kind: 'test' }, card, words.slice(1));
    expect(await refusalOf(openTestRecord(property, bundle, { ...test, envelope: short }))).toBe(
      'cannot_open: test record',
    );
    const unheld = { ...test, envelope: { ...test.envelope, keyId: 'AAAAAAAAAAAAAAAAAAAAAA' } };
    expect(await refusalOf(openTestRecord(property, bundle, unheld))).toBe('cannot_open: test record');
  });
});

describe('a recovered keyring', () => {
  it('must be the whole of the hotel’s', async () => {
    const { keys: made, manifest } = await hotelInMemory(now);
    const whole = { person: null, root: made.root, purposes: made.sealing };
    await checkKeyring(whole, manifest.manifest);
    const check = (changed: Partial<typeof whole>) =>
      refusalOf(checkKeyring({ ...whole, ...changed }, manifest.manifest));
    for (const left of made.sealing) {
      const purposes = made.sealing.filter((one) => one !== left);
      expect(await check({ purposes })).toBe('cannot_open: a purpose’s key');
    }
    expect(await check({ root: keys.root })).toBe('cannot_open: root');
    const swapped = made.sealing.map(({ purpose, pair }) => ({
      purpose,
      pair: { ...pair, privateKey: keys.root.privateKey },
    }));
    expect(await check({ purposes: swapped })).toBe('cannot_open: key pair');
  });
});
