import type { StaffApi } from '../api/staff-api.ts';
import type { Timers } from '../session/timers.ts';

const gatherMilliseconds = 400;
/** Most ids one request may carry. */
const most = 200;

/**
 * Tells the server, a few at a time, which registrations were on a screen. What couldn't be told is told with the next ones.
 */
export class SeenBatch {
  readonly #api: Pick<StaffApi, 'markSeen'>;
  readonly #timers: Timers;
  readonly #waiting = new Set<string>();
  readonly #told = new Set<string>();
  #callOff: (() => void) | null = null;

  constructor(api: Pick<StaffApi, 'markSeen'>, timers: Timers) {
    this.#api = api;
    this.#timers = timers;
  }

  /** The registration is on a screen now. */
  add(registration: string): void {
    if (this.#told.has(registration)) return;
    this.#waiting.add(registration);
    this.#callOff ??= this.#timers.after(gatherMilliseconds, () => void this.#tell());
  }

  stop(): void {
    this.#callOff?.();
    this.#waiting.clear();
  }

  async #tell(): Promise<void> {
    this.#callOff = null;
    const some = [...this.#waiting].slice(0, most);
    for (const registration of some) {
      this.#waiting.delete(registration);
      this.#told.add(registration);
    }
    try {
      await this.#api.markSeen(some);
    } catch {
      // The line is down: they are told again when they are next shown or when another row comes.
      for (const registration of some) {
        this.#told.delete(registration);
        this.#waiting.add(registration);
      }
    }
    if (this.#waiting.size >= most) this.#callOff ??= this.#timers.after(gatherMilliseconds, () => void this.#tell());
  }
}
