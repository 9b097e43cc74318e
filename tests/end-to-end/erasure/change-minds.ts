import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { GuestPhone, realHotel, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { runJobs } from '../../support/run-jobs.ts';
import type { TestServer } from '../../support/test-server.ts';

const acts = [
  'nothing',
  'withdraw',
  'correct',
  'a companion more',
  'withdraw and give again',
  'delete',
  'arrive and delete',
  'never come',
] as const;
type Act = (typeof acts)[number];

const hour = 3_600_000;

export interface ChangedMinds {
  readonly hotel: Awaited<ReturnType<typeof realHotel>>;
  /** Sealed parts (ciphertexts and the keys or nonces beside them, base64url) that must be nowhere, and that must be there. */
  readonly gone: string[];
  readonly kept: string[];
  /** Of `kept`, what only the law still holds. */
  readonly sealedOff: string[];
  readonly phones: readonly GuestPhone[];
}

/**
 * Three guests for every way to change one's mind, in turns, so that pages are shared, then three days more, so that who never came is
 * expired. `onceRegistered` comes when all have registered and nothing has been destroyed yet.
 */
export async function changeMinds(
  server: TestServer,
  onceRegistered: () => Promise<void> = async () => undefined,
): Promise<ChangedMinds> {
  const hotel = await realHotel(server, {
    purposes: sampleProfile.purposes.map((one) =>
      one.id === 'identity' ? { ...one, retention: { kind: 'statutory', months: 6 } } : one,
    ),
  });
  const desk = await signIn(staffDoor(fetch, server.url), {
    property: hotel.property,
    handle: 'chen',
    passphrase: passphrases.owner,
  });
  const guests: { readonly act: Act; readonly phone: GuestPhone; readonly bodies: string[] }[] = [];
  for (let number = 0; number < 3 * acts.length; number++) {
    const act = acts[number % acts.length] ?? 'nothing';
    const details = { ...sampleDetails, people: number % 3 === 0 ? [samplePerson] : [] };
    const phone = await GuestPhone.register(server, hotel, ['billing', 'offers', 'membership'], details);
    guests.push({ act, phone, bodies: [phone.sealed.body] });
    const stay = { room: '201', remarks: '', checkOut: '2026-11-24' };
    if (act !== 'never come' && act !== 'delete')
      await confirmArrival(desk, hotel.manifest.manifest.card, phone.registration, stay);
  }
  await onceRegistered();
  for (const { act, phone, bodies } of guests) {
    const change = async (wish: Parameters<GuestPhone['compose']>[1]) => {
      const opened = await phone.open();
      const sealed = await phone.compose(opened, wish);
      bodies.push(sealed.body);
      await phone.send(opened, sealed);
    };
    if (act === 'withdraw') await change({ takeBack: ['offers'] });
    if (act === 'correct')
      await change({ details: { ...sampleDetails, phone: '+8613900139000', people: [samplePerson] } });
    if (act === 'a companion more') {
      const people = [samplePerson, { ...samplePerson, name: '林 小 雨', documentNumber: 'E87654321' }];
      await change({ details: { ...sampleDetails, people } });
    }
    if (act === 'withdraw and give again') {
      await change({ takeBack: ['offers', 'billing'] });
      await change({ give: ['offers'] });
    }
    if (act === 'delete' || act === 'arrive and delete') await phone.delete();
  }
  server.clock.now += 72 * hour;
  await runJobs(server, server.clock.now);
  const gone: string[] = [];
  const kept: string[] = [];
  const sealedOff: string[] = [];
  for (const { act, bodies } of guests) {
    const standing = standingOf(act, bodies);
    for (const { parts, name } of bodies.flatMap(sealedParts)) {
      const stands = standing.get(name) === parts[0];
      (stands ? kept : gone).push(...parts);
      if (stands && act === 'arrive and delete') sealedOff.push(...parts);
    }
  }
  return { hotel, gone, kept, sealedOff, phones: guests.map(({ phone }) => phone) };
}

/** The newest ciphertext of each name that is still held, or sealed off because the law wants it. */
function standingOf(act: Act, bodies: readonly string[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { name, parts } of bodies.flatMap(sealedParts)) newest.set(name, parts[0]);
  if (act === 'never come' || act === 'delete') return new Map();
  if (act === 'arrive and delete') return new Map([...newest].filter(([name]) => name === 'identity'));
  if (act === 'withdraw') newest.delete('offers');
  if (act === 'withdraw and give again') newest.delete('billing');
  return newest;
}

/** Every envelope in a body a phone sends: the ciphertext, and the sender's key or the nonce. */
function sealedParts(body: string): { readonly name: string; readonly parts: [string, string] }[] {
  const json: unknown = JSON.parse(body);
  const { envelopes } = submissionSchema.safeParse(json).data ?? registrationChangeSchema.parse(json);
  return envelopes.map(({ kind, purpose, ciphertext, enc }) => ({ name: purpose ?? kind, parts: [ciphertext, enc] }));
}
