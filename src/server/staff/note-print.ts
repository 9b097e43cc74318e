import { Refusal } from '../../protocol/problems.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession } from './sessions.ts';

/** Writes into the log that what is about a registration is printed; the tablet prints once it is durable. */
export async function notePrint(parts: DeskParts, session: ActiveSession, registration: string): Promise<void> {
  const stored = await parts.store.registration(registration);
  if (stored === null || stored.property !== session.property) throw new Refusal('not_found');
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'printed', registration });
  await writeOne(parts.committer, session.property, { kind: 'note', at, entry }, hotel.sign);
}
