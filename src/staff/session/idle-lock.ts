import type { Timers } from './timers.ts';

/** Minutes without a touch after which the keys leave memory. */
export const idleMilliseconds = 5 * 60_000;
/** How long before that the tablet says so. */
export const warningMilliseconds = 30_000;

interface IdleLockHooks {
  /** Nobody touched anything for long; locking comes at the moment given, in milliseconds. */
  readonly onWarning: (locksAt: number) => void;
  /** Somebody came back in time. */
  readonly onCalm: () => void;
  readonly onLock: () => void;
}

/**
 * Counts the time since the last touch. Timers sleep with a tablet, so `check` compares with the clock again; call it when the
 * page becomes visible.
 */
export class IdleLock {
  readonly #timers: Timers;
  readonly #hooks: IdleLockHooks;
  #last: number;
  #warned = false;
  #callOff: () => void = () => undefined;

  constructor(timers: Timers, hooks: IdleLockHooks) {
    this.#timers = timers;
    this.#hooks = hooks;
    this.#last = timers.now();
    this.check();
  }

  /** Somebody is here. After the time is up it is too late: waking a tablet must not count as being there. */
  touch(): void {
    if (this.#timers.now() - this.#last < idleMilliseconds) this.#last = this.#timers.now();
    this.check();
  }

  check(): void {
    this.#callOff();
    const idle = this.#timers.now() - this.#last;
    if (idle >= idleMilliseconds) {
      this.#hooks.onLock();
      return;
    }
    const warningIn = idleMilliseconds - warningMilliseconds - idle;
    if (warningIn <= 0 && !this.#warned) this.#hooks.onWarning(this.#last + idleMilliseconds);
    if (warningIn > 0 && this.#warned) this.#hooks.onCalm();
    this.#warned = warningIn <= 0;
    this.#callOff = this.#timers.after(warningIn > 0 ? warningIn : idleMilliseconds - idle, () => this.check());
  }

  stop(): void {
    this.#callOff();
  }
}
