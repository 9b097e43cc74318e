import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession } from './sessions.ts';

/** A person confirms for themselves that they have read what people at the desk have to know; once a day at most. */
export async function confirmTraining(parts: DeskParts, { property, person, role }: ActiveSession): Promise<void> {
  const at = parts.clock();
  const entry = logEntryText({ at, actor: person, role, action: 'training-confirmed' });
  const hotel = await parts.hotels.get(property);
  await writeOne(parts.committer, property, { kind: 'confirm-training', at, person, entry }, hotel.sign);
}
