import type { SealedSubmission } from './compose-submission.ts';

/** Where sealed submissions stay until the hotel has them. What is kept is ciphertext and the guest's own secret. */
export interface Outbox {
  put(sealed: SealedSubmission): Promise<void>;
  /** In the order they were put. */
  waiting(): Promise<readonly SealedSubmission[]>;
  remove(registration: string): Promise<void>;
}

/** Lives as long as the page. */
export function memoryOutbox(): Outbox {
  const kept = new Map<string, SealedSubmission>();
  return {
    put: async (sealed) => {
      kept.set(sealed.registration, sealed);
    },
    waiting: async () => [...kept.values()],
    remove: async (registration) => {
      kept.delete(registration);
    },
  };
}
