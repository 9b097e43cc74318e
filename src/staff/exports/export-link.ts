import { Refusal } from '../../protocol/problems.ts';
import type {
  ExportBeginning,
  ExportThread,
  FromExport,
  MadeExport,
  OpenExportThread,
  PageRead,
} from './export-messages.ts';

interface Waiting {
  readonly resolve: (answer: FromExport) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The page's end of the line to the thread that makes a file: one question at a time. When `signal` aborts, the thread ends with what it
 * made, and whoever waits is refused with the signal's reason. `onWritten` hears how many registrations were looked at whose guests are in
 * the file.
 */
export class ExportLink {
  readonly #thread: ExportThread;
  readonly #signal: AbortSignal;
  #waiting: Waiting | null = null;
  /** Said while nobody was waiting. */
  #refused: FromExport | null = null;

  constructor(open: OpenExportThread, signal: AbortSignal, onWritten: (looked: number) => void) {
    this.#signal = signal;
    this.#thread = open((message) => {
      if (message.kind === 'written') onWritten(message.looked);
      else this.#hear(message);
    });
    signal.addEventListener('abort', this.#callOff);
  }

  begin(beginning: ExportBeginning): void {
    this.#thread.post({ kind: 'begin', beginning });
  }

  /** Hands a page over, which is gone from here then. Resolves when it is read; every page before it is in the file then. Throws Refusal. */
  async page(bytes: ArrayBuffer): Promise<PageRead> {
    const answer = await this.#ask(() => this.#thread.post({ kind: 'page', bytes }, [bytes]));
    if (answer.kind !== 'read') throw new Refusal('internal');
    return answer.page;
  }

  /** The file, once every page is in it. Throws Refusal. */
  async finish(): Promise<MadeExport> {
    const answer = await this.#ask(() => this.#thread.post({ kind: 'finish' }));
    if (answer.kind !== 'made') throw new Refusal('internal');
    return answer.made;
  }

  end(): void {
    this.#signal.removeEventListener('abort', this.#callOff);
    this.#thread.end();
  }

  readonly #callOff = () => {
    this.end();
    this.#waiting?.reject(this.#signal.reason);
  };

  async #ask(post: () => void): Promise<FromExport> {
    this.#signal.throwIfAborted();
    const answer =
      this.#refused ??
      (await new Promise<FromExport>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        post();
      }));
    this.#waiting = null;
    if (answer.kind === 'refused') throw new Refusal(answer.problem);
    return answer;
  }

  #hear(message: FromExport): void {
    if (this.#waiting === null) this.#refused = message;
    else this.#waiting.resolve(message);
  }
}
