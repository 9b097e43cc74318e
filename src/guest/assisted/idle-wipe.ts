import type { Device } from '../phone/device.ts';

/** Milliseconds without a touch until the guest is asked. */
export const quietMilliseconds = 120_000;
/** Milliseconds to answer. */
export const answerMilliseconds = 30_000;

interface IdleWipeHooks {
  /** Wiping comes at the moment given, in milliseconds. */
  readonly onAsk: (wipesAt: number) => void;
  /** Somebody came back in time. */
  readonly onCalm: () => void;
  readonly onGone: () => void;
}

export interface IdleWipe {
  /** Somebody is here. Too late once the time is up: waking a tablet must not count as being there. */
  touch(): void;
  /** Timers sleep with a tablet; this compares with the clock again. */
  check(): void;
  /** Counts from now, whatever was before. */
  restart(): void;
  stop(): void;
}

/** Counts the time since the last touch of a tablet that was handed to a guest. */
export function startIdleWipe({ clock, later }: Pick<Device, 'clock' | 'later'>, hooks: IdleWipeHooks): IdleWipe {
  let last = clock();
  let asked = false;
  let gone = false;
  let callOff: () => void = () => undefined;

  function check(): void {
    callOff();
    if (gone) return;
    const idle = clock() - last;
    if (idle >= quietMilliseconds + answerMilliseconds) {
      gone = true;
      hooks.onGone();
      return;
    }
    const asks = idle >= quietMilliseconds;
    if (asks && !asked) hooks.onAsk(last + quietMilliseconds + answerMilliseconds);
    if (!asks && asked) hooks.onCalm();
    asked = asks;
    callOff = later(quietMilliseconds + (asks ? answerMilliseconds : 0) - idle, check);
  }

  check();
  return {
    touch: () => {
      if (clock() - last < quietMilliseconds + answerMilliseconds) last = clock();
      check();
    },
    check,
    restart: () => {
      last = clock();
      gone = false;
      asked = false;
      check();
    },
    stop: () => callOff(),
  };
}
