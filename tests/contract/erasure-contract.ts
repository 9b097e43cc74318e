// What every store must do with deletions, what the law still holds, and requests, whatever it is built on.

import { expect, test } from 'vitest';
import { StorageUnavailable } from '../../src/server/store/store.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { fixtureId, testGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

export function erasureContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, entry, move, registration, reopen, write } = s;
  const { step, request, event, receipt, amendment, erasing, refused, openingOf, registered } = guestChanges(s);

  test('deletion leaves a tombstone that beats every late try', async () => {
    const guest = await registered();
    const id = guest.submission.registration;
    expect((await write(erasing(guest, { arrived: true }))).outcomes).toEqual([refused('conflict')]);
    const change = erasing(guest);
    const late = registration(guest);
    const { outcomes } = await write(
      change,
      change,
      late,
      erasing(guest),
      amendment(guest),
      arrival(id),
      move('expire', id),
    );
    expect(outcomes).toEqual([
      { kind: 'done', index: 3 },
      { kind: 'existing' },
      refused('gone'),
      refused('already_erased'),
      refused('already_erased'),
      refused('gone'),
      { kind: 'unchanged' },
    ]);
    expect(await s.store.envelopes(id)).toEqual([]);
    expect(await s.store.receipts(id)).toHaveLength(2);
    expect((await s.store.rows(s.hotel.property, 0, 10)).at(-1)?.row).toMatchObject({
      state: 'erased',
      purposes: [],
      card: null,
      desk: null,
    });
    expect((await write(openingOf(id, 'emergency'))).outcomes).toEqual([refused('gone')]);
  });

  test('a certificate that doesn’t know the newest entry about the guest is not written, also within one batch', async () => {
    const guest = await registered();
    const id = guest.submission.registration;
    await write(arrival(id));
    const handOver = () =>
      ({
        kind: 'hand-over',
        at: s.now,
        registration: id,
        actor: s.owner.person.id,
        way: 'typed',
        consentNumber: null,
        entry: entry('handed-over', id),
      }) as const;
    const other = registration(await testGuest(s.hotel));
    const before = await s.entries();
    const { outcomes } = await write(handOver(), erasing(guest, { arrived: true }), other);
    expect(outcomes.map((one) => (one.kind === 'refused' ? one.code : one.kind))).toEqual(['done', 'conflict', 'done']);
    expect(await s.entries()).toHaveLength(before.length + 2);
    expect(await s.store.envelopes(id)).toHaveLength(5);
    expect((await write(erasing(guest, { arrived: true }))).outcomes).toEqual([refused('conflict')]);
    // What is about others is no reason.
    await write(arrival(other.submission.registration));
    expect((await write(erasing(guest, { arrived: true, known: 3 }))).outcomes).toMatchObject([{ kind: 'done' }]);
  });

  test('of a guest who is still awaited one use can end alone, and one who has arrived is not among them', async () => {
    const guest = await registered();
    const id = guest.submission.registration;
    const arrived = await registered();
    await write(arrival(arrived.submission.registration));
    const { property } = s.hotel;
    const [waiting, ...more] = await s.store.awaited(property, 'offers', 0, 10);
    if (waiting === undefined || 'unreadable' in waiting) throw new TypeError('nobody is awaited');
    expect([waiting.registration, waiting.state, more]).toEqual([id, 'received', []]);
    expect(await s.store.awaited(property, 'identity', 0, 10)).toEqual([]);
    expect(await s.store.awaited(property, 'offers', waiting.row, 10)).toEqual([]);
    const change = {
      kind: 'retain',
      at: s.now,
      registration: id,
      expected: waiting,
      erased: ['offers'],
      sealedOff: [],
      ended: false,
      entry: entry('erased', id),
      further: [],
      erasure: { id: fixtureId(), classes: ['offers'], byTerm: true },
    } as const;
    expect((await write(change)).outcomes).toMatchObject([{ kind: 'done' }]);
    expect((await write({ ...change, erasure: { ...change.erasure, id: fixtureId() } })).outcomes).toEqual([
      { kind: 'unchanged' },
    ]);
    expect((await s.store.envelopes(id)).map(({ purpose, kind }) => purpose ?? kind)).not.toContain('offers');
    expect(await s.store.registration(id)).toMatchObject({ state: 'received', purposes: ['emergency', 'billing'] });
    expect(await s.store.awaited(property, 'offers', 0, 10)).toEqual([]);
    expect(await s.store.awaited('unknown', 'offers', 0, 10)).toEqual([]);
  });

  test('a ledger that refuses leaves nothing of the whole batch, and asked again everything is written', async () => {
    const guest = await registered();
    const other = registration(await testGuest(s.hotel));
    const change = erasing(guest);
    const before = await s.entries();
    for (const [ledgerFault, fault] of [
      [new Error('ENOSPC'), null],
      [null, new StorageUnavailable('the disk is full at COMMIT')],
    ]) {
      Object.assign(s, { ledgerFault, fault });
      await expect(write(change, other)).rejects.toBeInstanceOf(StorageUnavailable);
      Object.assign(s, { ledgerFault: null, fault: null });
      expect(await s.entries()).toEqual(before);
      expect(await s.store.envelopes(guest.submission.registration)).toHaveLength(5);
      expect(await s.store.registration(other.submission.registration)).toBeNull();
      // Nor would a start carry out what was told as failed.
      expect(await s.ifKilled((store) => store.lostErasures(s.hotel.property))).toEqual([]);
    }
    expect((await write(change, other)).outcomes).toEqual([
      { kind: 'done', index: 3 },
      { kind: 'done', index: 4 },
    ]);
    await reopen();
    expect(await s.store.erasures(s.hotel.property)).toMatchObject([{ id: change.erasure?.id }]);
    expect(await s.store.lostErasures(s.hotel.property)).toEqual([]);
  });

  test('what is sealed off can’t be opened, and ends', async () => {
    const guest = await registered({ statutory: ['identity'] });
    const id = guest.submission.registration;
    await write(arrival(id));
    const sealedOff = [{ purpose: 'identity', until: '2027-05-24' } as const];
    await write(erasing(guest, { arrived: true, sealedOff }));
    const identity = openingOf(id, 'identity');
    expect((await write(identity)).outcomes).toEqual([refused('sealed_off')]);
    expect(await s.store.envelopes(id)).toMatchObject([{ purpose: 'identity' }]);
    // With the notice it was told on.
    const kept = { ...sealedOff[0], version: 1 };
    expect(await s.store.sealedOff(id)).toEqual([kept]);
    expect(await s.store.allSealedOff(s.hotel.property)).toEqual([
      { ...kept, registration: id, checkOut: '2026-11-24' },
    ]);
    expect((await s.store.rows(s.hotel.property, 0, 10)).at(-1)?.row).toMatchObject({
      sealedOff: ['identity'],
      desk: null,
    });
    const end = () => ({
      kind: 'erase-sealed' as const,
      at: s.now,
      registration: id,
      purpose: 'identity' as const,
      erasure: { id: fixtureId(), classes: ['identity' as const] },
      entry: entry('erased', id),
    });
    expect((await write(end(), end())).outcomes).toEqual([{ kind: 'done', index: 5 }, { kind: 'unchanged' }]);
    expect(await s.store.envelopes(id)).toEqual([]);
    expect(await s.store.allSealedOff(s.hotel.property)).toEqual([]);
    expect((await write(identity)).outcomes).toEqual([refused('gone')]);
  });

  test('requests go through their steps in order, once', async () => {
    const id = fixtureId();
    const guest = await registered();
    const found = guest.submission.registration;
    await write({ kind: 'open-request', at: s.now, request: request(id), entry: entry('request-opened') });
    const { outcomes } = await write(
      step(fixtureId(), 'verified'),
      step(id, 'found', { registration: found }),
      step(id, 'verified'),
      step(id, 'verified'),
      step(id, 'found', { registration: found }),
      step(id, 'certified'),
      step(id, 'done'),
      step(id, 'done'),
      step(id, 'refused', { reason: 'asked-already' }),
      step(id, 'certified'),
      step(id, 'certified'),
    );
    expect(outcomes.map((one) => (one.kind === 'refused' ? one.code : one.kind))).toEqual([
      'not_found',
      'conflict',
      'done',
      'conflict',
      'done',
      'conflict',
      'done',
      'request_closed',
      'request_closed',
      'done',
      'request_closed',
    ]);
    await reopen();
    expect(await s.store.request(s.hotel.property, id)).toMatchObject({ outcome: 'done', registration: found });
    expect(await s.store.requestsOf(found)).toHaveLength(1);
    expect(await s.store.request('0000000000', id)).toBeNull();
  });

  test('an act and its request’s step are written together or not at all', async () => {
    const guest = await registered();
    const id = fixtureId();
    const steps = [{ step: 'verified' as const, at: s.now, by: 'x' }];
    const opened = request(id, { registration: guest.submission.registration, steps });
    await write({ kind: 'open-request', at: s.now, request: opened, entry: entry('request-opened') });
    const early = amendment(guest, { request: step(id, 'done') });
    expect((await write(early)).outcomes).toEqual([refused('conflict')]);
    expect(await s.store.envelopes(guest.submission.registration)).toHaveLength(5);
    await write(step(id, 'found'));
    expect((await write(early)).outcomes).toEqual([{ kind: 'done', index: 5 }]);
    expect(await s.store.request(s.hotel.property, id)).toMatchObject({ outcome: 'done' });
    const byThemselves = amendment(guest, {
      event: event(guest, 3, early.event?.hash ?? ''),
      receipt: receipt(3),
      request: request(fixtureId(), { outcome: 'done', origin: 'guest', registration: guest.submission.registration }),
    });
    await write(byThemselves);
    expect(await s.store.requestsOf(guest.submission.registration)).toMatchObject([{ origin: 'guest' }, { id }]);
  });

  test('a notice is found by its hash', async () => {
    const notice = s.hotel.notices.en ?? '';
    expect(await s.store.notice(s.hotel.property, sha256(notice))).toBe(notice);
    expect(await s.store.notice(s.hotel.property, sha256('another'))).toBeNull();
  });
}
