import { expect, test } from 'vitest';
import { exportPurposes, exportReasons } from '../../../src/protocol/guest-export.ts';
import { purposeReasons, reasonsFor } from '../../../src/protocol/purpose-reasons.ts';
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';
import { openingReasonSchema } from '../../../src/protocol/roles.ts';

const always = ['guest-asked', 'legal-duty'];
const own = (id: (typeof purposeIds)[number]) => purposeReasons[id].filter((reason) => !always.includes(reason));
const consented = purposeIds.filter((id) => purposeTemplates[id].basis === 'consent');

test('what a guest said yes to is opened for that alone: no two such purposes share a reason, nor one with checking in', () => {
  const shared = consented.flatMap(own);
  expect(shared.length).toBeGreaterThan(consented.length);
  expect(new Set(shared).size).toBe(shared.length);
  expect(shared).not.toContain('check-in');
  expect(own('emergency')).toEqual(['emergency']);
});

test('whatever it is for, a purpose is opened when the guest asks or a law orders it, and every reason has its purpose', () => {
  for (const id of purposeIds) expect(purposeReasons[id]).toEqual(expect.arrayContaining(always));
  const used = new Set(purposeIds.flatMap((id) => purposeReasons[id]));
  expect([...used].toSorted()).toEqual([...openingReasonSchema.options].toSorted());
});

test('an emergency opens what is held of children, and of adults only what was given for it', () => {
  const opens = (minors: boolean) => purposeIds.filter((id) => reasonsFor(id, minors).includes('emergency'));
  expect(opens(false)).toEqual(['emergency', 'minors']);
  expect(opens(true)).toEqual(['emergency', 'identity', 'minors']);
});

test('a file of everybody is made for the purpose’s own reasons and for a law, not because one guest asked', () => {
  for (const id of exportPurposes) expect(exportReasons(id)).toEqual([...own(id), 'legal-duty']);
});
