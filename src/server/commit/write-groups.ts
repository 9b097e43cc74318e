import { isBrokenRecord, type OnBroken } from '../broken-records.ts';
import type { Change, Outcome } from '../store/change.ts';
import type { SignCheckpoint } from '../store/store.ts';
import type { Committer } from './committer.ts';

/** Changes about one registration, written in one commit. */
export interface ChangeGroup {
  readonly registration: string;
  readonly changes: readonly Change[];
}

/**
 * Writes groups of changes of one property together; where a record is broken, each group by itself, so that the others are written all
 * the same. The outcomes of each group, null and told for one whose record is broken. Rejects where nothing can be written at all.
 */
export async function writeGroups(
  committer: Committer,
  property: string,
  groups: readonly ChangeGroup[],
  sign: SignCheckpoint,
  onBroken: OnBroken,
): Promise<(readonly Outcome[] | null)[]> {
  if (groups.length === 0) return [];
  try {
    const written = await committer.submit(
      property,
      groups.flatMap(({ changes }) => changes),
      sign,
    );
    const left = [...written.outcomes];
    return groups.map(({ changes }) => left.splice(0, changes.length));
  } catch (error) {
    if (!isBrokenRecord(error)) throw error;
  }
  const outcomes: (readonly Outcome[] | null)[] = [];
  for (const { registration, changes } of groups) {
    try {
      outcomes.push((await committer.submit(property, changes, sign)).outcomes);
    } catch (error) {
      if (!isBrokenRecord(error)) throw error;
      onBroken(registration);
      outcomes.push(null);
    }
  }
  return outcomes;
}
