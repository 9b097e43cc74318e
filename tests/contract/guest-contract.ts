// What every store must do when guests change their minds, whatever it is built on.

import { expect, test } from 'vitest';
import type { ChangeOf, NewRequest, StepRequest } from '../../src/server/store/change.ts';
import { sha256, text } from '../support/hotel-fixtures.ts';
import { emptyEnvelope, fixtureId, testGuest, type TestGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function guestContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, entries, entry, move, opening, registration, reopen, write } = s;

  const step = (request: string, name: StepRequest['step']['step'], more: Partial<StepRequest> = {}): StepRequest => ({
    kind: 'step-request',
    at: s.now,
    request,
    step: { step: name, at: s.now, by: 'someone' },
    registration: null,
    reason: null,
    entry: entry('request-verified'),
    ...more,
  });

  const request = (id: string, more: Partial<NewRequest> = {}): NewRequest => ({
    id,
    kind: 'deletion',
    purpose: null,
    origin: 'desk-in-person',
    registration: null,
    openedAt: s.now,
    due: '2026-12-11',
    calendarKnown: true,
    outcome: 'open',
    steps: [],
    ...more,
  });

  const event = (guest: TestGuest, number: number, previous = sha256(guest.submission.consent)) => {
    const jws = `event ${number} ${text(8)}`;
    return { number, previous, jws, hash: sha256(jws) };
  };

  const receipt = (number: number) => {
    const id = fixtureId();
    return { number, text: `{"receipt":"${id}"}`, parts: [id], manifestSequence: 1, bodyHash: sha256(text(8)) };
  };

  /** Offers taken back: card and own copy sealed anew. */
  const amendment = (guest: TestGuest, more: Partial<ChangeOf<'amend'>> = {}): ChangeOf<'amend'> => ({
    kind: 'amend',
    at: s.now,
    registration: guest.submission.registration,
    event: event(guest, 2),
    receipt: receipt(2),
    entry: entry('withdrawn', guest.submission.registration),
    further: [],
    ended: ['offers'],
    envelopes: [emptyEnvelope('self', null, 'self'), emptyEnvelope('card', null, s.hotel.card.keyId)],
    purposes: ['emergency', 'billing'],
    withdrawn: ['offers'],
    open: { partySize: 3, minors: false, checkIn: '2026-11-22', checkOut: '2026-11-25' },
    erasure: { id: fixtureId(), classes: ['offers', 'card', 'self'] },
    request: null,
    ...more,
  });

  const erasing = (guest: TestGuest, more: Partial<ChangeOf<'erase'>> = {}): ChangeOf<'erase'> => ({
    kind: 'erase',
    at: s.now,
    registration: guest.submission.registration,
    arrived: false,
    event: event(guest, 2),
    receipt: receipt(2),
    entry: entry('deleted', guest.submission.registration),
    further: [],
    sealedOff: [],
    erasure: { id: fixtureId(), classes: ['self'] },
    request: null,
    ...more,
  });

  const refused = (code: string) => ({ kind: 'refused', code });
  const registered = async (draft: Parameters<typeof testGuest>[1] = {}) => {
    const guest = await testGuest(s.hotel, draft);
    await write(registration(guest));
    return guest;
  };

  test('a change ends and replaces envelopes, keeps the others, and is there after a restart', async () => {
    const guest = await registered();
    const id = guest.submission.registration;
    const before = guest.submission.envelopes;
    const change = amendment(guest);
    const { outcomes, cursor } = await write(change);
    expect(outcomes).toEqual([{ kind: 'done', index: 3 }]);
    expect(cursor).toBe(2);
    await reopen();
    const kept = before.filter(({ purpose }) => purpose === 'emergency' || purpose === 'billing');
    const now = await s.store.envelopes(id);
    expect(now).toHaveLength(4);
    expect(now).toEqual(expect.arrayContaining([...kept, ...change.envelopes]));
    expect(await s.store.registration(id)).toMatchObject({
      events: 2,
      eventHash: change.event?.hash,
      receipts: 2,
      purposes: ['emergency', 'billing'],
      withdrawn: ['offers'],
      checkOut: '2026-11-25',
      consent: guest.submission.consent,
    });
    expect(await s.store.events(id)).toEqual([guest.submission.consent, change.event?.jws]);
    expect(await s.store.receipts(id)).toMatchObject([
      { receipt: `{"receipt":"${id}"}`, index: 2, treeSize: 3, bodyHash: sha256(guest.body) },
      { receipt: change.receipt.text, index: 3, treeSize: 4, bodyHash: change.receipt.bodyHash },
    ]);
    expect((await s.store.rows(s.hotel.property, 1, 10))[0]?.row).toMatchObject({
      partySize: 3,
      checkIn: '2026-11-22',
      purposes: ['emergency', 'billing'],
      withdrawn: ['offers'],
      consentHash: change.event?.hash,
      card: change.envelopes[1],
    });
    expect(await s.store.erasures(s.hotel.property)).toEqual([
      { ...change.erasure, registration: id, through: 2, at: s.now },
    ]);
    expect(await s.store.entriesOf(s.hotel.property, id)).toEqual([
      { index: 2, entry: entry('registered', id) },
      { index: 3, entry: change.entry },
    ]);
  });

  test('an envelope is released under the consent it was sealed under; one taken back is gone', async () => {
    const guest = await registered();
    const id = guest.submission.registration;
    const fresh = emptyEnvelope('purpose', 'emergency', s.hotel.keys.emergency.keyId);
    const change = amendment(guest);
    await write({ ...change, envelopes: [...change.envelopes, fresh] });
    const { outcomes } = await write(
      opening(id, 'emergency', [s.hotel.keys.emergency.keyId]),
      { ...opening(id, 'emergency', []), purpose: 'billing', keys: [s.hotel.keys.billing.keyId] },
      { ...opening(id, 'emergency', []), purpose: 'offers', keys: [s.hotel.keys.offers.keyId] },
      opening(id, 'membership', []),
    );
    expect(outcomes).toMatchObject([
      { kind: 'opened', envelope: fresh, consentHash: change.event?.hash },
      { kind: 'opened', consentHash: sha256(guest.submission.consent) },
      refused('gone'),
      refused('not_found'),
    ]);
  });

  test('only the next event counts, and the same bytes only until something newer stands', async () => {
    const guest = await registered();
    const first = amendment(guest);
    expect((await write(first, first)).outcomes).toEqual([{ kind: 'done', index: 3 }, { kind: 'existing' }]);
    const hash = first.event?.hash ?? '';
    const tries = [
      amendment(guest),
      amendment(guest, { event: event(guest, 1), receipt: receipt(3) }),
      amendment(guest, { event: event(guest, 3), receipt: receipt(3) }),
      amendment(guest, { event: event(guest, 4, hash), receipt: receipt(3) }),
      amendment(guest, { event: event(guest, 3, hash), receipt: receipt(2) }),
      amendment(guest, { registration: fixtureId() }),
    ];
    expect((await write(...tries)).outcomes).toEqual(
      ['consent_replayed', 'consent_replayed', 'consent_forked', 'consent_forked', 'conflict', 'not_found'].map(
        refused,
      ),
    );
    await write(amendment(guest, { event: event(guest, 3, hash), receipt: receipt(3) }));
    expect((await write(first)).outcomes).toEqual([refused('consent_replayed')]);
    expect(await entries()).toHaveLength(5);
  });

  test('a change by the desk leaves the events as they are', async () => {
    const guest = await registered();
    const change = amendment(guest, {
      event: null,
      envelopes: [],
      open: null,
      receipt: { ...receipt(2), bodyHash: null },
    });
    expect((await write(change)).outcomes).toEqual([{ kind: 'done', index: 3 }]);
    const stored = await s.store.registration(guest.submission.registration);
    expect(stored).toMatchObject({ events: 1, receipts: 2, eventHash: sha256(guest.submission.consent) });
    expect(await s.store.envelopes(guest.submission.registration)).toHaveLength(4);
  });

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
    expect((await write(opening(id, 'emergency', []))).outcomes).toEqual([refused('gone')]);
  });

  test('what is sealed off can’t be opened, and ends', async () => {
    const guest = await registered({ statutory: ['identity'] });
    const id = guest.submission.registration;
    await write(arrival(id));
    const sealedOff = [{ purpose: 'identity', until: '2027-05-24' } as const];
    await write(erasing(guest, { arrived: true, sealedOff }));
    const identity = {
      ...opening(id, 'emergency', []),
      purpose: 'identity' as const,
      keys: [s.hotel.keys.identity.keyId],
    };
    expect((await write(identity)).outcomes).toEqual([refused('sealed_off')]);
    expect(await s.store.envelopes(id)).toMatchObject([{ purpose: 'identity' }]);
    expect(await s.store.sealedOff(id)).toEqual(sealedOff);
    expect(await s.store.allSealedOff(s.hotel.property)).toEqual([
      { ...sealedOff[0], registration: id, checkOut: '2026-11-24' },
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
