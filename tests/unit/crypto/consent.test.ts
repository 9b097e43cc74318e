import { describe, expect, it } from 'vitest';
import { signConsent, verifyConsent } from '../../../src/crypto/consent.ts';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';
import { refusalOf } from './refusal-of.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const other = await fixedRegistration(hotel, 'guest 2');

describe('a consent event', () => {
  it('reads back as it was signed, and is named by the hash of its text', async () => {
    expect(await verifyConsent(guest.consent.jws, guest.signer.publicKey)).toEqual(guest.event);
    expect(guest.consent.hash).toBe(await digest(guest.consent.jws));
  });

  it('names the next by its hash', async () => {
    const { privateKey } = await importKeyPair(guest.signer, 'sign');
    const decisions = guest.event.decisions.map((one) => ({ ...one, decision: 'withdrawn' as const }));
    const next = await signConsent({ ...guest.event, number: 2, previous: guest.consent.hash, decisions }, privateKey);
    const read = await verifyConsent(next.jws, guest.signer.publicKey);
    expect(read.previous).toBe(guest.consent.hash);
    expect(next.hash).not.toBe(guest.consent.hash);
  });

  it('is nobody else’s', async () => {
    expect(await refusalOf(verifyConsent(guest.consent.jws, other.signer.publicKey))).toBe('consent_invalid');
    expect(await refusalOf(verifyConsent(guest.consent.jws, hotel.root.publicKey))).toBe('consent_invalid');
  });
});
