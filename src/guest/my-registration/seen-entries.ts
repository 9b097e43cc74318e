import { digest } from '../../crypto/sha256.ts';
import type { CheckpointMemory } from '../phone/checkpoint-memory.ts';

/** Which entries about one registration this phone was shown, kept so that who finds the phone can't tell of whom. */
export interface SeenEntries {
  /** Whether every entry shown before is among these; null where none is remembered. */
  allAmong(indexes: readonly number[]): Promise<boolean | null>;
  /** Places in the hotel's log, oldest first. */
  remember(indexes: readonly number[]): Promise<void>;
}

const mark = /^(?<count>\d+) (?<hash>\S+)$/;

/**
 * A log only grows, so what was shown before is the beginning of what is shown now: how many there were and a hash are enough. Both the
 * place and the hash depend on the guest's secret, without which they say nothing.
 */
export function seenEntries(memory: CheckpointMemory, secret: string): SeenEntries {
  const place = digest(`foyer seen entries\n${secret}`);
  const hashOf = (indexes: readonly number[]) => digest(`foyer seen entries\n${secret}\n${indexes.join(' ')}`);
  return {
    allAmong: async (indexes) => {
      const { count, hash } = mark.exec((await memory.recall(await place)) ?? '')?.groups ?? {};
      if (count === undefined) return null;
      return (await hashOf(indexes.slice(0, Number(count)))) === hash;
    },
    remember: async (indexes) => memory.remember(await place, `${indexes.length} ${await hashOf(indexes)}`),
  };
}
