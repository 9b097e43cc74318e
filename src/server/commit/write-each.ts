import type { OnBroken } from '../broken-records.ts';
import type { SignCheckpoint } from '../store/store.ts';
import type { Change, Outcome } from '../store/change.ts';
import type { Committer } from './committer.ts';
import { writeGroups } from './write-groups.ts';

/**
 * Writes changes of one property, each about a registration, together; where one of their records is broken, each by itself, so that the
 * others are written all the same. An outcome each, null and told for those that are broken. Rejects where nothing can be written at all.
 */
export async function writeEach(
  committer: Committer,
  property: string,
  changes: readonly (Change & { readonly registration: string })[],
  sign: SignCheckpoint,
  onBroken: OnBroken,
): Promise<(Outcome | null)[]> {
  const groups = changes.map((change) => ({ registration: change.registration, changes: [change] }));
  const outcomes = await writeGroups(committer, property, groups, sign, onBroken);
  return outcomes.map((of) => of?.[0] ?? null);
}
