// A store of one kind with a hotel in it, and the changes tests write. Fresh for every test.

import { afterEach, beforeEach } from 'vitest';
import { sealedPurposes } from '../../src/protocol/check-submission.ts';
import { logEntryText } from '../../src/server/log/log-entry.ts';
import { checkpointSigner, makeReceiptKey } from '../../src/server/log/receipt-key.ts';
import type { Change, ChangeOf } from '../../src/server/store/change.ts';
import type { NewTeamList } from '../../src/server/store/staff-change.ts';
import type { Store } from '../../src/server/store/store.ts';
import { sha256, type TestHotel, testHotel } from '../support/hotel-fixtures.ts';
import { arrivalBody, fixtureId, type TestGuest, type TestPerson, testPerson } from '../support/server-fixtures.ts';

export interface StoreFaults {
  /** Called just before each commit. */
  readonly beforeCommit: () => void;
  /** Called before anything is written to the ledger kept beside the data. */
  readonly beforeLedger: () => void;
}

/** One place to keep data in, opened and closed again as a test likes. */
export interface StorePlace {
  /** What these throw stands for a disk that refuses. */
  readonly open: (faults?: StoreFaults) => Promise<Store>;
  readonly remove: () => Promise<void>;
  /** Writes over one column of a registration, as a failing disk or somebody's hand would; for the contract of broken records. */
  readonly damage?: (
    registration: string,
    column: 'purposes' | 'check_out' | 'desk_check_out' | 'agreed',
    text: string,
  ) => void;
  /** Another place with what is kept here now, as it is where the process was killed. */
  readonly copy: () => Promise<StorePlace>;
}

interface Current {
  place: StorePlace;
  store: Store;
  hotel: TestHotel;
  owner: TestPerson;
}

export function contractSetting(newPlace: () => Promise<StorePlace>) {
  const key = makeReceiptKey();
  const receiptKey = { keyId: key.keyId, publicKey: Buffer.from(key.publicKey).toString('base64url') };
  let current: Current | null = null;
  const s = {
    /** Thrown before commits while set. */
    fault: null as Error | null,
    /** Thrown before writes to the ledger while set. */
    ledgerFault: null as Error | null,
    now: 0,
    get store() {
      return inside().store;
    },
    get hotel() {
      return inside().hotel;
    },
    get owner() {
      return inside().owner;
    },
  };
  const inside = () => {
    if (current === null) throw new TypeError('outside a test');
    return current;
  };
  const openStore = (place: StorePlace) =>
    place.open({
      beforeCommit: () => {
        if (s.fault !== null) throw s.fault;
      },
      beforeLedger: () => {
        if (s.ledgerFault !== null) throw s.ledgerFault;
      },
    });
  const reopen = async () => {
    const before = inside();
    await before.store.close();
    current = { ...before, store: await openStore(before.place) };
  };
  const damage: NonNullable<StorePlace['damage']> = (...of) => {
    const { place } = inside();
    if (place.damage === undefined) throw new TypeError('nothing is damaged in this place');
    place.damage(...of);
  };
  /** What a start would find, were the process killed now. */
  const ifKilled = async <Found>(look: (store: Store) => Promise<Found>): Promise<Found> => {
    const copy = await inside().place.copy();
    const store = await copy.open();
    const found = await look(store);
    await store.close();
    await copy.remove();
    return found;
  };
  const sign = () => checkpointSigner(s.hotel.property, key);
  // The steady clock stands where the first change says that the wall clock does.
  const momentOf = (changes: readonly Change[]) =>
    changes.flatMap((change) => ('moment' in change ? [change.moment] : 'at' in change ? [change.at] : []))[0];
  const write = (...changes: Change[]) =>
    s.store.commit({ property: s.hotel.property, moment: momentOf(changes) ?? s.now, changes, sign: sign() });
  const entry = (action: Parameters<typeof logEntryText>[0]['action'], registration?: string) =>
    logEntryText({ at: s.now, actor: 'server', role: 'server', action, ...(registration ? { registration } : {}) });
  const registration = ({ submission, body }: TestGuest): ChangeOf<'register'> => ({
    kind: 'register',
    at: s.now,
    submission,
    bodyHash: sha256(body),
    consentHash: sha256(submission.consent),
    receipt: `{"receipt":"${submission.registration}"}`,
    receiptParts: [submission.registration],
    agreed: sealedPurposes(submission).map((purpose) => ({ purpose, language: submission.language, version: 1 })),
    entry: entry('registered', submission.registration),
  });
  const publicationOf = (of: TestHotel) => ({
    sequence: of.manifest.sequence,
    hash: of.hash,
    jws: of.jws,
    notices: {
      'zh-Hans': { hash: sha256(of.notices['zh-Hans'] ?? ''), text: of.notices['zh-Hans'] ?? '' },
      en: { hash: sha256(of.notices.en ?? ''), text: of.notices.en ?? '' },
    },
  });
  const creation = (): Change => ({
    kind: 'create-property',
    at: s.now,
    profile: s.hotel.profile,
    receiptKey: key,
    publication: publicationOf(s.hotel),
    owner: s.owner.person,
    entry: entry('manifest-published'),
    ownerEntry: entry('person-added'),
  });
  const move = (kind: 'mark-seen' | 'expire', id: string): Change => {
    const of = { at: s.now, registration: id };
    if (kind === 'mark-seen') return { kind, ...of, entry: entry('seen', id) };
    return { kind, ...of, erasure: { id: fixtureId() }, entry: entry('expired', id) };
  };
  const arrival = (id: string, desk = arrivalBody(s.hotel)): Change => ({
    kind: 'arrive',
    at: s.now,
    registration: id,
    manifestSequence: s.hotel.manifest.sequence,
    ...desk,
    entry: entry('arrived', id),
  });
  const opening = (id: string, purpose: 'emergency' | 'membership', keys: string[]): Change => ({
    kind: 'open-envelope',
    at: s.now,
    registration: id,
    purpose,
    approved: false,
    keys,
    entry: entry('opened', id),
  });
  /** The list that comes after another; what was really signed is nothing to a store. */
  const teamAfter = (before: NewTeamList | null, ...people: readonly string[]): NewTeamList => {
    const sequence = (before?.sequence ?? 0) + 1;
    const jws = `team ${sequence}: ${people.join(' ')}`;
    return { jws, hash: sha256(jws), sequence, previous: before?.hash ?? null, people, entry: entry('team-signed') };
  };
  /** The three changes that make somebody a colleague. */
  const joining = ({ person }: TestPerson, team: NewTeamList): Change[] => {
    const { id, handle, displayName, role, publicKey, credential } = person;
    const [invitation, tokenHash] = [fixtureId(), sha256(id)];
    const sealedSecret = { enc: 'A'.repeat(87), ciphertext: 'AAAA' };
    return [
      {
        kind: 'invite',
        at: s.now,
        by: s.owner.person.id,
        expiresAt: s.now + 1,
        invitation: { id: invitation, handle, displayName, role, purposes: [], tokenHash, sealedSecret },
        entry: entry('person-invited'),
      },
      {
        kind: 'answer-invitation',
        at: s.now,
        tokenHash,
        answer: { id, publicKey, credential },
        entry: entry('invitation-answered'),
      },
      {
        kind: 'add-person',
        at: s.now,
        person,
        invitation: { id: invitation, sequence: s.hotel.manifest.sequence },
        team,
        entry: entry('person-added'),
      },
    ];
  };
  /** Makes colleagues of people, in a hotel whose owner is alone; gives the list with all of them. */
  const join = async (...people: readonly TestPerson[]): Promise<NewTeamList> => {
    let team: NewTeamList | null = null;
    for (const one of people) {
      team = teamAfter(team, ...(team?.people ?? [s.owner.person.id]), one.person.id);
      await write(...joining(one, team));
    }
    if (team === null) throw new TypeError('nobody joins');
    return team;
  };
  const entries = () => s.store.entries(s.hotel.property, 0, 10_000);
  const leaves = async () => (await entries()).map((text) => Buffer.from(text));

  beforeEach(async () => {
    s.fault = null;
    s.ledgerFault = null;
    s.now = Date.parse('2026-11-21T10:00:00Z');
    const place = await newPlace();
    const hotel = await testHotel({ receiptKey, now: s.now });
    current = { place, store: await openStore(place), hotel, owner: await testPerson(hotel, 'owner', 'li') };
    await write(creation());
  });

  afterEach(async () => {
    const { place, store } = inside();
    await store.close();
    await place.remove();
    current = null;
  });

  return Object.assign(s, {
    key,
    reopen,
    ifKilled,
    damage,
    write,
    entry,
    registration,
    publicationOf,
    creation,
    move,
    arrival,
    opening,
    teamAfter,
    joining,
    join,
    entries,
    leaves,
  });
}
