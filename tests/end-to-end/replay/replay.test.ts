// What is old stays old: each way to bring back an earlier yes, an earlier copy or an earlier envelope, with the code the server, the
// phone and the tablet refuse it with, and nothing changed by it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SealedAct } from '../../../src/guest/registration/compose-change.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { Envelope } from '../../../src/protocol/envelope.ts';
import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { openEntry } from '../../support/desk-rows.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { signIn, type Session } from '../../../src/staff/session/sign-in.ts';
import { GuestPhone, type OpenedByPhone, realHotel, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { runJobs } from '../../support/run-jobs.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const hour = 3_600_000;
let server: TestServer;
let hotel: Awaited<ReturnType<typeof realHotel>>;
let desk: Session;

beforeAll(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
  desk = await signIn(staffDoor(fetch, server.url), {
    property: hotel.property,
    handle: 'chen',
    passphrase: passphrases.owner,
  });
});

afterAll(() => server.end());

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const rowOf = async ({ registration }: GuestPhone) => {
  const rows = await server.store.rows(hotel.property, 0, 500);
  const found = rows.find(({ row }) => row.registration === registration);
  if (found === undefined) throw new TypeError('no row');
  return found.row;
};

interface Scene {
  readonly phone: GuestPhone;
  /** As it was at first, with a yes to offers; and the yes that was sent and taken, then taken back. */
  readonly first: OpenedByPhone;
  readonly yes: SealedAct;
  readonly afterYes: OpenedByPhone;
}

/** A guest who said yes to membership and took it back since. */
async function changedMind(): Promise<Scene> {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers'], {
    ...sampleDetails,
    people: [samplePerson],
  });
  const first = await phone.open();
  const yes = await phone.compose(first, { give: ['membership'] });
  await phone.send(first, yes);
  const afterYes = await phone.open();
  await phone.change({ takeBack: ['membership'] });
  return { phone, first, yes, afterYes };
}

const envelopeIn = (body: string, kind: Envelope['kind']): Envelope => {
  const json: unknown = JSON.parse(body);
  const { envelopes } = submissionSchema.safeParse(json).data ?? registrationChangeSchema.parse(json);
  const found = envelopes.find((envelope) => envelope.kind === kind);
  if (found === undefined) throw new TypeError('no such envelope');
  return found;
};

const stay = { room: '201', remarks: '', checkOut: '2026-11-24' };
const arrive = ({ phone }: Scene) => confirmArrival(desk, hotel.manifest.manifest.card, phone.registration, stay);

const afterChange: Record<string, [string, (scene: Scene) => Promise<unknown>]> = {
  'the yes that was taken back since, byte for byte': [
    'consent_replayed',
    ({ phone, first, yes }) => phone.send(first, yes),
  ],
  'a yes of a phone that slept since the beginning': [
    'consent_replayed',
    async ({ phone, first }) => phone.send(first, await phone.compose(first, { give: ['emergency'] })),
  ],
  'the next number on an older event': [
    'consent_forked',
    async ({ phone, first }) => {
      const now = await phone.open();
      const forked = { ...now, last: { ...now.last, hash: first.last.hash } };
      return phone.send(now, await phone.compose(forked, { give: ['membership'] }));
    },
  ],
  'a number left out': [
    'consent_forked',
    async ({ phone }) => {
      const now = await phone.open();
      const ahead = { ...now, last: { ...now.last, number: now.last.number + 1 } };
      return phone.send(now, await phone.compose(ahead, { give: ['membership'] }));
    },
  ],
  'an old deletion that was never sent': [
    'consent_replayed',
    async ({ phone, first }) => phone.send(first, await phone.composeDeletion(first)),
  ],
  'the registration with one byte changed': [
    'submission_conflict',
    ({ phone }) => phone.api.register(hotel.property, `${phone.sealed.body} `),
  ],
};

test.each(Object.entries(afterChange).map(([name, [code, attempt]]) => ({ name, code, attempt })))(
  'after a change, $name: $code',
  async ({ code, attempt }) => {
    const scene = await changedMind();
    const before = [await rowOf(scene.phone), (await scene.phone.open()).view.purposes];
    expect(await codeOf(attempt(scene))).toBe(code);
    expect([await rowOf(scene.phone), (await scene.phone.open()).view.purposes]).toEqual(before);
  },
);

test('after a change, the whole old registration again gives its old receipt and brings nothing back', async () => {
  const { phone, first } = await changedMind();
  const before = await rowOf(phone);
  expect(await phone.api.register(hotel.property, phone.sealed.body)).toEqual(first.view.receipt);
  expect(await rowOf(phone)).toEqual(before);
});

const afterEnd: Record<
  string,
  Record<'deleted' | 'expired', string> & { attempt: (scene: Scene) => Promise<unknown> }
> = {
  'the registration again': {
    deleted: 'gone',
    expired: 'gone',
    attempt: ({ phone }) => phone.api.register(hotel.property, phone.sealed.body),
  },
  'the yes again': {
    deleted: 'already_erased',
    expired: 'gone',
    attempt: ({ phone, first, yes }) => phone.send(first, yes),
  },
  'a correction that was on its way': {
    deleted: 'already_erased',
    expired: 'gone',
    attempt: async ({ phone, afterYes }) =>
      phone.send(afterYes, await phone.compose(afterYes, { details: sampleDetails })),
  },
  'another deletion': {
    deleted: 'already_erased',
    expired: 'gone',
    attempt: async ({ phone, afterYes }) => phone.send(afterYes, await phone.composeDeletion(afterYes)),
  },
  'the desk’s confirmation': { deleted: 'gone', expired: 'gone', attempt: arrive },
  'an opening': {
    deleted: 'gone',
    expired: 'gone',
    attempt: ({ phone }) => openPurpose(desk, phone, 'billing', 'bill'),
  },
};

test.each(Object.entries(afterEnd).map(([name, one]) => ({ name, ...one })))(
  'after deletion, $name: $deleted',
  async ({ deleted, attempt }) => {
    const scene = await changedMind();
    await scene.phone.delete();
    expect(await codeOf(attempt(scene))).toBe(deleted);
    expect(await server.store.envelopes(scene.phone.registration)).toEqual([]);
  },
);

test('after expiry, every one of them is refused by its code', async () => {
  const scenes = await Promise.all(Object.values(afterEnd).map(() => changedMind()));
  await runJobs(server, server.clock.now + 72 * hour);
  for (const [at, { expired, attempt }] of Object.values(afterEnd).entries()) {
    const scene = scenes[at];
    if (scene === undefined) throw new TypeError('no scene');
    expect(await codeOf(attempt(scene))).toBe(expired);
    expect(await server.store.envelopes(scene.phone.registration)).toEqual([]);
  }
});

test('what is sealed off is opened for nobody: sealed_off', async () => {
  const scene = await changedMind();
  await arrive(scene);
  await scene.phone.delete();
  expect(await codeOf(openPurpose(desk, scene.phone, 'identity', 'legal-duty'))).toBe('sealed_off');
});

test('the phone: an old own copy offered as today’s doesn’t open', async () => {
  const { phone } = await changedMind();
  const old = envelopeIn(phone.sealed.body, 'self');
  expect(await codeOf(phone.open((view) => ({ ...view, self: old })))).toBe('cannot_open');
});

test('the tablet: an old card under today’s consent doesn’t open, and an older copy of the row is not believed', async () => {
  const { phone, first } = await changedMind();
  const row = await rowOf(phone);
  const now = await openEntry(hotel.property, desk.keyring, row);
  expect(now).toMatchObject({ broken: false, card: { name: '林 小 满' } });
  const old = envelopeIn(phone.sealed.body, 'card');
  expect(await openEntry(hotel.property, desk.keyring, { ...row, card: old })).toMatchObject({
    broken: true,
    card: null,
  });
  const wholeOld = {
    ...row,
    consentNumber: 1,
    sealedUnder: {},
    consentHash: first.last.hash,
    card: old,
    withdrawn: [],
  };
  // To a tablet that was never told more it is a row like any other; one that was keeps what it knows, and says so.
  expect(await openEntry(hotel.property, desk.keyring, wholeOld)).toMatchObject({ broken: false });
  expect(await openEntry(hotel.property, desk.keyring, wholeOld, now)).toEqual({
    ...now,
    olderRefused: true,
  });
});

test('the tablet: an old purpose envelope under today’s consent doesn’t open', async () => {
  const { phone } = await changedMind();
  await phone.change({ details: { ...sampleDetails, phone: '+8613900139000', people: [samplePerson] } });
  const old = envelopeIn(phone.sealed.body, 'purpose');
  const api: Session['api'] = {
    ...desk.api,
    open: async (opening) => ({ ...(await desk.api.open(opening)), envelope: old }),
  };
  const { purpose } = old;
  if (purpose === null) throw new TypeError('no purpose');
  expect(await codeOf(openPurpose({ ...desk, api }, phone, purpose, 'guest-asked'))).toBe('cannot_open');
});
