import { registerFileLimit } from '../../protocol/hand-over.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { Memory, UnmarkedFile } from '../app/device-memory.ts';
import type { ComposedFile, Unfinished } from './compose-register-file.ts';
import type { RegisterQueue } from './register-queue.ts';

/** A guest of a file, and the newest consent event of what is in it. */
export type MarkedGuest = UnmarkedFile['whole'][number];

/** A file that was made, or would have been. It knows guests by their registrations alone, so that most of it outlives a locked tablet. */
export interface MadeFile extends Pick<UnmarkedFile, 'at' | 'by' | 'lines' | 'whole'> {
  readonly unfinished: readonly { readonly registration: string; readonly lacks: readonly Unfinished[] }[];
  readonly left: readonly { readonly registration: string; readonly why: ComposedFile['left'][number]['why'] }[];
  /** Made before somebody signed in here last. */
  readonly isEarlier: boolean;
}

/** What a file's outcome still has to say: who of it can be marked, and by their rows who isn't wholly in it. */
export interface ToldFile extends Pick<MadeFile, 'at' | 'by' | 'lines' | 'whole' | 'isEarlier'> {
  readonly unfinished: readonly { readonly entry: DeskEntry; readonly lacks: readonly Unfinished[] }[];
  readonly left: ComposedFile['left'];
}

const day = 86_400_000;
/** An unmarked file older than this is of no use to anybody; its guests are long overdue in the list itself. Milliseconds. */
const keptFor = 7 * day;

/** `at` is when it was made, `by` the pseudonym of who made it. */
export function madeFile({ people, whole, unfinished, left }: ComposedFile, at: string, by: string): MadeFile {
  const idOf = ({ entry }: { readonly entry: DeskEntry }) => entry.row.registration;
  return {
    at,
    by,
    lines: people.length,
    whole: whole.map((one) => ({ registration: idOf(one), consentNumber: one.consentNumber })),
    unfinished: unfinished.map((one) => ({ registration: idOf(one), lacks: one.lacks })),
    left: left.map((one) => ({ registration: idOf(one), why: one.why })),
    isEarlier: false,
  };
}

/** Null where nothing is left to be said: nobody is told that they wait, or are to be marked, who was marked meanwhile. */
export function stillWaiting(made: MadeFile, { abroad, others, handedOver }: RegisterQueue): ToldFile | null {
  const waiting = new Map([...abroad, ...others].map(({ entry }) => [entry.row.registration, entry]));
  const handed = new Set(handedOver.map(({ row }) => row.registration));
  // Not everybody who waits is listed.
  const whole = made.whole.filter(({ registration }) => waiting.has(registration) || !handed.has(registration));
  const named = <One extends { readonly registration: string }>(some: readonly One[]) =>
    some.flatMap((one) => {
      const entry = waiting.get(one.registration);
      return entry === undefined ? [] : [{ ...one, entry }];
    });
  const [unfinished, left] = [named(made.unfinished), named(made.left)];
  return whole.length + unfinished.length + left.length === 0 ? null : { ...made, whole, unfinished, left };
}

/** Keeps a file on the device until its guests are marked, whatever locks or reloads the tablet before; null, or nobody in it, forgets. */
export function keepFile(memory: Memory, property: string, made: MadeFile | null): void {
  const { [property]: _before, ...files } = memory.read().files ?? {};
  const unfinished = made?.unfinished.map(({ registration }) => registration) ?? [];
  if (made !== null && made.whole.length + unfinished.length > 0) {
    const { at, by, lines, whole } = made;
    files[property] = { at, by, lines, whole: whole.slice(0, registerFileLimit), unfinished };
  }
  memory.change({ files: Object.keys(files).length === 0 ? undefined : files });
}

/** The hotel's file that was made here and not marked before somebody signed in, if there is one. `now` in milliseconds. */
export function keptFile(memory: Memory, property: string, now: number): MadeFile | null {
  const kept = memory.read().files?.[property];
  if (kept === undefined || Date.parse(kept.at) < now - keptFor) return null;
  const unfinished = kept.unfinished.map((registration) => ({ registration, lacks: [] }));
  return { ...kept, unfinished, left: [], isEarlier: true };
}
