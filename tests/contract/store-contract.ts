// What every store must do, whatever it is built on. Run by one test file per store.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCheckpoint } from '../../src/protocol/checkpoint.ts';
import { checkpointSigner, makeReceiptKey } from '../../src/server/log/receipt-key.ts';
import { logEntryText } from '../../src/server/log/log-entry.ts';
import type { Change, ChangeOf, Store } from '../../src/server/store/store.ts';
import { StorageUnavailable } from '../../src/server/store/store.ts';
import { referenceConsistency, referencePath, referenceRoot } from '../support/merkle-reference.ts';
import { sha256, type TestHotel, testHotel } from '../support/hotel-fixtures.ts';
import {
  arrivalBody,
  fixtureId,
  recoverySheet,
  type TestGuest,
  testGuest,
  type TestPerson,
  testPerson,
} from '../support/server-fixtures.ts';

/** One place to keep data in, opened and closed again as a test likes. */
export interface StorePlace {
  /** `beforeCommit` is called just before each commit; what it throws stands for a disk that refuses. */
  readonly open: (beforeCommit?: () => void) => Promise<Store>;
  readonly remove: () => Promise<void>;
}

export function storeContract(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(name, () => {
    let place: StorePlace;
    let store: Store;
    let hotel: TestHotel;
    let owner: TestPerson;
    /** Thrown before the next commits while set. */
    let fault: Error | null = null;
    let now = Date.parse('2026-11-21T10:00:00Z');
    const key = makeReceiptKey();
    const receiptKey = { keyId: key.keyId, publicKey: Buffer.from(key.publicKey).toString('base64url') };

    const openStore = () =>
      place.open(() => {
        if (fault !== null) throw fault;
      });
    const reopen = async () => {
      await store.close();
      store = await openStore();
    };
    const sign = () => checkpointSigner(hotel.property, key);
    const write = (...changes: Change[]) => store.commit({ property: hotel.property, changes, sign: sign() });
    const entry = (action: Parameters<typeof logEntryText>[0]['action'], registration?: string) =>
      logEntryText({ at: now, actor: 'server', role: 'server', action, ...(registration ? { registration } : {}) });
    const registration = ({ submission, body }: TestGuest): ChangeOf<'register'> => ({
      kind: 'register',
      at: now,
      submission,
      bodyHash: sha256(body),
      consentHash: sha256(submission.consent),
      receipt: `{"receipt":"${submission.registration}"}`,
      receiptParts: [submission.registration],
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
      at: now,
      profile: hotel.profile,
      receiptKey: key,
      publication: publicationOf(hotel),
      owner: owner.person,
      entry: entry('manifest-published'),
      ownerEntry: entry('person-added'),
    });
    const move = (kind: 'mark-seen' | 'expire', id: string): Change => ({
      kind,
      at: now,
      registration: id,
      entry: entry(kind === 'expire' ? 'expired' : 'seen', id),
    });
    const arrival = (id: string, desk = arrivalBody(hotel)): Change => ({
      kind: 'arrive',
      at: now,
      registration: id,
      ...desk,
      entry: entry('arrived', id),
    });
    const opening = (id: string, purpose: 'emergency' | 'membership', keys: string[]): Change => ({
      kind: 'open-envelope',
      at: now,
      registration: id,
      purpose,
      keys,
      entry: entry('opened', id),
    });
    const entries = () => store.entries(hotel.property, 0, 10_000);
    const leaves = async () => (await entries()).map((text) => Buffer.from(text));

    beforeEach(async () => {
      fault = null;
      now = Date.parse('2026-11-21T10:00:00Z');
      place = await newPlace();
      store = await openStore();
      hotel = await testHotel({ receiptKey, now });
      owner = await testPerson(hotel, 'owner', 'li');
      await write(creation());
    });

    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    test('keeps a property whole, and makes no second one', async () => {
      expect(await store.properties()).toEqual([hotel.property]);
      const stored = await store.property(hotel.property);
      expect(stored?.profile).toEqual(hotel.profile);
      expect(Buffer.from(stored?.receiptKey.privateKey ?? [])).toEqual(Buffer.from(key.privateKey));
      expect(await store.publications(hotel.property, now)).toEqual([
        { sequence: 1, jws: hotel.jws, publishedAt: now, notices: hotel.notices },
      ]);
      expect((await store.personByHandle(hotel.property, 'li'))?.credential).toEqual(owner.person.credential);
      expect((await write(creation())).outcomes).toEqual([{ kind: 'refused', code: 'setup_done' }]);
      expect(await store.property('0000000000')).toBeNull();
      expect(await entries()).toHaveLength(2);
    });

    test('a registration is there after a restart, with everything it was given', async () => {
      const guest = await testGuest(hotel, { statutory: ['minors'] });
      const { outcomes, tree, cursor } = await write(registration(guest));
      expect(outcomes).toEqual([{ kind: 'done', index: 2 }]);
      expect(cursor).toBe(1);
      await reopen();
      const stored = await store.registration(guest.submission.registration);
      expect(stored).toMatchObject({
        property: hotel.property,
        state: 'received',
        bodyHash: sha256(guest.body),
        consent: guest.submission.consent,
        receipt: `{"receipt":"${guest.submission.registration}"}`,
        index: 2,
        treeSize: 3,
        manifestSequence: 1,
        receivedAt: now,
        seenAt: null,
      });
      expect(await store.registrationOfGuest(guest.submission.lookupHash)).toEqual(stored);
      expect(await store.envelopes(guest.submission.registration)).toEqual(guest.submission.envelopes);
      expect(await store.checkpoint(hotel.property, 3)).toBe(tree?.checkpoint);
      expect(await store.checkpoint(hotel.property, null)).toBe(tree?.checkpoint);
      const [listed] = await store.rows(hotel.property, 0, 10);
      expect(listed?.row).toMatchObject({
        registration: guest.submission.registration,
        state: 'received',
        minors: true,
        checkIn: '2026-11-21',
        checkOut: '2026-11-23',
        receivedAt: '2026-11-21T18:00:00+08:00',
        purposes: ['emergency', 'billing', 'offers', 'minors'],
        consentHash: sha256(guest.submission.consent),
        card: guest.submission.envelopes[0],
        desk: null,
      });
    });

    test('the same bytes again are the same registration; other bytes or another’s lookup are a conflict', async () => {
      const guest = await testGuest(hotel);
      const change = registration(guest);
      const twice = await write(change, change);
      expect(twice.outcomes).toEqual([{ kind: 'done', index: 2 }, { kind: 'existing' }]);
      const conflict = { kind: 'refused', code: 'submission_conflict' };
      const stranger = await testGuest(hotel, {
        change: (submission) => ({ ...submission, lookupHash: guest.submission.lookupHash }),
      });
      const again = await write(change, { ...change, bodyHash: sha256('other') }, registration(stranger));
      expect(again.outcomes).toEqual([{ kind: 'existing' }, conflict, conflict]);
      expect(again.tree).toBeNull();
      expect(await entries()).toHaveLength(3);
      expect(await store.registration(stranger.submission.registration)).toBeNull();
      expect(await store.rows(hotel.property, 0, 10)).toHaveLength(1);
    });

    test('a refused change in a batch leaves its neighbours alone', async () => {
      const [first, second] = [await testGuest(hotel), await testGuest(hotel)];
      const unknown = fixtureId();
      const { outcomes } = await write(
        registration(first),
        opening(unknown, 'emergency', []),
        registration(second),
        move('mark-seen', unknown),
      );
      expect(outcomes).toEqual([
        { kind: 'done', index: 2 },
        { kind: 'refused', code: 'not_found' },
        { kind: 'done', index: 3 },
        { kind: 'unchanged' },
      ]);
      expect(await store.registration(second.submission.registration)).not.toBeNull();
    });

    test('a batch that breaks a rule of the database writes nothing, and the next one starts clean', async () => {
      const guest = await testGuest(hotel);
      const nobody: Change = {
        kind: 'start-session',
        at: now,
        hash: sha256('s'),
        person: fixtureId(),
        forget: 0,
        entry: entry('signed-in'),
      };
      await expect(write(registration(guest), nobody)).rejects.not.toBeInstanceOf(StorageUnavailable);
      expect(await store.registration(guest.submission.registration)).toBeNull();
      expect((await write(registration(guest))).outcomes).toEqual([{ kind: 'done', index: 2 }]);
      expect(await entries()).toHaveLength(3);
    });

    test('a disk that refuses at commit leaves nothing, and the log goes on without a gap', async () => {
      const guests = await Promise.all([testGuest(hotel), testGuest(hotel), testGuest(hotel)]);
      const [first, second, third] = guests.map(registration);
      if (first === undefined || second === undefined || third === undefined) throw new TypeError();
      await write(first);
      fault = new StorageUnavailable('disk full');
      await expect(write(second)).rejects.toBeInstanceOf(StorageUnavailable);
      expect(await store.registration(second.submission.registration)).toBeNull();
      expect(await store.rows(hotel.property, 0, 10)).toHaveLength(1);
      fault = null;
      const { outcomes, cursor } = await write(third, second);
      expect(outcomes).toEqual([
        { kind: 'done', index: 3 },
        { kind: 'done', index: 4 },
      ]);
      expect(cursor).toBe(3);
      const note = parseCheckpoint((await store.checkpoint(hotel.property, null)) ?? '');
      expect(note?.size).toBe(5);
      expect(Buffer.from(note?.root ?? [])).toEqual(referenceRoot(await leaves()));
    });

    test('the log’s root and proofs at every commit are the slow reference’s, also after a restart', async () => {
      const sizes: number[] = [];
      for (const count of [1, 4, 2, 7]) {
        const changes = await Promise.all(
          Array.from({ length: count }, async () => registration(await testGuest(hotel))),
        );
        const { outcomes, tree } = await write(...changes);
        const data = await leaves();
        sizes.push(tree?.size ?? 0);
        expect(tree?.size).toBe(data.length);
        for (const outcome of outcomes) {
          if (outcome.kind !== 'done' || outcome.index === null) throw new TypeError();
          const proof = (tree?.prove(outcome.index) ?? []).map((hash) => Buffer.from(hash));
          expect(proof).toEqual(referencePath(outcome.index, data));
        }
        if (count === 4) await reopen();
      }
      await reopen();
      const data = await leaves();
      for (const size of sizes) {
        const part = data.slice(0, size);
        const note = parseCheckpoint((await store.checkpoint(hotel.property, size)) ?? '');
        expect(Buffer.from(note?.root ?? [])).toEqual(referenceRoot(part));
        const proof = await store.inclusionProof(hotel.property, 2, size);
        expect(proof.map((hash) => Buffer.from(hash))).toEqual(referencePath(2, part));
        const consistency = await store.consistencyProof(hotel.property, size, data.length);
        expect(consistency.map((hash) => Buffer.from(hash))).toEqual(referenceConsistency(size, data));
      }
      await expect(store.inclusionProof(hotel.property, data.length, data.length)).rejects.toThrow(RangeError);
    });

    test('rows come in order of change, each once, at its last change', async () => {
      const guests = await Promise.all([testGuest(hotel), testGuest(hotel), testGuest(hotel)]);
      await write(...guests.map(registration));
      const [a, b, c] = guests.map(({ submission }) => submission.registration);
      await write(move('mark-seen', a ?? ''));
      expect((await write(move('mark-seen', a ?? ''))).cursor).toBeNull();
      const rows = await store.rows(hotel.property, 0, 10);
      expect(rows.map(({ row }) => row.registration)).toEqual([b, c, a]);
      expect(rows.map(({ cursor }) => cursor)).toEqual([2, 3, 4]);
      expect(rows.at(-1)?.row).toMatchObject({ state: 'seen', seenAt: '2026-11-21T18:00:00+08:00' });
      expect((await store.rows(hotel.property, 2, 1)).map(({ row }) => row.registration)).toEqual([c]);
      expect(await store.rows(hotel.property, 4, 10)).toEqual([]);
      expect(await store.rows('0000000000', 0, 10)).toEqual([]);
    });

    test('an arrival keeps the desk’s note; again the same changes nothing, another is a conflict', async () => {
      const guest = await testGuest(hotel);
      const id = guest.submission.registration;
      await write(registration(guest));
      const note = arrivalBody(hotel);
      const { outcomes } = await write(arrival(id, note), arrival(id, note), arrival(id));
      expect(outcomes).toEqual([
        { kind: 'done', index: 3 },
        { kind: 'unchanged' },
        { kind: 'refused', code: 'conflict' },
      ]);
      const [listed] = await store.rows(hotel.property, 0, 10);
      expect(listed?.row).toMatchObject({ state: 'arrived', checkOut: '2026-11-24', desk: note.desk });
      expect(await store.envelopes(id)).toEqual(guest.submission.envelopes);
      expect((await write(move('mark-seen', id), move('expire', id))).outcomes).toEqual([
        { kind: 'unchanged' },
        { kind: 'unchanged' },
      ]);
    });

    test('an envelope is released only to its key, and the entry is in the log', async () => {
      const guest = await testGuest(hotel);
      const id = guest.submission.registration;
      await write(registration(guest));
      const right = hotel.keys.emergency.keyId;
      const { outcomes } = await write(
        opening(id, 'emergency', [hotel.keys.billing.keyId]),
        opening(id, 'membership', [hotel.keys.membership.keyId]),
        opening(id, 'emergency', [right]),
      );
      const envelope = guest.submission.envelopes.find(({ purpose }) => purpose === 'emergency');
      const consentHash = sha256(guest.submission.consent);
      expect(outcomes).toEqual([
        { kind: 'refused', code: 'not_granted' },
        { kind: 'refused', code: 'not_found' },
        { kind: 'opened', index: 3, envelope, consentHash },
      ]);
      expect((await entries()).at(-1)).toContain('"action":"opened"');
    });

    test('expiry destroys the envelopes; nothing brings them back', async () => {
      const [guest, kept] = [await testGuest(hotel), await testGuest(hotel)];
      const id = guest.submission.registration;
      await write(registration(guest));
      now += 1000;
      await write(registration(kept));
      expect(await store.overdue(hotel.property, now, 10)).toEqual([id]);
      expect((await write(move('expire', id), move('expire', id))).outcomes).toEqual([
        { kind: 'done', index: 4 },
        { kind: 'unchanged' },
      ]);
      await store.scrub();
      expect(await store.overdue(hotel.property, now, 10)).toEqual([]);
      expect(await store.envelopes(id)).toEqual([]);
      expect(await store.envelopes(kept.submission.registration)).toHaveLength(5);
      const gone = { kind: 'refused', code: 'gone' };
      const after = await write(
        registration(guest),
        opening(id, 'emergency', [hotel.keys.emergency.keyId]),
        arrival(id),
      );
      expect(after.outcomes).toEqual([gone, gone, gone]);
      expect((await store.rows(hotel.property, 0, 10)).at(-1)?.row).toMatchObject({
        state: 'expired',
        purposes: [],
        card: null,
      });
    });

    test('manifests follow one another by sequence', async () => {
      const next = await testHotel({ previous: hotel, words: ' (new)' });
      const publish: Change = {
        kind: 'publish',
        at: now + 5000,
        profile: { ...hotel.profile, contact: '020-5550 0199' },
        publication: publicationOf(next),
        entry: entry('manifest-published'),
      };
      expect((await write(publish, publish)).outcomes).toEqual([
        { kind: 'done', index: 2 },
        { kind: 'refused', code: 'conflict' },
      ]);
      await reopen();
      const publications = await store.publications(hotel.property, now + 5000);
      expect(publications.map(({ sequence }) => sequence)).toEqual([2, 1]);
      expect(publications[0]?.notices).toEqual(next.notices);
      expect((await store.publications(hotel.property, now + 5001)).map(({ sequence }) => sequence)).toEqual([2]);
      expect(await store.manifest(hotel.property, 1)).toBe(hotel.jws);
      expect(await store.manifest(hotel.property, 3)).toBeNull();
      expect((await store.property(hotel.property))?.profile.contact).toBe('020-5550 0199');
    });

    test('people have their own handles, ids and grants', async () => {
      const desk = await testPerson(hotel, 'front-desk', 'wang', ['emergency']);
      const same = await testPerson(hotel, 'front-desk', 'wang');
      const add = ({ person }: TestPerson): Change => ({
        kind: 'add-person',
        at: now,
        person,
        entry: entry('person-added'),
      });
      expect((await write(add(desk), add(same))).outcomes).toEqual([
        { kind: 'done', index: 2 },
        { kind: 'refused', code: 'conflict' },
      ]);
      const people = await store.people(hotel.property);
      expect(people.map(({ handle, role, granted }) => ({ handle, role, granted }))).toMatchObject([
        { handle: 'li', role: 'owner' },
        { handle: 'wang', role: 'front-desk', granted: ['card', 'emergency'] },
      ]);
      expect((await store.personByHandle(hotel.property, 'wang'))?.grants).toEqual(desk.person.grants);
      expect(await store.grantedKeys(desk.person.id, 'emergency')).toEqual([hotel.keys.emergency.keyId]);
      expect(await store.grantedKeys(desk.person.id, 'billing')).toEqual([]);
      expect(await store.personByHandle(hotel.property, 'zhao')).toBeNull();
    });

    test('sessions start, are used and end', async () => {
      const hash = sha256('session');
      const start: Change = {
        kind: 'start-session',
        at: now,
        hash,
        person: owner.person.id,
        forget: 0,
        entry: entry('signed-in'),
      };
      await write(start);
      const session = { property: hotel.property, person: owner.person.id, role: 'owner', startedAt: now, usedAt: now };
      expect(await store.session(hash)).toEqual(session);
      expect((await write({ kind: 'touch-session', hash, at: now + 7 })).tree).toBeNull();
      await reopen();
      expect(await store.session(hash)).toEqual({ ...session, usedAt: now + 7 });
      await write({ kind: 'end-session', hash });
      expect(await store.session(hash)).toBeNull();
      await write(start);
      const later = { ...start, hash: sha256('later'), at: now + 100, forget: now + 50 };
      await write(later);
      expect(await store.session(hash)).toBeNull();
      expect(await store.session(later.hash)).not.toBeNull();
    });

    test('a recovery sheet has to be proven, and a new one again', async () => {
      const { upload } = await recoverySheet(hotel);
      const prove = (valueHash: string): Change => ({
        kind: 'prove-recovery',
        at: now,
        valueHash,
        entry: entry('recovery-sheet-proven'),
      });
      const make: Change = { kind: 'make-recovery', at: now, upload, entry: entry('recovery-sheet-made') };
      expect((await write(prove(upload.test.valueHash))).outcomes).toEqual([{ kind: 'refused', code: 'not_found' }]);
      await write(make);
      expect(await store.recovery(hotel.property)).toEqual({ ...upload, provenAt: null });
      expect((await write(prove(sha256('wrong')))).outcomes).toEqual([{ kind: 'refused', code: 'recovery_wrong' }]);
      await write(prove(upload.test.valueHash));
      expect((await store.recovery(hotel.property))?.provenAt).toBe(now);
      await write(make);
      expect((await store.recovery(hotel.property))?.provenAt).toBeNull();
    });

    test('a secret is made once', async () => {
      const made = await store.secret('a', () => new Uint8Array([1, 2]));
      expect(Buffer.from(made)).toEqual(Buffer.from([1, 2]));
      await reopen();
      expect(Buffer.from(await store.secret('a', () => new Uint8Array([3])))).toEqual(Buffer.from([1, 2]));
    });
  });
}
