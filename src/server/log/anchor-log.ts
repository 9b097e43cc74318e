import type { AnchorKeeping, Anchors, KeptAnchor } from '../../protocol/log-anchor.ts';
import { parseCheckpoint } from '../../protocol/checkpoint.ts';
import { Refusal } from '../../protocol/problems.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import { logEntryText } from './log-entry.ts';

/** Most that are listed. */
const listed = 200;

export async function anchorsOf({ store }: DeskParts, { property }: ActiveSession): Promise<Anchors> {
  const note = await store.checkpoint(property, null);
  const newest = note === null ? null : parseCheckpoint(note);
  if (note === null || newest === null) throw new TypeError('a log without a checkpoint');
  return { newest: { size: newest.size, checkpoint: note }, anchors: await store.anchors(property, listed) };
}

/** Notes that a checkpoint was taken out. Throws Refusal `not_found` where the log has none of that size. */
export async function keepAnchor(
  parts: DeskParts,
  session: ActiveSession,
  { size, way }: AnchorKeeping,
): Promise<KeptAnchor> {
  const { property, person: actor, role } = session;
  const checkpoint = await parts.store.checkpoint(property, size);
  if (checkpoint === null) throw new Refusal('not_found');
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  const entry = logEntryText({ at, actor, role, action: 'log-anchored', digest: digest(checkpoint) });
  await writeOne(parts.committer, property, { kind: 'keep-anchor', at, size, actor, way, entry }, hotel.sign);
  return { size, checkpoint, keptAt: toInstant(at), actor, way };
}
