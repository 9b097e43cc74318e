// What every store must do with the stay, which lies in the clear, once nothing is left of a registration.

import { expect, test } from 'vitest';
import type { DeskRow } from '../../src/protocol/api.ts';
import type { Change } from '../../src/server/store/change.ts';
import { fixtureId, testGuest } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';
import { guestChanges } from './guest-changes.ts';

const day = 86_400_000;

export function forgottenStayContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { arrival, entry, move, reopen, write } = s;
  const { erasing, registered } = guestChanges(s);

  /** Comes along with somebody, and reads what isn't the first of languages. */
  async function companion(statutory: readonly ('identity' | 'minors')[] = []) {
    s.now = 20_000 * day;
    const lead = await testGuest(s.hotel);
    const party = lead.submission.registration;
    return registered({ language: 'en', statutory, change: (submission) => ({ ...submission, party }) });
  }
  const row = async (id: string): Promise<DeskRow> => {
    const found = (await s.store.rows(s.hotel.property, 0, 10)).find((one) => one.row.registration === id);
    if (found === undefined) throw new TypeError('no row');
    return found.row;
  };
  const stay = { channel: 'lobby', language: 'en', partySize: 2, checkIn: '2026-11-21' };
  async function expectForgotten(id: string): Promise<void> {
    await reopen();
    const said = await row(id);
    // The day it was received, which the log has too, stands where a list needs one.
    const filled = { channel: 'typed', language: 'zh-Hans', partySize: 0, minors: false };
    expect(said).toMatchObject({ ...filled, checkIn: '2024-10-04', checkOut: '2024-10-04' });
    expect(said).not.toHaveProperty('party');
    expect(said).not.toHaveProperty('handedOver');
    expect(said).not.toHaveProperty('agreed');
    expect(await s.store.registration(id)).toMatchObject({
      checkIn: '2024-10-04',
      checkOut: '2024-10-04',
      minors: false,
    });
    // What proves how it went is still there.
    expect((await s.store.events(id)).length).toBeGreaterThan(0);
    expect((await s.store.receipts(id)).length).toBeGreaterThan(0);
  }
  const end = (registration: string, purpose: 'identity' | 'minors'): Change => ({
    kind: 'erase-sealed',
    at: s.now,
    registration,
    purpose,
    erasure: { id: fixtureId(), classes: [purpose] },
    entry: entry('erased', registration),
  });

  test('the stay is forgotten with the last envelope, by the guest’s own deletion and where nobody came', async () => {
    const [asked, never] = [await companion(), await companion(['minors'])];
    const gone = never.submission.registration;
    expect(await row(asked.submission.registration)).toMatchObject(stay);
    await write(erasing(asked), move('expire', gone));
    await expectForgotten(asked.submission.registration);
    await expectForgotten(gone);
  });

  test('it stays while a law still holds a part, and goes with the last such part', async () => {
    const guest = await companion(['identity', 'minors']);
    const id = guest.submission.registration;
    const handOver = {
      kind: 'hand-over',
      at: s.now,
      registration: id,
      actor: s.owner.person.id,
      way: 'typed',
      consentNumber: null,
    } as const;
    await write(arrival(id), { ...handOver, entry: entry('handed-over', id) });
    const sealedOff = (['identity', 'minors'] as const).map((purpose) => ({ purpose, until: '2027-05-24' }));
    await write(erasing(guest, { arrived: true, known: 3, sealedOff }));
    await write(end(id, 'minors'));
    expect(await row(id)).toMatchObject({ ...stay, checkOut: '2026-11-24', minors: true, sealedOff: ['identity'] });
    expect(await row(id)).toHaveProperty('handedOver');
    await write(end(id, 'identity'));
    await expectForgotten(id);
  });

  test('it is forgotten with the last term that is over, and not before', async () => {
    const guest = await companion(['identity']);
    const id = guest.submission.registration;
    await write(arrival(id));
    const retain = (more: Partial<Extract<Change, { kind: 'retain' }>>): Change => ({
      kind: 'retain',
      at: s.now,
      registration: id,
      expected: {
        state: 'arrived',
        checkOut: '2026-11-24',
        events: 1,
        purposes: ['emergency', 'billing', 'offers', 'identity'],
      },
      erased: [],
      sealedOff: [],
      ended: false,
      further: [],
      erasure: { id: fixtureId(), classes: ['emergency'] },
      entry: entry('erased', id),
      ...more,
    });
    await write(retain({ sealedOff: [{ purpose: 'identity', until: '2026-12-01' }] }), end(id, 'identity'));
    expect(await row(id)).toMatchObject({ ...stay, checkOut: '2026-11-24' });
    const left = { state: 'arrived', checkOut: '2026-11-24', events: 1 } as const;
    await write(retain({ expected: { ...left, purposes: ['emergency', 'billing', 'offers'] }, ended: true }));
    await expectForgotten(id);
  });

  test('an older copy of the data that is put back forgets it again', async () => {
    const guest = await companion();
    const registration = guest.submission.registration;
    const erasure = { id: fixtureId(), registration, classes: [], through: 3, at: s.now, ended: true, held: [] };
    expect(await row(registration)).toMatchObject(stay);
    await write({
      kind: 'erase-again',
      at: s.now,
      erasure: { ...erasure, sealedOff: [] },
      entry: entry('erased', registration),
    });
    await expectForgotten(registration);
  });
}
