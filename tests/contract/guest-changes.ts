// Changes guests make, and the requests' queue, as tests write them.

import type { PurposeId } from '../../src/protocol/purposes.ts';
import type { ChangeOf } from '../../src/server/store/change.ts';
import type { NewRequest, StepRequest } from '../../src/server/store/request-changes.ts';
import { sha256, text } from '../support/hotel-fixtures.ts';
import { emptyEnvelope, fixtureId, testGuest, type TestGuest } from '../support/server-fixtures.ts';
import type { contractSetting } from './contract-setting.ts';

export function guestChanges(s: ReturnType<typeof contractSetting>) {
  const { entry, registration, write } = s;

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
    agreed: [
      { purpose: 'emergency', language: 'en', version: 1 },
      { purpose: 'billing', language: 'en', version: 1 },
    ],
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
    // Registered, and arrived.
    known: more.arrived === true ? 2 : 1,
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
  const openingOf = (id: string, purpose: PurposeId): ChangeOf<'open-envelope'> => ({
    kind: 'open-envelope',
    at: s.now,
    registration: id,
    purpose,
    approved: false,
    keys: [s.hotel.keys[purpose].keyId],
    entry: entry('opened', id),
  });
  const registered = async (draft: Parameters<typeof testGuest>[1] = {}) => {
    const guest = await testGuest(s.hotel, draft);
    await write(registration(guest));
    return guest;
  };

  return { step, request, event, receipt, amendment, erasing, refused, openingOf, registered };
}
