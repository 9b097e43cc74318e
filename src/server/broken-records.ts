import { Refusal } from '../protocol/problems.ts';
import type { ServerLog } from './http/server-log.ts';
import { StorageUnavailable } from './store/store.ts';

/** Hears of a registration whose record can't be read. */
export type OnBroken = (registration: string) => void;

/** What is stored in rows of its own: a guest's registration, a request about one, a sheet of the register of paper. */
export type RecordKind = 'registration' | 'request' | 'paper';

/** Records that can't be read: each named in the server's log once, by its id and by nothing more. */
export class BrokenRecords {
  readonly #log: Pick<ServerLog, 'warn'>;
  readonly #named = new Set<string>();

  constructor(log: Pick<ServerLog, 'warn'>) {
    this.#log = log;
  }

  readonly note: OnBroken = (registration) => this.noteOf('registration', registration);

  noteOf(kind: RecordKind, id: string): void {
    if (this.#named.has(id)) return;
    this.#named.add(id);
    this.#log.warn('broken record', { [kind]: id });
  }
}

/** Whether one record's own bytes are at fault: neither the disk, which fails everybody, nor a refusal of ours. */
export function isBrokenRecord(error: unknown): boolean {
  return !(error instanceof StorageUnavailable) && !(error instanceof Refusal);
}

/** What comes of reading one record; null, and told, where its bytes are at fault. */
export async function unlessBroken<Value>(
  registration: string,
  read: () => Promise<Value>,
  onBroken: OnBroken,
): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    if (!isBrokenRecord(error)) throw error;
    onBroken(registration);
    return null;
  }
}
