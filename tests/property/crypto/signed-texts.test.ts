import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyConsent } from '../../../src/crypto/consent.ts';
import { signJws, verifyJws } from '../../../src/crypto/jws.ts';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { verifyManifest, verifyNotice } from '../../../src/crypto/verify-manifest.ts';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import { signTeamList, verifyTeamList } from '../../../src/crypto/team-list.ts';
import { teamListJwsType } from '../../../src/protocol/team-list.ts';
import { fixedTeam } from '../../vectors/cases/team-cases.ts';
import { expectationOf, fixedHotel, signAnything, signChanged } from '../../vectors/fixed-hotel.ts';
import { fixedProvenReceipt } from '../../vectors/fixed-receipt.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';
import { changed, isRefused, oneChange, runs } from './runs.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const proven = await fixedProvenReceipt(hotel, guest);
const expected = expectationOf(hotel);
const phone = (jws: string) => () => verifyManifest(jws, expected);
const team = await signTeamList(fixedTeam(hotel));
const tablet = (jws: string) => () =>
  verifyTeamList(jws, hotel.root.publicKey, { property: hotel.property, epoch: 1, seen: null });
const manifestFields = fc.constantFrom(
  'format',
  'property',
  'sequence',
  'previous',
  'issuedAt',
  'expiresAt',
  'epoch',
  'suites',
  'root',
  'card',
  'purposes',
  'notices',
  'receiptKey',
  'logOrigin',
);

describe('signed texts', () => {
  it('any text comes back as it was signed, and from no other signer', async () => {
    const [own, other] = [hotel.root, hotel.card];
    const { privateKey } = await importKeyPair(own, 'sign');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const jws = await signJws(text, privateKey, 'foyer-test', 'kid');
        expect(await verifyJws(jws, own.publicKey, 'foyer-test')).toBe(text);
        expect(await verifyJws(jws, own.publicKey, 'foyer-other')).toBeNull();
        expect(await verifyJws(jws, other.publicKey, 'foyer-test')).toBeNull();
      }),
      runs(60),
    );
  });

  it('any one changed character of a manifest, consent event or notice is refused, and never with another error', async () => {
    await fc.assert(
      fc.asyncProperty(oneChange, async (change) => {
        expect(await isRefused(phone(changed(hotel.manifest.jws, change)))).toBe(true);
        const consent = changed(guest.consent.jws, change);
        expect(await isRefused(() => verifyConsent(consent, guest.signer.publicKey))).toBe(true);
        const notice = changed(hotel.notices.en, change);
        expect(await isRefused(() => verifyNotice(notice, 'en', hotel.manifest.manifest))).toBe(true);
      }),
      runs(300),
    );
  });

  it('any one changed character of a team list is refused, and never with another error', async () => {
    await fc.assert(
      fc.asyncProperty(oneChange, async (change) => {
        expect(await isRefused(tablet(changed(team.jws, change)))).toBe(true);
      }),
      runs(300),
    );
  });

  it('a team list is believed by whom it is about: its root, its property, its epoch, and nobody who has seen more', async () => {
    const near = fc.integer({ min: 1, max: 4 });
    const hash = fc.constantFrom(team.hash, hotel.manifest.hash);
    const seen = fc.option(fc.record({ sequence: near, hash }), { nil: null });
    const property = fc.constantFrom(hotel.property, '0000000000');
    await fc.assert(
      fc.asyncProperty(near, near, property, seen, async (sequence, epoch, of, before) => {
        const signed = await signTeamList({ ...fixedTeam(hotel), after: sequence - 1, epoch });
        const known = before === null || before.hash !== team.hash ? before : { ...before, hash: signed.hash };
        const refused = await isRefused(() =>
          verifyTeamList(signed.jws, hotel.root.publicKey, { property: of, epoch: 2, seen: known }),
        );
        const newer = known === null || sequence > known.sequence;
        const same = known?.sequence === sequence && known.hash === signed.hash;
        expect(refused).toBe(!(of === hotel.property && epoch === 2 && (newer || same)));
        expect(
          await isRefused(() => verifyTeamList(signed.jws, hotel.card.publicKey, { property: of, epoch, seen: null })),
        ).toBe(true);
      }),
      runs(150),
    );
  });

  it('whatever a root may have signed as a team list, a tablet believes it or refuses it and never breaks', async () => {
    const fields = fc.constantFrom('format', 'property', 'sequence', 'previous', 'epoch', 'madeAt', 'by', 'people');
    await fc.assert(
      fc.asyncProperty(fields, fc.jsonValue(), async (field, value) => {
        const jws = await signAnything(hotel, { ...team.list, [field]: value }, teamListJwsType);
        const refused = await isRefused(tablet(jws));
        expect(refused || field === 'previous' || field === 'sequence').toBe(true);
      }),
      runs(150),
    );
  });

  it('whatever a root may have signed, a phone believes it or refuses it and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(manifestFields, fc.jsonValue(), async (field, value) => {
        const jws = await signChanged(hotel, { [field]: value });
        const refused = await isRefused(phone(jws));
        const harmless = field === 'previous' || field === 'epoch' || field === 'notices' || field === 'sequence';
        expect(refused || harmless).toBe(true);
      }),
      runs(150),
    );
  });

  it('no other text at all is a manifest or a consent event', async () => {
    const part = fc.string({ unit: fc.constantFrom('A', 'Q', 'e', 'y', 'J', '0', '-', '_', '=') });
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 4 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.uint8Array({ maxLength: 70 }), async (text, signer) => {
        expect(await isRefused(phone(text))).toBe(true);
        expect(await isRefused(() => verifyConsent(text, signer))).toBe(true);
      }),
      runs(300),
    );
  });
});

describe('receipts', () => {
  const texts = ['text', 'entry', 'checkpoint', 'manifest', 'format'] as const;

  it('any one changed character is refused, and never with another error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), oneChange, async (field, change) => {
        const bad = { ...proven, [field]: changed(proven[field], change) };
        expect(await isRefused(() => verifyReceipt(bad, hotel.fingerprint))).toBe(true);
        expect(await isRefused(() => verifyReceipt(bad, null))).toBe(true);
      }),
      runs(200),
    );
  });

  it('any other index or proof is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(proven.proof.length - 1), oneChange, fc.integer(), async (at, change, index) => {
        const proof = proven.proof.map((hash, i) => (i === at ? changed(hash, change) : hash));
        const cut = proven.proof.filter((_, i) => i !== at);
        for (const bad of [
          { ...proven, proof },
          { ...proven, proof: cut },
          { ...proven, index: index === proven.index ? -1 : index },
        ])
          expect(await isRefused(() => verifyReceipt(bad, hotel.fingerprint))).toBe(true);
      }),
      runs(100),
    );
  });

  it('any other value in any place is refused, and never with another error', async () => {
    const names = fc.constantFrom('format', 'text', 'entry', 'index', 'proof', 'checkpoint', 'manifest');
    await fc.assert(
      fc.asyncProperty(names, fc.jsonValue(), async (field, value) => {
        expect(await isRefused(() => verifyReceipt({ ...proven, [field]: value }, null))).toBe(true);
        expect(await isRefused(() => verifyReceipt(value, null))).toBe(true);
        const text = JSON.stringify(value);
        expect(await isRefused(() => verifyReceipt({ ...proven, [field]: text }, null))).toBe(true);
      }),
      runs(300),
    );
  });
});
