import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { verifyManifest, verifyNotice } from '../../../src/crypto/verify-manifest.ts';
import { keyIdOf } from '../../../src/crypto/key-pair.ts';
import { type Setup, setupSchema, type SignedIn } from '../../../src/protocol/api.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { DoorApi, StaffApi } from '../../../src/staff/api/staff-api.ts';
import { HotelOpening, openingSteps } from '../../../src/staff/setup/hotel-opening.ts';
import { keptAnswers } from '../../../src/staff/setup/kept-answers.ts';
import { emptyAnswers, profileOf, type SetupAnswers } from '../../../src/staff/setup/setup-answers.ts';
import { hotelInMemory } from '../../support/hotel-in-memory.ts';
import { quickParameters } from '../../support/make-hotel.ts';
import { wholeDoor } from '../../support/whole-door.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const answers: SetupAnswers = {
  ...emptyAnswers({ 'zh-Hans': '本店的服务器', en: 'Our own server' }),
  name: { 'zh-Hans': '青石客栈', en: 'Bluestone' },
  jurisdiction: 'CN-44',
  address: { 'zh-Hans': '广州', en: 'Guangzhou' },
  contact: '020',
  officerName: '陈青',
  officerContact: 'a@b.example',
};

test('a new hotel’s manifest is signed by its own root and vouches for every notice; phones accept it', async () => {
  const { setup, manifest, keys } = await hotelInMemory(now);
  expect(setupSchema.parse(setup)).toEqual(setup);
  const fingerprint = await keyIdOf(keys.root.publicKey);
  const { property } = manifest.manifest;
  const verified = await verifyManifest(setup.manifest, { fingerprint, property, now, lastSequence: 0 });
  for (const language of ['zh-Hans', 'en'] as const)
    expect((await verifyNotice(setup.notices[language] ?? '', language, verified.manifest)).version).toBe(1);
  expect(verified.manifest.purposes.map(({ id }) => id)).toContain('minors');
  expect(JSON.stringify(setup)).not.toContain(Buffer.from(keys.root.privateKey).toString('base64url'));
});

test('answers become a profile; a local rule only whole, complaint lines as they were edited', () => {
  const [first] = answers.complaints;
  const own = { name: { 'zh-Hans': '区文旅局 ', en: 'not asked' }, contact: '020-1' };
  if (first === undefined) throw new TypeError('no suggestions');
  const edited = { ...answers, languages: ['zh-Hans'], complaints: [{ ...first, contact: '12388' }, own] };
  const profile = profileOf(edited, '2026-11-21');
  expect(profile.purposes.map(({ id }) => id)).toEqual(['emergency', 'billing', 'membership', 'offers']);
  expect(profile.complaints).toEqual([
    { name: { 'zh-Hans': first.name['zh-Hans'] }, contact: '12388' },
    { name: { 'zh-Hans': '区文旅局' }, contact: '020-1' },
  ]);
  expect(profile.identityRule).toBeNull();
  const purposes = { ...answers.purposes, identity: { on: true, term: '' } };
  const local = { localRule: '某市办法', localArticle: '第七条', localEffective: '2020-03-01', localTerm: '3 年' };
  expect(profileOf({ ...answers, purposes, ...local }, '2026-11-21').identityRule).toEqual({
    rule: '某市办法',
    article: '第七条',
    effective: '2020-03-01',
    term: '3 年',
    enteredOn: '2026-11-21',
  });
  for (const part of ['localRule', 'localEffective', 'localTerm'])
    expect(profileOf({ ...answers, purposes, ...local, [part]: '' }, '2026-11-21').identityRule).toBeNull();
});

test('only the languages chosen are in the profile, and what is missing is named', () => {
  const profile = profileOf({ ...answers, languages: ['en'] }, '2026-11-21');
  expect(profile.name).toEqual({ en: 'Bluestone' });
  expect(profile.languages).toEqual(['en']);
  expect(() => profileOf({ ...answers, jurisdiction: '' }, '2026-11-21')).toThrow(/jurisdiction/);
});

test('what is kept over a reload holds neither passphrase nor who the owner is', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  };
  const keeper = keptAnswers(() => storage);
  const typed = { ...answers, passphrase: 'river', again: 'river', handle: 'chen', ownerName: '陈老板' };
  keeper.write(typed);
  expect([...kept.values()].join()).not.toMatch(/river|chen|陈老板/);
  expect(keeper.read()).toEqual(answers);
  keeper.forget();
  expect(kept.size).toBe(0);
  expect(
    keptAnswers(() => {
      throw new Error('forbidden');
    }).read(),
  ).toBeNull();
});

/** A server that loses answers when told to. */
function fakeDoor() {
  const setups: Setup[] = [];
  const sheets: string[] = [];
  const state = { loseAnswer: false, refuseSheet: false };
  const staff: Partial<StaffApi> = {
    makeRecovery: async ({ test: { id } }) => {
      if (state.refuseSheet) throw new Refusal('offline');
      sheets.push(id);
    },
  };
  const door: Partial<DoorApi> = {
    setUp: async (_, setup) => {
      if (setups.length > 0) throw new Refusal('setup_done');
      setups.push(setup);
      if (state.loseAnswer) throw new Refusal('offline');
    },
    startSignIn: async () => {
      const owner = setups[0]?.owner;
      if (owner === undefined) throw new Refusal('unknown_property');
      return { salt: owner.credential.salt, parameters: owner.credential.parameters };
    },
    signIn: async (): Promise<SignedIn> => {
      const owner = setups[0]?.owner;
      if (owner === undefined) throw new Refusal('sign_in_failed');
      const { id, handle, displayName, role, publicKey, grants, credential } = owner;
      const granted = grants.map(({ purpose }) => purpose);
      const upkeep = { trainedAt: null, passphraseSince: '2026-05-04T09:30:00+08:00' };
      return {
        session: '',
        person: { id, handle, displayName, role, publicKey, granted, ...upkeep },
        wrapped: credential.wrapped,
        grants,
        idleLimit: 1,
      };
    },
  };
  return { door: wholeDoor(door, staff), setups, sheets, state };
}

async function openingOn(door: DoorApi): Promise<HotelOpening> {
  const { manifest } = await hotelInMemory(now);
  const { property, receiptKey } = manifest.manifest;
  return new HotelOpening({
    door,
    token: 't',
    start: { property, receiptKey, publicUrl: 'https://a.example', now },
    profile: profileOf(answers, '2026-11-21'),
    owner: { handle: 'chen', displayName: '陈青', passphrase: 'the river below the bridge' },
    random: randomBytes,
    now: () => now,
    ownTime: () => now,
    parameters: quickParameters,
  });
}

test('every step is named as it begins, and the owner comes out with a sheet', async () => {
  const { door, sheets } = fakeDoor();
  const steps: string[] = [];
  const opened = await (await openingOn(door)).run((step) => steps.push(step));
  expect(steps).toEqual([...openingSteps]);
  expect(opened.recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(sheets).toHaveLength(1);
});

test('when the answer is lost, trying again finds the hotel that was made, with the keys already made', async () => {
  const { door, setups, state } = fakeDoor();
  state.loseAnswer = true;
  const opening = await openingOn(door);
  await expect(opening.run(() => undefined)).rejects.toMatchObject({ code: 'offline' });
  const opened = await opening.run(() => undefined);
  expect(setups).toHaveLength(1);
  expect(opened.session.person.id).toBe(setups[0]?.owner.id);
});

test('a hotel somebody else made is not taken for this one', async () => {
  const { door, setups } = fakeDoor();
  const other = await hotelInMemory(now);
  setups.push(other.setup);
  await expect((await openingOn(door)).run(() => undefined)).rejects.toMatchObject({ code: 'setup_done' });
});

test('an owner is let in without a sheet when it could not be stored', async () => {
  const { door, state } = fakeDoor();
  state.refuseSheet = true;
  expect((await (await openingOn(door)).run(() => undefined)).recoveryCode).toBeNull();
});
