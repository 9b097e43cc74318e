import type { AnyProblem } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import type { ExportsMessages } from '../../ui/messages/en/exports.ts';
import { problemOf } from '../api/call.ts';
import { saveFile } from '../app/save-file.ts';
import type { Session } from '../session/sign-in.ts';
import type { Timers } from '../session/timers.ts';
import type { MadeExport } from './export-messages.ts';
import { type ExportOrder, type ExportStep, makeExport, type MakeExportOptions } from './make-export.ts';

/** How the file that was asked for last stands; `begun` is before the server has said how many there are. */
export type ExportState =
  | { readonly kind: 'none' | 'begun' | 'stopped' }
  | { readonly kind: 'under-way'; readonly step: ExportStep }
  | { readonly kind: 'made'; readonly made: MadeExport }
  /** `midway`: some of it was fetched before, and nobody waits for an answer to a press. */
  | { readonly kind: 'failed'; readonly problem: AnyProblem; readonly midway: boolean };

interface ExportRunParts extends Pick<MakeExportOptions, 'openThread' | 'prove'> {
  readonly session: Session;
  readonly timers: Timers;
  readonly onEnded: () => void;
  /** The session before ended while one was being made. */
  readonly cutOff: boolean;
}

/** The one export of a session: it goes on whatever place of the desk is open, and ends with the session. */
export class ExportRun {
  readonly #parts: ExportRunParts;
  readonly #listeners = new Set<() => void>();
  #state: ExportState;
  #calledOff = new AbortController();

  constructor(parts: ExportRunParts) {
    this.#parts = parts;
    this.#state = { kind: parts.cutOff ? 'stopped' : 'none' };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ExportState => this.#state;

  /** Makes the file and hands it to the browser; `sheet` is the purpose's own title. Nothing where one is being made. */
  readonly start = async (order: ExportOrder, words: ExportsMessages, sheet: string): Promise<void> => {
    if (isUnderWay(this.#state)) return;
    const { session, timers, openThread, prove, onEnded } = this.#parts;
    const { signal } = (this.#calledOff = new AbortController());
    this.#become({ kind: 'begun' });
    const onStep = (step: ExportStep) => this.#become({ kind: 'under-way', step });
    try {
      const made = await makeExport(session, order, { words, sheet, openThread, timers, prove, onStep, signal });
      if (made.file !== null) saveFile(made.file, `${words.fileName(sheet, toDate(timers.now()))}.${order.format}`);
      this.#become({ kind: 'made', made });
    } catch (error) {
      const problem = problemOf(error);
      if (signal.aborted) this.#become({ kind: 'stopped' });
      else if (problem === 'session_ended') onEnded();
      else this.#become({ kind: 'failed', problem, midway: this.#state.kind === 'under-way' });
    }
  };

  /** Calls it off: there is no file, and what was fetched stays in the log. */
  readonly stop = (): void => this.#calledOff.abort();

  /** What became of the last one was read. */
  readonly forget = (): void => {
    if (!isUnderWay(this.#state)) this.#become({ kind: 'none' });
  };

  #become(state: ExportState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export function isUnderWay({ kind }: ExportState): boolean {
  return kind === 'begun' || kind === 'under-way';
}
