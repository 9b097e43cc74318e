import { expect, test } from 'vitest';
import { actingOf, checkParty } from '../../../src/pii/check-party.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';

const person = (name: string, birthDate: string) => ({
  name,
  birthDate,
  nationality: 'CN',
  documentKind: 'passport' as const,
  documentNumber: 'E12345678',
});
const child = (name: string, age: 'under-14' | '14-17', guardian: string) => ({
  name,
  age,
  guardian: { name: guardian, relation: '母亲', contact: '+8613812345678' },
});
const details: Pick<GuestDetails, 'name' | 'people' | 'minors' | 'checkIn'> = {
  name: 'Li Na',
  checkIn: '2026-05-04',
  people: [person('Li Na', '1990-01-01')],
  minors: [],
};

test('a guest under 14 is not registered by themselves, on the day they arrive', () => {
  const born = (birthDate: string) => checkParty({ ...details, people: [person('Li Na', birthDate)] }).kind;
  expect(born('2012-05-05')).toBe('guardian-needed');
  expect(born('2012-05-04')).toBe('fine');
  expect(checkParty({ ...details, people: [] }).kind).toBe('fine');
});

test('another adult among the people is sent to a registration of their own', () => {
  const people = [...details.people, person('Wang Wei', '1985-02-02'), person('Li Lei', '2015-06-01')];
  expect(checkParty({ ...details, people })).toEqual({
    kind: 'reasons',
    reasons: new Map([['people.1.birthDate', 'adult_decides']]),
  });
});

test('a child under 14 comes only with the guardian who registers; an older one may have another', () => {
  const minors = [child('Li Lei', 'under-14', 'LI NA'), child('Li Hua', '14-17', 'Somebody')];
  expect(checkParty({ ...details, minors })).toEqual({ kind: 'fine' });
  expect(checkParty({ ...details, minors: [child('Li Lei', 'under-14', 'Somebody')] })).toEqual({
    kind: 'reasons',
    reasons: new Map([['minors.0.guardianName', 'guardian_registers']]),
  });
});

test('only a child under 14 has somebody act for them', () => {
  expect(actingOf({ minors: [] })).toBe('self');
  expect(actingOf({ minors: [child('Li Hua', '14-17', 'Li Na')] })).toBe('self');
  expect(actingOf({ minors: [child('Li Lei', 'under-14', 'Li Na')] })).toBe('guardian');
});
