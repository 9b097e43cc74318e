import { describe, expect, it } from 'vitest';
import { openGrant, personKeyBytes, sealGrant } from '../../../src/crypto/grant.ts';
import { hpkeSeal } from '../../../src/crypto/hpke.ts';
import { importKeyPair, keyIdOf } from '../../../src/crypto/key-pair.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { type Grant, grantSchema } from '../../../src/protocol/staff.ts';
import { fixedKeyPair } from '../../vectors/fixed-keys.ts';
import { flipBit, truncate } from '../../vectors/flip-bit.ts';
import { refusalOf } from './refusal-of.ts';

const purposePair = fixedKeyPair('emergency');
const person = fixedKeyPair('person');
const keys = await importKeyPair(person, 'open');
const context = { property: 'fyrqc00001', purpose: 'emergency', epoch: 1, person: 'AAAAAAAAAAAAAAAAAAAAAA' } as const;
const grant = await sealGrant(context, purposePair, person.publicKey);
const open = (changed: Partial<Grant>, moved: Partial<{ property: string; person: string }> = {}, pair = keys) =>
  openGrant({ property: context.property, person: context.person, ...moved }, { ...grant, ...changed }, pair);

describe('a grant', () => {
  it('hands over a purpose’s pair, and says which', async () => {
    expect(grantSchema.parse(grant)).toEqual(grant);
    expect(grant.keyId).toBe(await keyIdOf(purposePair.publicKey));
    expect(await open({})).toEqual(purposePair);
  });

  const sealedBytes = 'cannot_open: sealed bytes';
  it.each<[string, () => Promise<unknown>]>([
    ['another person', () => open({}, { person: 'AAAAAAAAAAAAAAAAAAAAAQ' })],
    ['another purpose', () => open({ purpose: 'offers' })],
    ['the card', () => open({ purpose: 'card' })],
    ['another epoch', () => open({ epoch: 2 })],
    ['another property', () => open({}, { property: 'fyrqc00002' })],
    ['another key’s name', () => open({ keyId: context.person })],
    ['changed bytes', () => open({ sealed: { ...grant.sealed, ciphertext: flipBit(grant.sealed.ciphertext, 3) } })],
    ['truncated bytes', () => open({ sealed: { ...grant.sealed, ciphertext: truncate(grant.sealed.ciphertext, 1) } })],
  ])('moved to %s doesn’t open', async (_, attempt) => {
    expect(await refusalOf(attempt())).toBe(sealedBytes);
  });

  it('doesn’t open with another person’s keys', async () => {
    expect(await refusalOf(open({}, {}, await importKeyPair(fixedKeyPair('other person'), 'open')))).toBe(sealedBytes);
  });

  it.each([
    ['another key than it names', Uint8Array.of(...fixedKeyPair('offers').publicKey, ...purposePair.privateKey)],
    ['half a pair', purposePair.publicKey],
    ['a byte too many', Uint8Array.of(...purposePair.publicKey, ...purposePair.privateKey, 0)],
    ['nothing', new Uint8Array()],
  ])('that holds %s is refused, though rightly sealed', async (_, bytes) => {
    const info = JSON.stringify(['foyer', 1, 'grant', context.property, context.purpose, context.epoch]);
    const sealed = await hpkeSeal(person.publicKey, info, JSON.stringify([context.person, grant.keyId]), bytes);
    expect(await refusalOf(open({ sealed }))).toBe('cannot_open: grant');
  });

  it('is sealed to a whole public key', () => {
    expect(personKeyBytes(encodeBase64Url(person.publicKey))).toEqual(person.publicKey);
    for (const bad of ['', '!', 'AAAA']) expect(() => personKeyBytes(bad)).toThrow('unknown_key: person');
  });
});
