export interface Job {
  /** Stops it, and resolves when a run under way has ended. */
  readonly stop: () => Promise<void>;
}

/** Runs `work` at once and then `interval` milliseconds after each end of it, one at a time. `work` must not reject. */
export function every(interval: number, work: () => Promise<void>): Job {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = work().finally(() => {
      if (!stopped) timer = setTimeout(run, interval);
    });
  };
  run();
  return {
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
