import type { OutboxMemory } from '../phone/outbox-memory.ts';

interface FromHotel {
  readonly registration: string;
  readonly status: { readonly state: string };
  readonly events: readonly unknown[];
}

/** States after which there is nothing left to come back for. */
const over: ReadonlySet<string> = new Set(['departed', 'expired', 'erased']);

/**
 * What the hotel says of a registration goes before what the phone keeps of it: one that is over is forgotten, and of one that was
 * changed since the first bytes must never be offered again.
 */
export async function settleKept(memory: OutboxMemory, { registration, status, events }: FromHotel): Promise<void> {
  if (!(await memory.anything())) return;
  const outbox = await memory.open();
  if (over.has(status.state)) await outbox.remove(registration);
  else if (events.length > 1) await outbox.update(registration, { body: null });
}
