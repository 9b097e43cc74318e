import { describe, expect, test } from 'vitest';
import { payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import { checkDetails, type DetailsContext, detailsLimit } from '../../../src/pii/check-details.ts';
import { selfPayloadSchema } from '../../../src/pii/payloads.ts';
import { emptyDetails, emptyMinor, emptyPerson, type RawDetails, type RawMinor } from '../../../src/pii/raw-details.ts';
import { plaintextBuckets } from '../../../src/protocol/envelope.ts';

const today = '2026-05-04';
const typed: RawDetails = { ...emptyDetails(today, '2026-05-06'), name: ' 王\u3000小明 ', phone: '138 1234 5678' };
const emergency: DetailsContext = { purposesChosen: ['emergency'], statutoryHere: [], today };
const identity: DetailsContext = { purposesChosen: [], statutoryHere: ['identity'], today };
const family: DetailsContext = { purposesChosen: ['emergency'], statutoryHere: ['identity', 'minors'], today };

const wang = { ...emptyPerson, nationality: 'CN', documentKind: 'resident-id', documentNumber: '11010519491231002x' };
const child = {
  name: 'Wang Xiaohong',
  nationality: 'CN',
  documentKind: 'passport',
  documentNumber: 'E12345678',
  birthDate: '2015-06-01',
};
const withGuardian: RawMinor = {
  minorName: 'wang xiaohong',
  minorAge: 'under-14',
  guardianName: '王小明',
  guardianRelation: '父亲',
  guardianContact: '13812345678',
  guardianContactCountry: '',
};

async function detailsOf(raw: RawDetails, context: DetailsContext) {
  const checked = await checkDetails(raw, context);
  return checked.ok ? checked.details : Object.fromEntries(checked.reasons);
}

async function reasonsOf(raw: RawDetails, context: DetailsContext) {
  const checked = await checkDetails(raw, context);
  return checked.ok ? {} : Object.fromEntries(checked.reasons);
}

test('a guest with a phone number is normalised', async () => {
  expect(await detailsOf(typed, emergency)).toEqual({
    name: '王 小明',
    phone: '+8613812345678',
    email: null,
    checkIn: '2026-05-04',
    checkOut: '2026-05-06',
    partySize: 1,
    people: [],
    minors: [],
  });
});

test('a foreign guest gives passport and e-mail instead', async () => {
  const raw = {
    ...typed,
    name: 'Zoë Müller',
    phone: '',
    email: 'Zoe@Example.DE',
    people: [
      {
        ...emptyPerson,
        nationality: 'DE',
        documentKind: 'passport',
        documentNumber: 'c01x00t47',
        birthDate: '1990-1-5',
      },
    ],
  };
  expect(await detailsOf(raw, { ...identity, purposesChosen: ['billing'] })).toMatchObject({
    phone: null,
    email: 'Zoe@example.de',
    people: [{ name: 'Zoë Müller', nationality: 'DE', documentNumber: 'C01X00T47', birthDate: '1990-01-05' }],
  });
});

describe('only what the purposes need is kept', () => {
  const everything: RawDetails = {
    ...typed,
    email: 'wang@example.com',
    partySize: '2',
    people: [wang, child],
    minors: [withGuardian],
  };

  test('children typed and then declined do not count as listed', async () => {
    expect(await reasonsOf(everything, identity)).toEqual({ 'people.1.birthDate': 'minor_not_listed' });
  });

  test('a phone number typed for a declined purpose is neither kept nor checked', async () => {
    const raw = { ...everything, phone: 'nonsense', email: 'nonsense', people: [wang], minors: [] };
    expect(await detailsOf(raw, identity)).toMatchObject({
      phone: null,
      email: null,
      people: [{ birthDate: '1949-12-31' }],
    });
  });

  test('people and children not asked for are neither kept nor checked', async () => {
    const raw = { ...everything, people: [emptyPerson], minors: [emptyMinor] };
    expect(await detailsOf(raw, emergency)).toMatchObject({ people: [], minors: [] });
  });
});

describe('a way to be reached', () => {
  test('is needed where a chosen purpose needs one, and either is enough', async () => {
    const nothing = { ...typed, phone: ' ', email: '\u200B' };
    expect(await reasonsOf(nothing, emergency)).toEqual({ phone: 'contact_missing' });
    expect(await reasonsOf({ ...nothing, email: 'a@b.example' }, emergency)).toEqual({});
  });

  test('a mistyped one is pointed out even when the other is fine', async () => {
    expect(await reasonsOf({ ...typed, email: 'wang@' }, emergency)).toEqual({ email: 'email_incomplete' });
    expect(await reasonsOf({ ...typed, phone: '12', email: 'wang@b.example' }, emergency)).toEqual({
      phone: 'phone_too_short',
    });
  });

  test('the picked country is used', async () => {
    const raw = { ...typed, phone: '020 7946 0958' };
    expect(await reasonsOf(raw, emergency)).toEqual({ phone: 'phone_country_needed' });
    expect(await detailsOf({ ...raw, phoneCountry: 'GB' }, emergency)).toMatchObject({ phone: '+442079460958' });
  });
});

test('an untouched form says what is missing, in the order of the form', async () => {
  const raw = { ...emptyDetails('', ''), partySize: '', people: [emptyPerson], minors: [emptyMinor] };
  const checked = await checkDetails(raw, family);
  expect(checked.ok ? [] : [...checked.reasons]).toEqual([
    ['name', 'missing'],
    ['phone', 'contact_missing'],
    ['checkIn', 'missing'],
    ['checkOut', 'missing'],
    ['partySize', 'missing'],
    ['people.0.nationality', 'missing'],
    ['people.0.documentKind', 'missing'],
    ['people.0.documentNumber', 'missing'],
    ['people.0.birthDate', 'missing'],
    ['minors.0.minorName', 'missing'],
    ['minors.0.minorAge', 'missing'],
    ['minors.0.guardianName', 'missing'],
    ['minors.0.guardianRelation', 'missing'],
    ['minors.0.guardianContact', 'missing'],
  ]);
});

test('a list that is asked for and empty says so, and an endless one too', async () => {
  expect(await reasonsOf(typed, family)).toEqual({ people: 'missing', minors: 'missing' });
  const raw = { ...typed, partySize: '30', people: Array.from({ length: 21 }, () => ({ ...wang, name: 'x' })) };
  expect(await reasonsOf(raw, identity)).toEqual({ people: 'too_long' });
});

describe('dates of birth', () => {
  test('come from the identity number, or agree with it', async () => {
    expect(await reasonsOf({ ...typed, people: [{ ...wang, birthDate: '1949/12/31' }] }, identity)).toEqual({});
    expect(await reasonsOf({ ...typed, people: [{ ...wang, birthDate: '1949-12-30' }] }, identity)).toEqual({
      'people.0.birthDate': 'birth_date_differs',
    });
  });

  test('are needed beside a passport', async () => {
    const raw = { ...typed, people: [{ ...wang, documentKind: 'passport', documentNumber: 'E12345678' }] };
    expect(await reasonsOf(raw, identity)).toEqual({ 'people.0.birthDate': 'missing' });
  });
});

describe('children', () => {
  const raw: RawDetails = { ...typed, partySize: '2', people: [wang, child], minors: [withGuardian] };

  test('are kept with their guardian', async () => {
    expect(await detailsOf(raw, family)).toMatchObject({
      minors: [
        {
          name: 'wang xiaohong',
          age: 'under-14',
          guardian: { name: '王小明', relation: '父亲', contact: '+8613812345678' },
        },
      ],
    });
  });

  test('may have a guardian with an e-mail address instead', async () => {
    const minors = [{ ...withGuardian, guardianContact: 'Dad@Example.com' }];
    expect(await detailsOf({ ...raw, minors }, family)).toMatchObject({
      minors: [{ guardian: { contact: 'Dad@example.com' } }],
    });
  });

  test('need a guardian, a relation and a contact that can be used', async () => {
    const minors = [{ ...withGuardian, guardianName: '', guardianRelation: ' ', guardianContact: 'dad@' }];
    expect(await reasonsOf({ ...raw, minors }, family)).toEqual({
      'minors.0.guardianName': 'missing',
      'minors.0.guardianRelation': 'missing',
      'minors.0.guardianContact': 'email_incomplete',
    });
  });

  test('are children by their date of birth, on the day they arrive', async () => {
    const someoneElse = [{ ...withGuardian, minorName: '王小刚' }];
    expect(await reasonsOf({ ...raw, minors: someoneElse }, family)).toEqual({
      'people.1.birthDate': 'minor_not_listed',
    });

    const turningEighteen = { ...child, birthDate: '2008-05-05' };
    const listed = [{ ...withGuardian, minorAge: '14-17' }];
    expect(await reasonsOf({ ...raw, people: [wang, turningEighteen], minors: listed }, family)).toEqual({});
    const nextDay = { ...raw, checkIn: '2026-05-05', people: [wang, turningEighteen], minors: listed };
    expect(await reasonsOf(nextDay, family)).toEqual({ 'minors.0.minorAge': 'minor_is_adult' });
    expect(await reasonsOf({ ...nextDay, minors: [] }, identity)).toEqual({});
  });

  test('are in the age group their date of birth says', async () => {
    const minors = [{ ...withGuardian, minorAge: '14-17' }];
    expect(await reasonsOf({ ...raw, minors }, family)).toEqual({ 'minors.0.minorAge': 'minor_age_differs' });
  });

  test('may share a name with a grown-up', async () => {
    const people = [{ ...wang }, { ...child, name: 'Li Wei' }, { ...child, name: 'Li Wei', birthDate: '1980-01-01' }];
    const minors = [{ ...withGuardian, minorName: 'Li Wei' }];
    expect(await reasonsOf({ ...raw, partySize: '3', people, minors }, family)).toEqual({});
  });
});

test('a party is at least as large as its lists', async () => {
  const raw = { ...typed, people: [wang, { ...wang, name: '李娜' }] };
  expect(await reasonsOf(raw, identity)).toEqual({ partySize: 'party_size_too_small' });
  expect(await reasonsOf({ ...raw, partySize: '2' }, identity)).toEqual({});
});

test('more than one sealed copy holds is refused as a whole', async () => {
  const people = Array.from({ length: 20 }, () => ({
    ...wang,
    name: '名'.repeat(100),
    documentKind: 'other',
    documentNumber: '号'.repeat(30),
    birthDate: '1990-01-01',
  }));
  expect(await reasonsOf({ ...typed, partySize: '20', people }, identity)).toEqual({ form: 'too_long' });
});

test('the largest details fit the self copy beside its signing key', () => {
  const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), d: 'd'.repeat(43) } as const;
  const details = {
    name: 'A',
    phone: null,
    email: null,
    checkIn: today,
    checkOut: today,
    partySize: 1,
    people: [],
    minors: [],
  };
  const beside =
    payloadBytes(selfPayloadSchema.parse({ details, signingKey: key })).length - payloadBytes(details).length;
  const lengthOfPadding = 4;
  expect(detailsLimit + beside + lengthOfPadding).toBeLessThanOrEqual(Math.max(...plaintextBuckets));
});
