import { verifyManifest } from '../crypto/verify-manifest.ts';
import { type Choices, purposesChosen, statutoryHere } from '../guest/registration/choices.ts';
import { composeSubmission, type SealedSubmission } from '../guest/registration/compose-submission.ts';
import type { GuestApi } from '../guest/registration/guest-api.ts';
import { sendSubmission } from '../guest/registration/send-submission.ts';
import { checkDetails } from '../pii/check-details.ts';
import { emptyDetails, emptyMinor, emptyPerson, type RawDetails } from '../pii/raw-details.ts';
import type { Clock, RandomBytes } from '../protocol/ids.ts';
import { parseNotice } from '../protocol/notice.ts';
import { addDays, toDate } from '../protocol/time.ts';
import type { DemoGuest } from './demo-guests.ts';

export interface Phone {
  readonly api: GuestApi;
  readonly property: string;
  /** The poster's. */
  readonly fingerprint: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/**
 * Registers one guest with the guest app's own code, as a phone would: manifest checked against the poster, details checked and
 * normalised, sealed, sent, receipt verified. Throws Refusal as these do, and Error where the guest's data are wrong.
 */
export async function registerGuest(phone: Phone, guest: DemoGuest): Promise<SealedSubmission> {
  const now = phone.clock();
  const published = await phone.api.property(phone.property, guest.language);
  const signedManifest = await verifyManifest(published.manifest, {
    fingerprint: phone.fingerprint,
    property: phone.property,
    now,
    lastSequence: 0,
  });
  const { purposes } = signedManifest.manifest;
  const choices: Choices = {
    answers: Object.fromEntries(purposes.map(({ id }) => [id, guest.yes.includes(id) ? 'yes' : 'no'])),
    identity: guest.document === null ? 'desk' : 'here',
  };
  const raw = typed(guest, toDate(now));
  const checked = await checkDetails(raw, {
    purposesChosen: purposesChosen(choices, purposes),
    statutoryHere: statutoryHere(choices, purposes, raw.minors),
    today: toDate(now),
  });
  if (!checked.ok) throw new Error(`${guest.name}: ${[...checked.reasons].join(' ')}`);
  const sealed = await composeSubmission({
    signedManifest,
    choices,
    details: checked.details,
    channel: guest.channel,
    language: guest.language,
    shownAt: now,
    now,
    random: phone.random,
  });
  await sendSubmission(phone.api, sealed, { signed: signedManifest, notice: parseNotice(published.notice) });
  return sealed;
}

function typed(guest: DemoGuest, today: string): RawDetails {
  const mail = guest.contact.includes('@');
  const [nationality = '', documentKind = '', documentNumber = '', birthDate = ''] = guest.document ?? [];
  const person = { ...emptyPerson, nationality, documentKind, documentNumber, birthDate };
  return {
    ...emptyDetails(today, addDays(today, guest.nights)),
    name: guest.name,
    phone: mail ? '' : guest.contact,
    email: mail ? guest.contact : '',
    partySize: String(guest.partySize),
    people: guest.document === null ? [] : [person],
    minors: guest.child === null ? [] : [minor(guest, guest.child)],
  };
}

function minor(guest: DemoGuest, child: NonNullable<DemoGuest['child']>) {
  return {
    ...emptyMinor,
    minorName: child.name,
    minorAge: child.age,
    guardianName: guest.name,
    guardianRelation: child.relation,
    guardianContact: guest.contact,
  };
}
