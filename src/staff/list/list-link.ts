import type { Change } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type {
  FromList,
  ListBeginning,
  ListBegun,
  ListThread,
  OpenListThread,
  ShownList,
  Taken,
  ToList,
  Watched,
} from './list-messages.ts';

interface Heard {
  readonly onShown: (list: ShownList) => void;
  readonly onWatched: (watched: Watched) => void;
  readonly onLost: () => void;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Refusal) => void;
}

/** The desk's end of the line to the list's own thread: questions find their answers. Nothing is answered after `end`. */
export class ListLink {
  readonly #thread: ListThread;
  readonly #heard: Heard;
  readonly #taken = new Map<number, Waiting<Taken>>();
  readonly #found = new Map<number, Waiting<readonly DeskEntry[]>>();
  /** Shown last. */
  #entries: readonly DeskEntry[] = [];
  #begun: (begun: ListBegun) => void = () => undefined;
  #next = 1;

  constructor(open: OpenListThread, heard: Heard) {
    this.#heard = heard;
    this.#thread = open((message) => this.#hear(message));
  }

  post(message: ToList): void {
    this.#thread.post(message);
  }

  begin(beginning: ListBeginning): Promise<ListBegun> {
    return new Promise((resolve) => {
      this.#begun = resolve;
      this.post({ kind: 'begin', beginning });
    });
  }

  /** Hands a page over, which is gone from here then. Throws Refusal `unexpected_answer`. */
  page(bytes: ArrayBuffer, way: 'newer' | 'older'): Promise<Taken> {
    return this.#ask(this.#taken, (id) => this.#thread.post({ kind: 'page', id, bytes, way }, [bytes]));
  }

  change(change: Change): Promise<Taken> {
    return this.#ask(this.#taken, (id) => this.post({ kind: 'change', id, change }));
  }

  find(typed: string, limit: number): Promise<readonly DeskEntry[]> {
    return this.#ask(this.#found, (id) => this.post({ kind: 'find', id, typed, limit }));
  }

  beside(from: string | number, by: number): Promise<readonly DeskEntry[]> {
    return this.#ask(this.#found, (id) => this.post({ kind: 'beside', id, from, by }));
  }

  end(): void {
    this.#thread.end();
  }

  #ask<T>(waiting: Map<number, Waiting<T>>, post: (id: number) => void): Promise<T> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post(id);
    });
  }

  #hear(message: FromList): void {
    switch (message.kind) {
      case 'begun':
        this.#begun(message.begun);
        return;
      case 'taken':
        this.#taken.get(message.id)?.resolve(message.taken);
        this.#taken.delete(message.id);
        return;
      case 'refused':
        this.#taken.get(message.id)?.reject(new Refusal(message.problem));
        this.#taken.delete(message.id);
        return;
      case 'found':
        this.#found.get(message.id)?.resolve(message.entries);
        this.#found.delete(message.id);
        return;
      case 'lost':
        this.#heard.onLost();
        return;
      case 'shown':
        this.#entries = message.entries ?? this.#entries;
        this.#heard.onShown({ ...message.list, entries: this.#entries });
        return;
      case 'watched':
        this.#heard.onWatched(message.watched);
    }
  }
}
