import type { Outbox } from '../outbox/outbox.ts';
import type { Turn } from '../outbox/turn.ts';

/** The sealed registrations this phone keeps. */
export interface OutboxMemory {
  /** Whether there are any; cheap, and asked on every visit. */
  anything(): Promise<boolean>;
  /** Fetches what reads and writes them, once; never rejects. */
  open(): Promise<Outbox>;
  readonly turn: Turn;
  /** Whether this page opens again without a connection. */
  opensOffline(): Promise<boolean>;
}
