import { expect, test } from 'vitest';
import type { IdentityPerson } from '../../../src/pii/details.ts';
import {
  fileColumns,
  fileValues,
  noEntryFacts,
  originOf,
  registerPeople,
  withEntryFacts,
} from '../../../src/pii/register-lines.ts';
import { entryFields, registerFields, registerOrders } from '../../../src/protocol/register-orders.ts';

const stay = { room: '208', arrivedAt: '2026-11-24T15:04:05+08:00', checkOut: '2026-11-26' };
const mainland: IdentityPerson = {
  name: '欧阳晓岚',
  nationality: 'CN',
  documentKind: 'electronic-id',
  documentNumber: '11010519491231002X',
  birthDate: '1949-12-31',
};
const foreigner: IdentityPerson = {
  name: 'Ana María O’Neill',
  nationality: 'IE',
  documentKind: 'passport',
  documentNumber: 'PA1234567',
  birthDate: '1988-02-29',
};
const child: IdentityPerson = { ...mainland, name: '林 童', birthDate: '2015-06-01' };
const guardian = { name: '欧阳晓岚', relation: '母亲', contact: '+8613800138000' };

test('every order has every field once, and says that nobody checked it', () => {
  for (const { fields, certainty } of Object.values(registerOrders)) {
    expect([...fields].sort()).toEqual([...registerFields].sort());
    expect(certainty).toBe('?');
  }
});

test.each([
  ['resident-id', 'CN', 'mainland'],
  ['electronic-id', 'CN', 'mainland'],
  ['passport', 'CN', 'mainland'],
  ['hk-macau-permit', 'CN', 'hong-kong-macau-taiwan'],
  ['taiwan-permit', 'TW', 'hong-kong-macau-taiwan'],
  ['passport', 'HK', 'hong-kong-macau-taiwan'],
  ['passport', 'FR', 'abroad'],
  ['other', 'FR', 'abroad'],
  ['foreign-pr-id', 'DE', 'abroad'],
] as const)('%s of %s is %s', (documentKind, nationality, origin) => {
  expect(originOf({ documentKind, nationality })).toBe(origin);
});

test('fields go by the document: entry for a foreign passport where the rule asks, the guardian for a minor alone', () => {
  const minors = [{ name: child.name, age: 'under-14' as const, guardian }];
  const fieldsOf = (person: IdentityPerson, asksEntry: boolean) =>
    registerPeople(registerOrders.neutral, [person], person === child ? minors : [], stay, asksEntry)
      .flatMap(({ lines }) => lines)
      .map(({ field }) => field);
  const everybody = [
    'name',
    'nationality',
    'documentKind',
    'documentNumber',
    'birthDate',
    'room',
    'arrivedAt',
    'checkOut',
  ];
  expect(fieldsOf(mainland, true)).toEqual(everybody);
  expect(fieldsOf(foreigner, false)).toEqual(everybody);
  expect(fieldsOf({ ...foreigner, documentKind: 'foreign-pr-id' }, true)).toEqual(everybody);
  expect(fieldsOf(foreigner, true).filter((field) => !everybody.includes(field))).toEqual([...entryFields]);
  expect(fieldsOf(child, true).slice(-3)).toEqual(['guardianName', 'guardianRelation', 'guardianContact']);
});

test('a child of whom only the guardian wrote is a guest of the register too, once, with what is known', () => {
  const minors = [child.name, '林 小弟'].map((name) => ({ name, age: 'under-14' as const, guardian }));
  const listed = registerPeople(registerOrders.neutral, [mainland, child], minors, stay, true);
  expect(listed.map(({ origin, lines }) => [origin, lines[0]?.value])).toEqual([
    ['mainland', mainland.name],
    ['mainland', child.name],
    [null, '林 小弟'],
  ]);
  expect(listed[2]?.lines.map(({ field }) => field)).toEqual([
    'name',
    'room',
    'arrivedAt',
    'checkOut',
    'guardianName',
    'guardianRelation',
    'guardianContact',
  ]);
  const columns = fileColumns(registerOrders.neutral, true);
  expect(fileValues(columns, listed[2]?.lines ?? [])).toHaveLength(columns.length);
  expect(registerPeople(registerOrders.neutral, [], minors.slice(1), stay, false)).toHaveLength(1);
});

test('a father and his son of one name, and two children of one, each have their own lines and their own guardian', () => {
  const father = { ...foreigner, name: 'John Smith', documentNumber: 'P1' };
  const son = { ...father, documentNumber: 'P2', birthDate: '2015-01-01' };
  const cousin = { ...father, documentNumber: 'P3', birthDate: '2010-01-01' };
  const by = (relation: string) => ({ ...guardian, relation });
  const minors = [
    { name: 'john smith', age: '14-17' as const, guardian: by('uncle') },
    { name: 'John Smith', age: 'under-14' as const, guardian: by('father') },
  ];
  const relations = (people: readonly IdentityPerson[], listed = minors) =>
    registerPeople(registerOrders.neutral, people, listed, stay, false).map(({ lines }) => {
      const valueOf = (of: string) => lines.find(({ field }) => field === of)?.value;
      return [valueOf('documentNumber'), valueOf('guardianRelation')];
    });
  expect(relations([father, son, cousin])).toEqual([
    ['P1', undefined],
    ['P2', 'father'],
    ['P3', 'uncle'],
  ]);
  // A son of whom there is no document isn't lost behind his father.
  expect(relations([father], minors.slice(1))).toEqual([
    ['P1', undefined],
    [undefined, 'father'],
  ]);
  // Whoever has come of age since is still the one who was listed.
  expect(relations([{ ...cousin, birthDate: '2008-11-24' }], minors.slice(0, 1))).toEqual([['P3', 'uncle']]);
});

test('values are as the local system writes them', () => {
  const lines = (order: keyof typeof registerOrders, person: IdentityPerson) =>
    registerPeople(registerOrders[order], [person], [{ name: child.name, age: 'under-14', guardian }], stay, true)[0]
      ?.lines ?? [];
  expect(lines('neutral', child).map(({ value }) => value)).toEqual([
    '林 童',
    '中国',
    '居民身份证（电子）',
    '11010519491231002X',
    '2015-06-01',
    '208',
    '2026-11-24 15:04',
    '2026-11-26',
    '欧阳晓岚',
    '母亲',
    '13800138000',
  ]);
  const facts = { ...noEntryFacts, visaKind: 'L', visaUntil: '2026-12-20', entryDate: '2026-11-23' };
  const entered = withEntryFacts(registerOrders.example, lines('example', foreigner), facts);
  const columns = fileColumns(registerOrders.example, true);
  expect(fileValues(columns, entered)).toEqual([
    '护照',
    'PA1234567',
    'Ana María O’Neill',
    '19880229',
    '爱尔兰',
    '208',
    '202611241504',
    '20261126',
    'L',
    '',
    '20261220',
    '20261123',
    '',
    '',
    '',
    '',
  ]);
  expect(fileColumns(registerOrders.example, false)).not.toContain('visaKind');
});
