import { settingLimits } from '../../protocol/hotel-settings.ts';

/** What keeps a list of room types from being saved; `line` is the one it is about. */
export type RoomTypesFault =
  | { readonly kind: 'many'; readonly lines: number }
  | { readonly kind: 'long' | 'twice'; readonly line: string };

/** The first thing wrong with a list of room types, one of them a line; null where it can be saved. */
export function roomTypesFault(lines: readonly string[]): RoomTypesFault | null {
  const long = lines.find((line) => line.length > settingLimits.roomType);
  if (long !== undefined) return { kind: 'long', line: `${long.slice(0, settingLimits.roomType)}…` };
  const twice = lines.find((line, at) => lines.indexOf(line) < at);
  if (twice !== undefined) return { kind: 'twice', line: twice };
  return lines.length > settingLimits.roomTypes ? { kind: 'many', lines: lines.length } : null;
}

/** Lines with something on them, as they are kept. */
export function roomTypesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
