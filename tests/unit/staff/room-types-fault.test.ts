import { expect, test } from 'vitest';
import { hotelSettingsSchema } from '../../../src/protocol/hotel-settings.ts';
import { roomTypesFault, roomTypesIn } from '../../../src/staff/settings/room-types-fault.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `房 ${at}`);

test.each([
  ['标准间\n大床房\n标准间', { kind: 'twice', line: '标准间' }],
  ['标准间\n  标准间 ', { kind: 'twice', line: '标准间' }],
  [`标准间\n${'很'.repeat(31)}`, { kind: 'long', line: `${'很'.repeat(30)}…` }],
  [numbered(31).join('\n'), { kind: 'many', lines: 31 }],
  [`\n标准间\n\n${'很'.repeat(30)}\n`, null],
  [numbered(30).join('\n'), null],
  ['', null],
])('room types %j: %j, and saved only without a fault', (text, fault) => {
  const lines = roomTypesIn(text);
  expect(roomTypesFault(lines)).toEqual(fault);
  expect(hotelSettingsSchema.shape.roomTypes.safeParse(lines).success).toBe(fault === null);
});
