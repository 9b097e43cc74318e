import { expect, test } from 'vitest';
import type { DeskRow } from '../../../src/protocol/api.ts';
import { registerOrders } from '../../../src/protocol/register-orders.ts';
import { registerPeople } from '../../../src/pii/register-lines.ts';
import { firstSeen } from '../../../src/staff/desk/consent-memory.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { registerFileText } from '../../../src/staff/register/register-file.ts';
import { csvCell } from '../../../src/staff/exports/csv-cell.ts';
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
  expect(queue.handedOver.map(({ code }) => code)).toEqual(['done', 'changed']);
  expect(registerAlarm(queue, time('08') - 1)).toEqual({ due: 5, overdue: 0 });
  expect(registerAlarm(queue, time('08'))).toEqual({ due: 5, overdue: 1 });
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

test('a file has a line for every guest, in the local order, and a broken one is marked and stops no other', () => {
  const stay = { room: '=208', arrivedAt: at('09'), checkOut: '2026-11-26' };
  const people = ['=cmd|A1', '林 小满'].map((name) => ({
    name,
    nationality: 'CN',
    documentKind: 'resident-id' as const,
    documentNumber: '11010519491231002X',
    birthDate: '1949-12-31',
  }));
  const text = (id: 'neutral' | 'example') => {
    const order = registerOrders[id];
    const [first, last] = registerPeople(order, people, [], stay, false);
    if (first === undefined || last === undefined) throw new TypeError('two people make two lines');
    return registerFileText(order, [first, { unopened: 'K7M2QX' }, last], false, (code) => `${code}：无法打开`);
  };
  const csv = text('neutral');
  expect(csv.extension).toBe('csv');
  expect(csv.text.startsWith('\uFEFF"姓名","国籍（地区）","证件种类"')).toBe(true);
  const lines = csv.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain(`"'=cmd|A1"`);
  expect(lines[1]).toContain(`"'=208"`);
  expect(lines[2]).toBe('"K7M2QX：无法打开"');
  expect(lines[3]).toContain('"林 小满"');
  const fixed = text('example').text.trimEnd().split('\r\n');
  expect(fixed[0]).toBe('居民身份证|11010519491231002X|=cmd A1|19491231|中国|=208|202611240900|20261126|||');
  expect(fixed).toHaveLength(3);
});
