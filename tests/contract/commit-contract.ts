// What every store must do with submissions and the log, whatever it is built on.

import { expect, test } from 'vitest';
import { parseCheckpoint } from '../../src/protocol/checkpoint.ts';
import type { Change } from '../../src/server/store/change.ts';
import { StorageUnavailable } from '../../src/server/store/store.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { referenceConsistency, referencePath, referenceRoot } from '../support/merkle-reference.ts';
import { fixtureId, testGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function commitContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entries, entry, leaves, move, opening, registration, reopen, write } = s;

  test('a registration is there after a restart, with everything it was given', async () => {
    const guest = await testGuest(s.hotel, { statutory: ['minors'] });
    const { outcomes, tree, cursor } = await write(registration(guest));
    expect(outcomes).toEqual([{ kind: 'done', index: 2 }]);
    expect(cursor).toBe(1);
    await reopen();
    const stored = await s.store.registration(guest.submission.registration);
    expect(stored).toMatchObject({
      property: s.hotel.property,
      state: 'received',
      bodyHash: sha256(guest.body),
      consent: guest.submission.consent,
      receipt: `{"receipt":"${guest.submission.registration}"}`,
      index: 2,
      treeSize: 3,
      manifestSequence: 1,
      receivedAt: s.now,
      seenAt: null,
    });
    expect(await s.store.registrationOfGuest(guest.submission.lookupHash)).toEqual(stored);
    expect(await s.store.envelopes(guest.submission.registration)).toEqual(guest.submission.envelopes);
    expect(await s.store.checkpoint(s.hotel.property, 3)).toBe(tree?.checkpoint);
    expect(await s.store.checkpoint(s.hotel.property, null)).toBe(tree?.checkpoint);
    const [listed] = await s.store.rows(s.hotel.property, 0, 10);
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
    const guest = await testGuest(s.hotel);
    const change = registration(guest);
    const twice = await write(change, change);
    expect(twice.outcomes).toEqual([{ kind: 'done', index: 2 }, { kind: 'existing' }]);
    const conflict = { kind: 'refused', code: 'submission_conflict' };
    const stranger = await testGuest(s.hotel, {
      change: (submission) => ({ ...submission, lookupHash: guest.submission.lookupHash }),
    });
    const again = await write(change, { ...change, bodyHash: sha256('other') }, registration(stranger));
    expect(again.outcomes).toEqual([{ kind: 'existing' }, conflict, conflict]);
    expect(again.tree).toBeNull();
    expect(await entries()).toHaveLength(3);
    expect(await s.store.registration(stranger.submission.registration)).toBeNull();
    expect(await s.store.rows(s.hotel.property, 0, 10)).toHaveLength(1);
  });

  test('a refused change in a batch leaves its neighbours alone', async () => {
    const [first, second] = [await testGuest(s.hotel), await testGuest(s.hotel)];
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
    expect(await s.store.registration(second.submission.registration)).not.toBeNull();
  });

  test('a batch that breaks a rule of the database writes nothing, and the next one starts clean', async () => {
    const guest = await testGuest(s.hotel);
    const nobody: Change = {
      kind: 'start-session',
      device: 'ipad',
      moment: s.now,
      hash: sha256('s'),
      person: fixtureId(),
      forget: 0,
      entry: entry('signed-in'),
    };
    await expect(write(registration(guest), nobody)).rejects.not.toBeInstanceOf(StorageUnavailable);
    expect(await s.store.registration(guest.submission.registration)).toBeNull();
    expect((await write(registration(guest))).outcomes).toEqual([{ kind: 'done', index: 2 }]);
    expect(await entries()).toHaveLength(3);
  });

  test('a disk that refuses at commit leaves nothing, and the log goes on without a gap', async () => {
    const guests = await Promise.all([testGuest(s.hotel), testGuest(s.hotel), testGuest(s.hotel)]);
    const [first, second, third] = guests.map(registration);
    if (first === undefined || second === undefined || third === undefined) throw new TypeError();
    await write(first);
    s.fault = new StorageUnavailable('disk full');
    await expect(write(second)).rejects.toBeInstanceOf(StorageUnavailable);
    expect(await s.store.registration(second.submission.registration)).toBeNull();
    expect(await s.store.rows(s.hotel.property, 0, 10)).toHaveLength(1);
    s.fault = null;
    const { outcomes, cursor } = await write(third, second);
    expect(outcomes).toEqual([
      { kind: 'done', index: 3 },
      { kind: 'done', index: 4 },
    ]);
    expect(cursor).toBe(3);
    const note = parseCheckpoint((await s.store.checkpoint(s.hotel.property, null)) ?? '');
    expect(note?.size).toBe(5);
    expect(Buffer.from(note?.root ?? [])).toEqual(referenceRoot(await leaves()));
  });

  test('the log’s root and proofs at every commit are the slow reference’s, also after a restart', async () => {
    const sizes: number[] = [];
    for (const count of [1, 4, 2, 7]) {
      const changes = await Promise.all(
        Array.from({ length: count }, async () => registration(await testGuest(s.hotel))),
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
      const note = parseCheckpoint((await s.store.checkpoint(s.hotel.property, size)) ?? '');
      expect(Buffer.from(note?.root ?? [])).toEqual(referenceRoot(part));
      const proof = await s.store.inclusionProof(s.hotel.property, 2, size);
      expect(proof.map((hash) => Buffer.from(hash))).toEqual(referencePath(2, part));
      const consistency = await s.store.consistencyProof(s.hotel.property, size, data.length);
      expect(consistency.map((hash) => Buffer.from(hash))).toEqual(referenceConsistency(size, data));
    }
    await expect(s.store.inclusionProof(s.hotel.property, data.length, data.length)).rejects.toThrow(RangeError);
  });
}
