import type { GuestExportBegin } from '../../protocol/guest-export.ts';
import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { newId } from '../../protocol/ids.ts';
import type { ActiveSession } from './sessions.ts';

/** Milliseconds an export may take. */
const longest = 60 * 60_000;

interface Begun extends GuestExportBegin {
  readonly id: string;
  readonly at: number;
}

/** Exports that were begun, one a session; whoever begins another has ended the one before. A server that starts again knows none. */
export class GuestExports {
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #begun = new Map<string, Begun>();

  constructor(clock: Clock, random: RandomBytes) {
    this.#clock = clock;
    this.#random = random;
  }

  begin({ hash }: Pick<ActiveSession, 'hash'>, { purpose, reason }: GuestExportBegin): string {
    const at = this.#clock();
    for (const [session, begun] of this.#begun) if (at - begun.at >= longest) this.#begun.delete(session);
    const id = newId(at, this.#random);
    this.#begun.set(hash, { id, at, purpose, reason });
    return id;
  }

  /** What this session began under that id; null where it didn't, or too long ago. */
  get({ hash }: Pick<ActiveSession, 'hash'>, id: string): GuestExportBegin | null {
    const begun = this.#begun.get(hash);
    return begun?.id === id && this.#clock() - begun.at < longest ? begun : null;
  }
}
