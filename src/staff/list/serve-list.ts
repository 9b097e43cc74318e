import type { AnyProblem } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { ListEngine, type ListEngineParts } from './list-engine.ts';
import type { FromList, Taken, ToList } from './list-messages.ts';

/** While the list is read in great numbers, what is shown follows at most this often, in milliseconds. */
const calm = 300;
/** While the screen draws what it was told, in milliseconds: the device's few cores are its own. */
const drawing = 60;

/**
 * Answers the desk's messages with a list of its own. Gives what hears a message. `after` runs something once, later; what the screen
 * asked for is answered at once.
 */
export function serveList(
  parts: ListEngineParts,
  say: (message: FromList) => void,
  after: (milliseconds: number, act: () => void) => void,
  now: () => number,
): (message: ToList) => void {
  let waiting = false;
  let lastShown = Number.NEGATIVE_INFINITY;
  let shownLast: readonly DeskEntry[] = [];
  let watchedLast: readonly (DeskEntry | number)[] = [];
  const show = () => {
    lastShown = now();
    const watched = engine.answers.watched();
    const all = [watched.leftToHandOver, ...watched.entries, ...watched.together];
    const same = all.length === watchedLast.length && all.every((one, at) => one === watchedLast[at]);
    if (!same) say({ kind: 'watched', watched });
    watchedLast = all;
    const list = engine.answers.shown();
    if (list === null) return;
    const { entries, ...shown } = list;
    const asBefore = entries.length === shownLast.length && entries.every((one, at) => one === shownLast[at]);
    say({ kind: 'shown', list: shown, entries: asBefore ? null : entries });
    shownLast = entries;
  };
  const stir = () => {
    if (waiting) return;
    waiting = true;
    after(Math.max(0, lastShown + calm - now()), () => {
      waiting = false;
      show();
    });
  };
  const rest = () => {
    const left = lastShown + drawing - now();
    return left <= 0 ? Promise.resolve() : new Promise<void>((resolve) => after(left, resolve));
  };
  const engine = new ListEngine(parts, stir, () => say({ kind: 'lost' }), rest);
  const refuse = (id: number) => (error: unknown) => {
    const problem: AnyProblem = problemOf(error);
    say({ kind: 'refused', id, problem });
  };
  const answer = (id: number, work: Promise<Taken>) => {
    work.then((taken) => say({ kind: 'taken', id, taken }), refuse(id));
  };
  return (message) => {
    switch (message.kind) {
      case 'begin':
        void engine.begin(message.beginning).then((begun) => say({ kind: 'begun', begun }));
        return;
      case 'page':
        answer(message.id, engine.takePage(message.bytes, message.way));
        return;
      case 'change':
        answer(message.id, engine.takeChange(message.change));
        return;
      case 'anew':
        void engine.readAnew();
        return;
      case 'settle':
        engine.answers.settle();
        show();
        return;
      case 'show':
        engine.answers.show(message.choice, message.today, message.from, message.to);
        show();
        return;
      case 'watch':
        engine.answers.watch(message.registrations, message.chosen, message.register);
        show();
        return;
      case 'find':
        say({ kind: 'found', id: message.id, entries: engine.answers.find(message.typed, message.limit) });
        return;
      case 'beside': {
        const entry = engine.answers.beside(message.from, message.by);
        say({ kind: 'found', id: message.id, entries: entry === undefined ? [] : [entry] });
      }
    }
  };
}
