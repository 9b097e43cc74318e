import { expect, test } from 'vitest';
import { importKeyPair, keyIdOf } from '../../../src/crypto/key-pair.ts';
import { Keyring } from '../../../src/crypto/keyring.ts';
import { verifyManifest, verifyNotice } from '../../../src/crypto/verify-manifest.ts';
import type { ManifestPublication, NoticeTexts } from '../../../src/protocol/api.ts';
import { defaultSettings } from '../../../src/protocol/hotel-settings.ts';
import { decodeBase64Url } from '../../../src/protocol/base64url.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import type { Hotel } from '../../../src/staff/session/read-hotel.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import { renewalDays, renewManifest } from '../../../src/staff/session/renew-manifest.ts';
import { manifestDays } from '../../../src/staff/setup/create-hotel.ts';
import { hotelInMemory } from '../../support/hotel-in-memory.ts';
import { wholeDoor } from '../../support/whole-door.ts';

const made = Date.parse('2026-11-21T10:00:00Z');
const day = 86_400_000;

async function ownerOf(isOwner: boolean) {
  const { setup, manifest, keys } = await hotelInMemory(made);
  const fingerprint = await keyIdOf(keys.root.publicKey);
  const { property } = manifest.manifest;
  const pair = await importKeyPair(keys.root, 'open');
  const root = { publicKey: keys.root.publicKey, signingKey: (await importKeyPair(keys.root, 'sign')).privateKey };
  const keyring = new Keyring(fingerprint, pair, new Map(), isOwner ? root : null);
  const hotel: Hotel = {
    property,
    publicUrl: 'https://a.example',
    profile: setup.profile,
    manifest,
    recoveryMade: true,
    recoveryProven: true,
    settings: defaultSettings,
    recoveryUsed: false,
    recoveryLapsed: false,
    recoveryProvenAt: null,
    restored: null,
    fingerprint,
    fingerprintBytes: decodeBase64Url(fingerprint) ?? new Uint8Array(),
  };
  const published: ManifestPublication[] = [];
  const renew = (now: number, texts: NoticeTexts = setup.notices) => {
    const door = wholeDoor(
      { published: async (_, language) => ({ manifest: manifest.jws, language, notice: texts[language] ?? '' }) },
      {
        publish: async (publication) => void published.push(publication),
        team: async () => ({ people: [], team: null }),
      },
    );
    const { id, handle, displayName, publicKey, credential } = setup.owner;
    const session: Session = {
      property,
      person: {
        id,
        handle,
        displayName,
        role: isOwner ? 'owner' : 'front-desk',
        publicKey,
        granted: [],
        trainedAt: null,
        passphraseSince: toInstant(made),
      },
      api: door.staff(''),
      keyring,
      grants: [],
      wrapped: credential.wrapped,
      seenTeams: door.seenTeams,
      seenManifests: door.seenManifests,
      idleLimit: 0,
    };
    return renewManifest(door, session, hotel, now);
  };
  return { renew, published, hotel, setup };
}

test('nothing is renewed while there is time, nor ever by anyone without the root key', async () => {
  const owner = await ownerOf(true);
  expect(await owner.renew(made + (manifestDays - renewalDays - 1) * day)).toBe(false);
  const colleague = await ownerOf(false);
  expect(await colleague.renew(made + (manifestDays - 1) * day)).toBe(false);
  expect([...owner.published, ...colleague.published]).toEqual([]);
});

test('within 90 days it is signed again as the next in line, and nothing guests read changes', async () => {
  const { renew, published, hotel, setup } = await ownerOf(true);
  const now = made + (manifestDays - renewalDays + 1) * day;
  expect(await renew(now)).toBe(true);
  const [publication] = published;
  if (publication === undefined) throw new Error('nothing was published');
  const { property, fingerprint } = hotel;
  const next = await verifyManifest(publication.manifest, { property, fingerprint, now, lastSequence: 1 });
  expect(next.manifest.sequence).toBe(2);
  expect(next.manifest.previous).toBe(hotel.manifest.hash);
  expect(next.manifest.notices).toEqual(hotel.manifest.manifest.notices);
  expect(next.manifest.purposes).toEqual(hotel.manifest.manifest.purposes);
  expect(Date.parse(next.manifest.expiresAt)).toBe(now + manifestDays * day);
  await verifyNotice(setup.notices.en ?? '', 'en', next.manifest);
});

test('texts that are not the ones signed before are never signed again', async () => {
  const { renew, published, setup } = await ownerOf(true);
  const changed = { ...setup.notices, en: (setup.notices.en ?? '').replace('fire', 'offer') };
  await expect(renew(made + manifestDays * day, changed)).rejects.toMatchObject({ code: 'notice_changed' });
  expect(published).toEqual([]);
});
