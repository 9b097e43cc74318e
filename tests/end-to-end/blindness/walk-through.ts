// A planted guest's whole way, with the guest app's and the desk's own code: sealed, sent, looked up again, opened, arrived.

import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { verifyManifest } from '../../../src/crypto/verify-manifest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { purposesChosen, statutoryHere } from '../../../src/guest/registration/choices.ts';
import { composeSubmission, type SealedSubmission } from '../../../src/guest/registration/compose-submission.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { openRegistration } from '../../../src/guest/registration/open-registration.ts';
import { sendSubmission } from '../../../src/guest/registration/send-submission.ts';
import { deriveGuestKeys } from '../../../src/crypto/guest-secret.ts';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { checkDetails } from '../../../src/pii/check-details.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';
import { needsApproval } from '../../../src/protocol/approval.ts';
import type { DeskRow } from '../../../src/protocol/api.ts';
import { purposeReasons } from '../../../src/protocol/purpose-reasons.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { parseNotice } from '../../../src/protocol/notice.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { toDate } from '../../../src/protocol/time.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { correctStay } from '../../../src/staff/desk/correct-stay.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { deskRows, openEntry } from '../../support/desk-rows.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { endSession, signIn, type Session } from '../../../src/staff/session/sign-in.ts';
import type { PlantedGuest } from './planted-guests.ts';

export interface Registered {
  readonly guest: PlantedGuest;
  readonly details: GuestDetails;
  readonly sealed: SealedSubmission;
}

/** Registers, sends the same bytes again, and looks the registration up the way the receipt's link does. */
export async function register(origin: string, hotel: Hotel, guest: PlantedGuest): Promise<Registered> {
  const api = createGuestApi({ fetch, origin });
  const now = Date.now();
  const published = await api.property(hotel.property, guest.language);
  const signedManifest = await verifyManifest(published.manifest, {
    fingerprint: hotel.fingerprint,
    property: hotel.property,
    now,
    lastSequence: 0,
  });
  const { purposes } = signedManifest.manifest;
  const checked = await checkDetails(guest.raw, {
    purposesChosen: purposesChosen(guest.choices, purposes),
    statutoryHere: statutoryHere(guest.choices, purposes, guest.raw.minors),
    today: toDate(now),
  });
  if (!checked.ok) throw new Error([...checked.reasons].join(' '));
  const { details } = checked;
  const { choices, channel, language } = guest;
  const sealed = await composeSubmission({
    signedManifest,
    choices,
    details,
    channel,
    language,
    shownAt: now,
    now,
    random: randomBytes,
  });
  const rules = { signed: signedManifest, notice: parseNotice(published.notice) };
  await sendSubmission(api, sealed, rules);
  await sendSubmission(api, sealed, rules);
  await api.status(await deriveGuestKeys(sealed.secret));
  return { guest, details, sealed };
}

/** What the guest sees later with nothing but the secret. */
export async function lookUp(origin: string, { sealed }: Registered): Promise<GuestDetails | null> {
  return (await openRegistration(createGuestApi({ fetch, origin }), sealed.secret)).details;
}

export interface DeskWork {
  /** Everything the list and the opened envelopes said, as text. */
  readonly shown: string;
  readonly entries: readonly DeskEntry[];
}

/** A member of staff signs in, reads the list, opens whatever they may, confirms every arrival and signs out. */
export async function workAtDesk(
  origin: string,
  hotel: Hotel,
  role: Role,
  guests: readonly Registered[],
): Promise<DeskWork> {
  const { handle, passphrase } = hotel.people[role];
  const session = await signIn(
    staffDoor((url, init) => fetch(url, init), origin),
    { property: hotel.property, handle, passphrase },
  );
  const shown: unknown[] = [];
  const corrected = new Set<string>();
  for (const row of await allRows(session)) {
    // Before anything else is written: a correction empties the journal, which is searched too.
    if (role !== 'front-desk') await correctArrived(session, hotel, guests, corrected);
    shown.push((await openEntry(hotel.property, session.keyring, row)).card);
    await session.api.markSeen([row.registration]);
    for (const purpose of row.purposes.filter((id) => hotel.people[role].granted.includes(id))) {
      if (role === 'front-desk' && needsApproval(purpose, row.minors))
        await approve(origin, hotel, session, row.registration, purpose);
      shown.push(await openPurpose(session, row, purpose, purposeReasons[purpose][0]));
    }
    const guest = guests.find(({ sealed }) => sealed.registration === row.registration)?.guest;
    if (guest === undefined || row.state === 'arrived') continue;
    const { room, remarks } = guest;
    await confirmArrival(session, hotel.manifest.manifest.card, row.registration, {
      room,
      remarks,
      checkOut: row.checkOut,
    });
  }
  const entries = await Promise.all(
    (await allRows(session)).map((row) => openEntry(hotel.property, session.keyring, row)),
  );
  await endSession(session);
  return { shown: JSON.stringify([shown, entries.map(({ card, desk }) => ({ card, desk }))]), entries };
}

/** Asks for what takes a supervisor's approval, who gives it on the same tablet. */
async function approve(origin: string, hotel: Hotel, { api }: Session, registration: string, purpose: PurposeId) {
  const { id } = await api.askApproval({ registration, purpose, reason: purposeReasons[purpose][0] });
  const { handle, passphrase } = hotel.people.supervisor;
  const door = staffDoor((url, init) => fetch(url, init), origin);
  const { salt, parameters } = await door.startSignIn(hotel.property, handle);
  const { proof } = await derivePassphraseKeys(passphrase, salt, parameters);
  await api.proveApproval(id, { handle, proof });
}

/** Writes the notes of those who have arrived anew, once each, with all that fits in them. */
async function correctArrived(session: Session, hotel: Hotel, guests: readonly Registered[], corrected: Set<string>) {
  for (const row of await allRows(session)) {
    const guest = guests.find(({ sealed }) => sealed.registration === row.registration)?.guest;
    if (guest === undefined || row.state !== 'arrived' || corrected.has(row.registration)) continue;
    corrected.add(row.registration);
    const { room, remarks } = guest;
    const noted = { room, remarks, roomType: room, ownNumber: room, amountSpent: 123_456, checkOut: row.checkOut };
    await correctStay(
      session,
      hotel.manifest.manifest.card,
      await openEntry(hotel.property, session.keyring, row),
      noted,
    );
  }
}

async function allRows(session: Session): Promise<DeskRow[]> {
  const rows: DeskRow[] = [];
  for (let cursor = 0, more = true; more; ) {
    const page = await deskRows(session.api, cursor);
    rows.push(...page.rows);
    ({ cursor, more } = page);
  }
  return rows;
}
