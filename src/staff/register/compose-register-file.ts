import { originOf, registerPeople, type RegisterPerson } from '../../pii/register-lines.ts';
import { isEntryField, type RegisterOrder } from '../../protocol/register-orders.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { FileOpening } from './open-for-register.ts';

/** What the file can't have, and the local system is given by hand. */
export type Unfinished = 'entry' | 'child' | 'room';

/** A guest of a file, and the newest consent event of what is in it. */
interface FiledGuest {
  readonly entry: DeskEntry;
  readonly consentNumber: number;
}

export interface ComposedFile {
  readonly people: readonly RegisterPerson[];
  /** In the file with all that the law asks: these can be marked at once. */
  readonly whole: readonly FiledGuest[];
  /** In the file, and somebody has to add to it in the local system. They stay waiting. */
  readonly unfinished: readonly (FiledGuest & { readonly lacks: readonly Unfinished[] })[];
  /** Not in the file at all. They stay waiting. */
  readonly left: readonly { readonly entry: DeskEntry; readonly why: 'closed' | 'unreadable' }[];
  /** Registrations whose document turned out to be from outside the mainland. */
  readonly fromAbroad: readonly string[];
}

/**
 * What goes into a file for the police's system, and who of those asked for isn't wholly in it. A registration that couldn't be opened has
 * no line: the system would take one for a guest.
 */
export function composeRegisterFile(
  order: RegisterOrder,
  asksEntry: boolean,
  entries: readonly DeskEntry[],
  opened: ReadonlyMap<string, FileOpening>,
): ComposedFile {
  const people: RegisterPerson[] = [];
  const whole: FiledGuest[] = [];
  const unfinished: ComposedFile['unfinished'][number][] = [];
  const left: ComposedFile['left'][number][] = [];
  const fromAbroad: string[] = [];
  for (const entry of entries) {
    const { registration, arrivedAt, receivedAt, checkOut, consentNumber = 1 } = entry.row;
    const of = opened.get(registration) ?? { kind: 'unreadable' };
    if (of.kind !== 'whole') {
      left.push({ entry, why: of.kind });
      continue;
    }
    const stay = { room: entry.desk?.room ?? '', arrivedAt: arrivedAt ?? receivedAt, checkOut };
    const family = registerPeople(order, of.people, of.minors, stay, asksEntry);
    const asked = family.some(({ lines }) => lines.some(({ field }) => isEntryField(field)));
    // A child without a document, or one of whom nobody wrote.
    const child = family.some(({ origin }) => origin === null) || (entry.row.minors && of.minors.length === 0);
    const lacks: Unfinished[] = [];
    if (asked) lacks.push('entry');
    if (child) lacks.push('child');
    if (stay.room === '') lacks.push('room');
    people.push(...family);
    if (of.people.some((person) => originOf(person) !== 'mainland')) fromAbroad.push(registration);
    if (lacks.length === 0) whole.push({ entry, consentNumber });
    else unfinished.push({ entry, consentNumber, lacks });
  }
  return { people, whole, unfinished, left, fromAbroad };
}
