// The day what is sealed off goes is one and the same to job, preview and guest, over HTTP, with real keys.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { withPurpose } from '../../../src/staff/notice/notice-draft.ts';
import { leftOnDisk } from '../../support/found-on-disk.ts';
import { GuestPhone, realHotel, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { ownerAtWork, publishNotice } from '../../support/publish-notice.ts';
import { emptyEnvelope } from '../../support/server-fixtures.ts';
import { askTemporarily, sampleAnswers, temporaryPurpose } from '../../support/temporary-purpose.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startTestServer({ expireEvery: 20 });
  hotel = await realHotel(server);
});

afterEach(() => server.end());

/** The hotel with another notice in force. */
async function publish(edit: (profile: PropertyProfile) => PropertyProfile): Promise<void> {
  const { manifest, publication } = await publishNotice(server.url, hotel.property, edit, server.clock.now);
  hotel = { ...hotel, manifest, notices: publication.notices };
}

const told = {
  ...sampleDetails,
  people: [samplePerson],
  temporary: { ...sampleAnswers, places: [...sampleAnswers.places] },
};
const owner = () => ownerAtWork(server.url, hotel.property);
const standings = async (phone: GuestPhone) => (await phone.open()).view.purposes;
const at = (date: string) => {
  server.clock.now = Date.parse(`${date}T00:00:00+08:00`);
};

async function arrive({ registration }: GuestPhone, checkOut: string): Promise<void> {
  const { session } = await owner();
  const desk = emptyEnvelope('desk', null, hotel.manifest.manifest.card.keyId);
  await session.api.arrive(registration, { checkOut, desk });
}

const codeOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each([true, false])(
  'another rule that ends earlier takes nothing early of what the one before asked, sealed off %s',
  async (sealedOff) => {
    await publish(askTemporarily(temporaryPurpose('2026-12-30')));
    const phone = await GuestPhone.register(server, hotel, ['emergency'], told);
    await arrive(phone, sealedOff ? '2026-11-23' : '2026-12-28');
    const deleted = sealedOff ? (await phone.delete()).verified.receipt.deletion : null;
    const certified = deleted?.classes.find((one) => one.class === 'temporary');
    expect(certified?.until ?? null).toBe(sealedOff ? '2026-12-31' : null);
    const other = { name: { 'zh-Hans': '关于延长登记的通告', en: 'Notice on going on' }, issuedOn: '2026-11-20' };
    await publish(askTemporarily(temporaryPurpose('2026-11-24', 0, other)));
    const state = sealedOff ? 'sealed-off' : 'held';
    const standing = async () => (await standings(phone)).find(({ purpose }) => purpose === 'temporary');
    expect(await standing()).toEqual({ purpose: 'temporary', state, until: '2026-12-31' });
    const { session } = await owner();
    const days = (await session.api.retention()).upcoming
      .filter((one) => one.class === 'temporary')
      .map((one) => one.day);
    expect(days).toContain('2026-12-31');
    expect(days).not.toContain('2026-11-25');
    const ran = async (date: string) => {
      const later = (await owner()).session;
      await expect.poll(async () => (await later.api.retention()).status.lastRun).toContain(date);
    };
    at('2026-11-26');
    await ran('2026-11-26');
    expect(await standing()).toMatchObject({ state });
    // Nor does it go with the other rule, once that one is out of the manifest; what isn't sealed off still opens.
    await publish(askTemporarily(null));
    const row = { registration: phone.registration };
    const opened = openPurpose((await owner()).session, row, 'temporary', 'legal-duty');
    expect(await codeOf(opened)).toBe(sealedOff ? 'sealed_off' : 'done');
    at('2026-12-31');
    server.clock.now -= 1;
    await ran('2026-12-30');
    expect(await standing()).toMatchObject({ state, until: '2026-12-31' });
    server.clock.now += 1;
    await expect.poll(standing).toMatchObject({ state: sealedOff ? 'erased' : 'expired', went: '2026-12-31' });
    const sealed = submissionSchema.parse(JSON.parse(phone.sealed.body)).envelopes;
    const answers = sealed.filter(({ purpose }) => purpose === 'temporary').map(({ ciphertext }) => ciphertext);
    expect(await leftOnDisk(server, answers)).toEqual([]);
  },
);

test('a term entered after the sealing off names the same day to job, preview and guest', async () => {
  const phone = await GuestPhone.register(server, hotel, ['emergency'], { ...sampleDetails, people: [samplePerson] });
  await arrive(phone, '2026-11-23');
  await phone.delete();
  const identity = async () => (await standings(phone)).find(({ purpose }) => purpose === 'identity');
  expect(await identity()).toEqual({ purpose: 'identity', state: 'sealed-off', until: null });
  const edit = (profile: PropertyProfile) =>
    withPurpose(profile, 'identity', { id: 'identity', retention: { kind: 'statutory', months: 2 } });
  await publish(edit);
  expect(await identity()).toEqual({ purpose: 'identity', state: 'sealed-off', until: '2027-01-23' });
  const { session } = await owner();
  expect((await session.api.retention()).upcoming).toContainEqual(
    expect.objectContaining({ class: 'identity', day: '2027-01-23' }),
  );
  at('2027-01-23');
  await expect.poll(identity).toMatchObject({ state: 'erased', went: '2027-01-23' });
});

test.each([true, false])(
  'a register the hotel no longer keeps doesn’t lose the day its guests were told, deleted by its guest %s',
  async (deleted) => {
    const identityFor = (months: number) => (profile: PropertyProfile) =>
      withPurpose(profile, 'identity', { id: 'identity', retention: { kind: 'statutory', months } });
    await publish(identityFor(6));
    const phone = await GuestPhone.register(server, hotel, ['emergency'], { ...sampleDetails, people: [samplePerson] });
    await arrive(phone, '2026-11-23');
    // Of two rules the one that was entered last.
    await publish(identityFor(2));
    await publish((profile) => withPurpose(profile, 'identity', null));
    const identity = async () => (await standings(phone)).find(({ purpose }) => purpose === 'identity');
    expect(await identity()).toEqual({ purpose: 'identity', state: 'held', until: '2027-01-23' });
    if (deleted) await phone.delete();
    else at('2026-12-10');
    await owner();
    await expect.poll(identity).toEqual({ purpose: 'identity', state: 'sealed-off', until: '2027-01-23' });
    const { session } = await owner();
    expect((await session.api.retention()).upcoming).toContainEqual(
      expect.objectContaining({ class: 'identity', day: '2027-01-23', term: { kind: 'statutory', months: 2 } }),
    );
    at('2027-01-23');
    await owner();
    await expect.poll(identity).toMatchObject({ state: 'erased', went: '2027-01-23' });
  },
);

test('what was sealed off before a term was entered goes by the one entered last, also once the register is no longer kept', async () => {
  const phone = await GuestPhone.register(server, hotel, ['emergency'], { ...sampleDetails, people: [samplePerson] });
  await arrive(phone, '2026-11-23');
  await phone.delete();
  await publish((profile) =>
    withPurpose(profile, 'identity', { id: 'identity', retention: { kind: 'statutory', months: 2 } }),
  );
  await publish((profile) => withPurpose(profile, 'identity', null));
  const identity = async () => (await standings(phone)).find(({ purpose }) => purpose === 'identity');
  expect(await identity()).toEqual({ purpose: 'identity', state: 'sealed-off', until: '2027-01-23' });
  expect((await (await owner()).session.api.retention()).upcoming).toContainEqual(
    expect.objectContaining({ class: 'identity', day: '2027-01-23', term: { kind: 'statutory', months: 2 } }),
  );
  at('2027-01-23');
  await owner();
  await expect.poll(identity).toMatchObject({ state: 'erased', went: '2027-01-23' });
});

test('the preview puts no day down to a rule that came after it', async () => {
  const identityFor = (months: number) => (profile: PropertyProfile) =>
    withPurpose(profile, 'identity', { id: 'identity', retention: { kind: 'statutory', months } });
  await publish(identityFor(2));
  const phone = await GuestPhone.register(server, hotel, ['emergency'], { ...sampleDetails, people: [samplePerson] });
  await arrive(phone, '2026-11-23');
  await phone.delete();
  const shown = async () =>
    (await (await owner()).session.api.retention()).upcoming
      .filter((one) => one.class === 'identity')
      .map(({ day, term }) => [day, term]);
  expect(await shown()).toEqual([['2027-01-23', { kind: 'statutory', months: 2 }]]);
  await publish(identityFor(12));
  expect(await shown()).toEqual([['2027-01-23', null]]);
});

test('a sheet of paper of a register the hotel no longer keeps doesn’t lose its day either', async () => {
  const { session } = await owner();
  const record = newId(server.clock.now, randomBytes);
  await session.api.recordPaper({
    record,
    purposes: ['identity'],
    checkOut: '2026-11-23',
    departed: false,
    place: 'safe',
  });
  const due = async () => (await session.api.papers()).records.flatMap(({ parts }) => parts.map((part) => part.due));
  expect(await due()).toEqual([null]);
  await publish((profile) =>
    withPurpose(profile, 'identity', { id: 'identity', retention: { kind: 'statutory', months: 2 } }),
  );
  expect(await due()).toEqual(['2027-01-23']);
  await publish((profile) => withPurpose(profile, 'identity', null));
  expect(await due()).toEqual(['2027-01-23']);
});
