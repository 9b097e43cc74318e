import { registerFileLimit } from '../../protocol/hand-over.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { Memory, UnmarkedFile } from '../app/device-memory.ts';
import type { ComposedFile, Unfinished } from './compose-register-file.ts';
import type { RegisterQueue } from './register-queue.ts';

/** A guest of a file, and the newest consent event of what is in it. */
export type MarkedGuest = UnmarkedFile['whole'][number];

/** A file that was made, or would have been. It knows guests by their registrations alone, so that most of it outlives a locked tablet. */
export interface MadeFile extends Pick<UnmarkedFile, 'id' | 'at' | 'by' | 'lines' | 'whole'> {
  readonly unfinished: readonly { readonly registration: string; readonly lacks: readonly Unfinished[] }[];
  readonly left: readonly { readonly registration: string; readonly why: ComposedFile['left'][number]['why'] }[];
  /** Made before somebody signed in here last. */
  readonly isEarlier: boolean;
}

/** What a file's outcome still has to say: who of it can be marked, and by their rows who isn't wholly in it. */
export interface ToldFile extends Pick<MadeFile, 'id' | 'at' | 'by' | 'lines' | 'whole' | 'isEarlier'> {
  readonly unfinished: readonly { readonly entry: DeskEntry; readonly lacks: readonly Unfinished[] }[];
  readonly left: ComposedFile['left'];
}

const day = 86_400_000;
/** An unmarked file older than this is of no use to anybody; its guests are long overdue in the list itself. Milliseconds. */
const keptFor = 7 * day;

/** `at` is when it was made, `by` the pseudonym of who made it. */
export function madeFile(
  { people, whole, unfinished, left }: ComposedFile,
  { id, at, by }: Pick<MadeFile, 'id' | 'at' | 'by'>,
): MadeFile {
  const idOf = ({ entry }: { readonly entry: DeskEntry }) => entry.row.registration;
  return {
    id,
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

/** Whether somebody in it still has to be marked, so that it mustn't be forgotten. */
function holdsPeople({ whole, unfinished }: MadeFile): boolean {
  return whole.length + unfinished.length > 0;
}

/** Beside the earlier ones, the newest first; one of the same `id` takes its place. What is said of one with nobody in it is dropped by the next. */
export function withFile(files: readonly MadeFile[], made: MadeFile): readonly MadeFile[] {
  return files.some(({ id }) => id === made.id)
    ? files.map((one) => (one.id === made.id ? made : one))
    : [made, ...files.filter(holdsPeople)];
}

/** Keeps a file on the device, beside the earlier ones, until its guests are marked, whatever locks or reloads the tablet before; with nobody in it, it is forgotten. */
export function keepFile(memory: Memory, property: string, made: MadeFile): void {
  if (!holdsPeople(made)) return forgetFile(memory, property, made.id);
  const { id, at, by, lines } = made;
  const whole = made.whole.slice(0, registerFileLimit);
  const file = { id, at, by, lines, whole, unfinished: made.unfinished.map(({ registration }) => registration) };
  return change(memory, property, (files) =>
    files.some((one) => one.id === id) ? files.map((one) => (one.id === id ? file : one)) : [file, ...files],
  );
}

export function forgetFile(memory: Memory, property: string, id: string): void {
  change(memory, property, (files) => files.filter((one) => one.id !== id));
}

/** Every hotel's that are too old: their guests may be erased by now. `now` in milliseconds. */
export function forgetOldFiles(memory: Memory, now: number): void {
  for (const [property, files] of Object.entries(memory.read().unmarked ?? {})) {
    const kept = files.filter(({ at }) => isFresh(at, now));
    if (kept.length < files.length) change(memory, property, () => kept);
  }
}

/** The hotel's files that were made here and not marked before somebody signed in, the newest first. `now` in milliseconds. */
export function keptFiles(memory: Memory, property: string, now: number): readonly MadeFile[] {
  return (memory.read().unmarked?.[property] ?? [])
    .filter(({ at }) => isFresh(at, now))
    .map((kept) => {
      const unfinished = kept.unfinished.map((registration) => ({ registration, lacks: [] }));
      return { ...kept, unfinished, left: [], isEarlier: true };
    });
}

/** A device whose clock was set back says that it was made later than now. */
function isFresh(at: string, now: number): boolean {
  return Math.abs(now - Date.parse(at)) <= keptFor;
}

function change(
  memory: Memory,
  property: string,
  act: (files: readonly UnmarkedFile[]) => readonly UnmarkedFile[],
): void {
  const { [property]: before = [], ...others } = memory.read().unmarked ?? {};
  const files = act(before);
  const unmarked = files.length === 0 ? others : { ...others, [property]: [...files] };
  memory.change({ unmarked: Object.keys(unmarked).length === 0 ? undefined : unmarked });
}
