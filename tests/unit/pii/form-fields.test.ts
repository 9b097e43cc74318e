import { expect, test } from 'vitest';
import { contactNeeded, fieldsFor } from '../../../src/pii/form-fields.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';

const ids = (fields: ReturnType<typeof fieldsFor>) => fields.map((field) => field.id);

test('nothing chosen asks for nothing', () => {
  expect(fieldsFor([], [])).toEqual([]);
});

test('one purpose asks for its own fields and says so', () => {
  expect(fieldsFor(['emergency'], [])).toEqual([
    { id: 'name', need: 'needed', wantedBy: ['emergency'] },
    { id: 'phone', need: 'contact', wantedBy: ['emergency'] },
    { id: 'email', need: 'contact', wantedBy: ['emergency'] },
  ]);
  expect(contactNeeded(fieldsFor(['emergency'], []))).toBe(true);
});

test('several purposes share a field, named in the product’s order whatever order they were chosen in', () => {
  expect(fieldsFor(['offers', 'billing', 'emergency'], ['identity'])[0]).toEqual({
    id: 'name',
    need: 'needed',
    wantedBy: ['emergency', 'billing', 'offers', 'identity'],
  });
});

test('what the law asks here needs no way to reach the guest', () => {
  const fields = fieldsFor([], ['identity']);
  expect(ids(fields)).toEqual(['name', 'nationality', 'documentKind', 'documentNumber', 'birthDate']);
  expect(contactNeeded(fields)).toBe(false);
});

test('children ask for their guardian, and the guest’s own name for the desk', () => {
  const fields = fieldsFor([], ['minors']);
  expect(ids(fields)).toEqual(['name', 'minorName', 'minorAge', 'guardianName', 'guardianRelation', 'guardianContact']);
  expect(fields[0]).toEqual({ id: 'name', need: 'needed', wantedBy: ['minors'] });
});

test('all together ask for each field once', () => {
  const fields = ids(fieldsFor(purposeIds, purposeIds));
  expect(new Set(fields).size).toBe(fields.length);
  expect(fields).toHaveLength(14);
});
