import { isBrokenRecord, type OnBroken } from '../broken-records.ts';
import type { SignCheckpoint } from '../store/store.ts';
import type { Change, Outcome } from '../store/change.ts';
import type { Committer } from './committer.ts';

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
  if (changes.length === 0) return [];
  try {
    return [...(await committer.submit(property, changes, sign)).outcomes];
  } catch (error) {
    if (!isBrokenRecord(error)) throw error;
  }
  const outcomes: (Outcome | null)[] = [];
  for (const change of changes) {
    try {
      const written = await committer.submit(property, [change], sign);
      outcomes.push(...written.outcomes);
    } catch (error) {
      if (!isBrokenRecord(error)) throw error;
      onBroken(change.registration);
      outcomes.push(null);
    }
  }
  return outcomes;
}
