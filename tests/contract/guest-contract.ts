// What every store must do when guests change their minds, whatever it is built on.

import { expect, test } from 'vitest';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { emptyEnvelope, fixtureId } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

export function guestContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entries, entry, reopen, write } = s;
  const { event, receipt, amendment, refused, openingOf, registered } = guestChanges(s);

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
      agreed: change.agreed,
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
      agreed: change.agreed,
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
    const purposes: PurposeId[] = ['emergency', 'billing', 'offers', 'membership'];
    const { outcomes } = await write(...purposes.map((purpose) => openingOf(id, purpose)));
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
}
