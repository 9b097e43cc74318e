import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import { checkDetails, detailsLimit } from '../../../src/pii/check-details.ts';
import { guestDetailsSchema } from '../../../src/pii/details.ts';
import { documentKinds } from '../../../src/pii/limits.ts';
import { fieldReasons } from '../../../src/pii/field-reason.ts';
import { cardPayload, cardPayloadSchema, purposePayload, purposePayloadSchema } from '../../../src/pii/payloads.ts';
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';
import { oddInputs } from '../../unit/pii/odd-inputs.ts';

const today = '2026-05-04';
const odd = fc.constantFrom(...oddInputs);
const sometimesOdd = (...good: string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: odd });

const person = fc.record({
  name: sometimesOdd('李 娜', 'Zoë Müller', 'Wang Xiaohong'),
  nationality: sometimesOdd('CN', 'de'),
  documentKind: sometimesOdd(...documentKinds),
  documentNumber: sometimesOdd('11010519491231002x', 'E12345678', 'H12345678', '12345678', '911124198108030024'),
  birthDate: sometimesOdd('', '1949-12-31', '1981-08-03', '2015-06-01', '2008-05-05'),
});
const minor = fc.record({
  minorName: sometimesOdd('Wang Xiaohong', '李 娜'),
  minorAge: sometimesOdd('under-14', '14-17'),
  guardianName: sometimesOdd('王小明'),
  guardianRelation: sometimesOdd('父亲', 'aunt'),
  guardianContact: sometimesOdd('13812345678', 'dad@example.com', '+44 20 7946 0958'),
  guardianContactCountry: sometimesOdd('', 'CN'),
});
const temporary = fc.record({
  places: fc.array(fc.record({ place: sometimesOdd('CN-42', 'JP', '') }), { maxLength: 9 }),
  health: sometimesOdd('well', 'contact', ''),
});
const form = fc.record({
  name: sometimesOdd('王小明', 'Zoë Müller'),
  phone: sometimesOdd('', '138 1234 5678', '+44 20 7946 0958'),
  phoneCountry: sometimesOdd('', 'CN'),
  email: sometimesOdd('', 'guest@example.com'),
  checkIn: sometimesOdd('2026-05-04', '2026/5/5'),
  checkOut: sometimesOdd('2026-05-06'),
  partySize: sometimesOdd('3', '30'),
  people: fc.array(person, { maxLength: 3 }),
  minors: fc.array(minor, { maxLength: 2 }),
  temporary,
});
const consents = purposeIds.filter((id) => purposeTemplates[id].basis === 'consent');
const laws = purposeIds.filter((id) => purposeTemplates[id].basis === 'law');

test('any form becomes details every payload takes, holding only what was asked for, or at least one reason', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(form, fc.subarray(consents), fc.subarray(laws), async (raw, purposesChosen, statutoryHere) => {
      const checked = await checkDetails(raw, { purposesChosen, statutoryHere, today });
      const reasons = checked.ok ? [] : [...checked.reasons.values()];
      expect(reasons.filter((reason) => !fieldReasons.includes(reason))).toEqual([]);
      expect(checked.ok).toBe(reasons.length === 0);
      if (!checked.ok) return;
      taken += 1;
      const { details } = checked;
      guestDetailsSchema.parse(details);
      cardPayloadSchema.parse(cardPayload(details));
      for (const id of [...purposesChosen, ...statutoryHere]) purposePayloadSchema.parse(purposePayload(id, details));
      expect(payloadBytes(details).length).toBeLessThanOrEqual(detailsLimit);
      expect(details.phone !== null || details.email !== null).toBe(purposesChosen.length > 0);
      expect(details.people).toHaveLength(statutoryHere.includes('identity') ? raw.people.length : 0);
      expect(details.minors).toHaveLength(statutoryHere.includes('minors') ? raw.minors.length : 0);
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(100);
});

test('checking what was accepted once more gives the same', async () => {
  await fc.assert(
    fc.asyncProperty(form, fc.subarray(consents, { minLength: 1 }), async (raw, purposesChosen) => {
      const context = { purposesChosen, statutoryHere: laws.filter((id) => id !== 'minors'), today };
      const once = await checkDetails(raw, context);
      if (!once.ok) return;
      const { details } = once;
      const again = {
        ...raw,
        ...details,
        phone: details.phone ?? '',
        email: details.email ?? '',
        partySize: String(details.partySize),
        minors: [],
        temporary: {
          places: (details.temporary?.places ?? []).map((place) => ({ place })),
          health: details.temporary?.health ?? '',
        },
      };
      expect(await checkDetails(again, context)).toEqual(once);
    }),
    { numRuns: 1000 },
  );
});
