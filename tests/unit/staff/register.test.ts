import { expect, test } from 'vitest';
import type { DeskRow } from '../../../src/protocol/api.ts';
import { registerOrders } from '../../../src/protocol/register-orders.ts';
import type { IdentityPerson } from '../../../src/pii/details.ts';
import { registerPeople } from '../../../src/pii/register-lines.ts';
import { firstSeen } from '../../../src/staff/desk/consent-memory.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { composeRegisterFile } from '../../../src/staff/register/compose-register-file.ts';
import { type FileOpening, fileReach } from '../../../src/staff/register/open-for-register.ts';
import { registerFile } from '../../../src/staff/register/register-file.ts';
import { csvCell } from '../../../src/staff/exports/csv-cell.ts';
import type { OpenExportThread } from '../../../src/staff/exports/export-messages.ts';
import { serveExport } from '../../../src/staff/exports/serve-export.ts';
import { registerAlarm, registerQueue } from '../../../src/staff/register/register-queue.ts';

const at = (hour: string) => `2026-11-24T${hour}:00:00+08:00`;
const time = (hour: string) => Date.parse(at(hour));

function guest(registration: string, abroad: boolean | null, row: Partial<DeskRow> = {}): DeskEntry {
  const whole: DeskRow = {
    registration,
    state: 'arrived',
    channel: 'reception',
    language: 'en',
    partySize: 1,
    minors: false,
    checkIn: '2026-11-24',
    checkOut: '2026-11-26',
    receivedAt: at('08'),
    seenAt: null,
    arrivedAt: at('09'),
    purposes: ['identity'],
    consentHash: 'A'.repeat(43),
    card: null,
    desk: null,
    ...row,
  };
  const noted = { room: '1', roomType: '', amountSpent: null, remarks: '', ownNumber: '' };
  return {
    row: whole,
    code: registration,
    card: null,
    desk: abroad === null ? null : { ...noted, abroad },
    noteDigest: null,
    broken: false,
    consents: firstSeen(whole),
    olderRefused: false,
  };
}

test('who has to be handed over, and by when', () => {
  const handed = { at: at('11'), by: 'B'.repeat(22), way: 'typed', consentNumber: 1 } as const;
  const entries = [
    guest('late', true, { arrivedAt: '2026-11-23T08:00:00+08:00' }),
    guest('soon', true),
    guest('home', false),
    guest('unsaid', null),
    guest('learned', false, { arrivedAt: at('10') }),
    guest('left', true, { state: 'departed', arrivedAt: at('11') }),
    guest('waiting', null, { state: 'seen', arrivedAt: null }),
    guest('erased', true, { state: 'erased' }),
    guest('done', true, { handedOver: handed }),
    guest('changed', true, { handedOver: handed, consentNumber: 2 }),
    guest('took back an offer', true, {
      handedOver: handed,
      consentNumber: 2,
      sealedUnder: { identity: { number: 1, hash: 'A'.repeat(43) } },
    }),
  ];
  const queue = registerQueue(entries, new Set(['learned']));
  expect(queue.abroad.map(({ entry, dueAt, changed }) => [entry.code, dueAt, changed])).toEqual([
    ['late', time('08'), false],
    ['soon', time('09') + 86_400_000, false],
    ['learned', time('10') + 86_400_000, false],
    ['left', time('11') + 86_400_000, false],
    ['changed', null, true],
  ]);
  expect(queue.others.map(({ entry }) => entry.code)).toEqual(['home', 'unsaid']);
  expect(queue.handedOver.map(({ code }) => code)).toEqual(['done', 'changed', 'took back an offer']);
  expect(registerAlarm(queue, time('08') - 1)).toEqual({ due: 5, overdue: 0 });
  expect(registerAlarm(queue, time('08'))).toEqual({ due: 5, overdue: 1 });
});

test('the 24 hours are counted from the instant of the arrival, over midnight, a year’s end, and a leap day', () => {
  const dueOf = (arrivedAt: string) =>
    registerQueue([guest('a', true, { arrivedAt })], new Set()).abroad.map(({ dueAt }) => dueAt);
  expect(dueOf('2026-12-31T23:59:30+08:00')).toEqual([Date.parse('2027-01-01T23:59:30+08:00')]);
  expect(dueOf('2028-02-28T00:00:00+08:00')).toEqual([Date.parse('2028-02-29T00:00:00+08:00')]);
  // Summer time elsewhere, where the tablet may think it is, moves nothing.
  expect(dueOf('2026-03-29T08:30:00+08:00')).toEqual([Date.parse('2026-03-30T00:30:00Z')]);
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['+8613800138000', `"'+8613800138000"`],
  ['-2', `"'-2"`],
  ['|cmd', `"'|cmd"`],
  ['%0A=1', `"'%0A=1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['　＝HYPERLINK("x")', `"'　＝HYPERLINK(""x"")"`],
  ['\u200B=1', `"'\u200B=1"`],
  ['\t=1', `"' =1"`],
  ['\r=1', `"' =1"`],
  ['林\r\n"小",满', `"林 ""小"",满"`],
  ['O’Neill-Brown', `"O’Neill-Brown"`],
])('a cell of %j runs nothing and ends no line', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

const someone: IdentityPerson = {
  name: '林 小满',
  nationality: 'CN',
  documentKind: 'resident-id',
  documentNumber: '11010519491231002X',
  birthDate: '1949-12-31',
};
const people = [{ ...someone, name: '=cmd|A1' }, someone];
const foreigner: IdentityPerson = { ...someone, name: 'Ana', nationality: 'FR', documentKind: 'passport' };
const child = {
  name: '周小丰',
  age: 'under-14' as const,
  guardian: { name: '周作人', relation: '父亲', contact: '+8613900000147' },
};

/** The thread that writes files, within the test's. */
const openThread: OpenExportThread = (hear) => ({
  post: serveExport((message) => queueMicrotask(() => hear(message))),
  end: () => undefined,
});

test.each([
  [
    'csv',
    'neutral',
    [
      '\uFEFF"姓名","国籍（地区）","证件种类","证件号码","出生日期","房号","入住时间","拟离店日期","监护人姓名","与监护人的关系","监护人联系方式"',
      `"'=cmd|A1","中国","居民身份证","11010519491231002X","1949-12-31","'=208","2026-11-24 09:00","2026-11-26","","",""`,
      '"林 小满","中国","居民身份证","11010519491231002X","1949-12-31","\'=208","2026-11-24 09:00","2026-11-26","","",""',
    ],
  ],
  [
    'text',
    'example',
    [
      '居民身份证|11010519491231002X|=cmd A1|19491231|中国|=208|202611240900|20261126|||',
      '居民身份证|11010519491231002X|林 小满|19491231|中国|=208|202611240900|20261126|||',
    ],
  ],
] as const)('a %s file in the %s order has a line for every person, and none that runs', async (format, id, lines) => {
  const order = registerOrders[id];
  const stay = { room: '=208', arrivedAt: at('09'), checkOut: '2026-11-26' };
  const file = await registerFile(openThread, {
    order,
    format,
    people: registerPeople(order, people, [], stay, false),
    asksEntry: false,
    sheet: '住宿登记',
  });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
  expect(text.split('\r\n')).toEqual([...lines, '']);
});

test('a thread that can’t write the file says so', async () => {
  const refusing: OpenExportThread = (hear) => ({
    post: () => queueMicrotask(() => hear({ kind: 'refused', problem: 'offline' })),
    end: () => undefined,
  });
  const asked = registerFile(refusing, {
    order: registerOrders.neutral,
    format: 'xlsx',
    people: [],
    asksEntry: false,
    sheet: '住宿登记',
  });
  await expect(asked).rejects.toMatchObject({ code: 'offline' });
});

test('only who is wholly in a file can be marked: the others are named, and whoever couldn’t be opened has no line', () => {
  const noted = { room: '1', roomType: '', amountSpent: null, remarks: '', ownNumber: '' };
  const inRoom = (code: string, row: Partial<DeskRow> = {}): DeskEntry => ({ ...guest(code, false, row), desk: noted });
  const whole = (of: readonly IdentityPerson[], minors: readonly (typeof child)[] = []) =>
    ({ kind: 'whole', people: of, minors }) as const;
  const family: Partial<DeskRow> = { purposes: ['identity', 'minors'], minors: true };
  const entries = [
    inRoom('alone', { consentNumber: 3 }),
    inRoom('child listed', family),
    inRoom('child of whom the guardian wrote', family),
    inRoom('child of whom nobody wrote', { minors: true }),
    inRoom('abroad'),
    inRoom('closed', family),
    inRoom('broken'),
    inRoom('not answered'),
    { ...inRoom('no room'), desk: null },
  ];
  const withChild = { ...someone, name: child.name, birthDate: '2016-05-04' };
  const opened = new Map<string, FileOpening>([
    ['alone', whole(people.slice(0, 1))],
    ['child listed', whole([...people.slice(1), withChild], [child])],
    ['child of whom the guardian wrote', whole(people.slice(1), [child])],
    ['child of whom nobody wrote', whole(people.slice(1))],
    ['abroad', whole([foreigner])],
    ['closed', { kind: 'closed' }],
    ['broken', { kind: 'unreadable' }],
    ['no room', whole(people.slice(1))],
  ]);
  const codes = (of: readonly { readonly entry: DeskEntry }[]) => of.map(({ entry }) => entry.code);
  const made = composeRegisterFile(registerOrders.neutral, true, entries, opened);
  expect(made.whole.map(({ entry, consentNumber }) => [entry.code, consentNumber])).toEqual([
    ['alone', 3],
    ['child listed', 1],
  ]);
  expect(made.unfinished.map(({ entry, lacks }) => [entry.code, lacks])).toEqual([
    ['child of whom the guardian wrote', ['child']],
    ['child of whom nobody wrote', ['child']],
    ['abroad', ['entry']],
    ['no room', ['room']],
  ]);
  expect(made.left.map(({ entry, why }) => [entry.code, why])).toEqual([
    ['closed', 'closed'],
    ['broken', 'unreadable'],
    ['not answered', 'unreadable'],
  ]);
  expect(made.people.map(({ lines }) => lines[0]?.value)).toEqual([
    '=cmd|A1',
    '林 小满',
    child.name,
    '林 小满',
    child.name,
    '林 小满',
    'Ana',
    '林 小满',
  ]);
  expect(made.fromAbroad).toEqual(['abroad']);
  // Where no rule asks for visa and entry, nothing is lacking.
  expect(codes(composeRegisterFile(registerOrders.neutral, false, entries, opened).whole)).toContain('abroad');
});

test.each([
  ['supervisor', ['identity', 'minors'], 'whole', 'whole', 'desk'],
  ['supervisor', ['identity'], 'closed', 'whole', 'desk'],
  // Whoever may not approve has each opening approved, and no file's.
  ['front-desk', ['identity', 'minors'], 'closed', 'whole', 'desk'],
] as const)(
  'a %s with the keys of %j can put a family, somebody alone and a child alone into a file: %s, %s, %s',
  (role, granted, ...reach) => {
    const session = { person: { role, granted: [...granted] } };
    const family = { purposes: ['identity', 'minors'], minors: true } as const;
    const alone = { purposes: ['identity', 'billing'], minors: false } as const;
    const childAlone = { purposes: ['minors'], minors: true } as const;
    expect(
      [family, alone, childAlone].map((row) => fileReach(session, { ...row, purposes: [...row.purposes] })),
    ).toEqual(reach);
  },
);
