import { Refusal } from '../../protocol/problems.ts';
import type { Change, Outcome } from '../store/change.ts';
import type { CommittedTree, SignCheckpoint } from '../store/store.ts';
import type { Committer } from './committer.ts';

export type Accepted = Exclude<Outcome, { kind: 'refused' }>;

/** Writes one change and waits until it is durable; with `last` the tree ends with it. Throws Refusal where it is refused. */
export async function writeOne(
  committer: Committer,
  property: string,
  change: Change,
  sign: SignCheckpoint,
  options: { readonly last?: boolean } = {},
): Promise<{ outcome: Accepted; tree: CommittedTree | null }> {
  const { outcomes, tree } = await committer.submit(property, [change], sign, options);
  const [outcome] = outcomes;
  if (outcome === undefined) throw new TypeError('a commit gave no outcome');
  if (outcome.kind === 'refused') throw new Refusal(outcome.code);
  return { outcome, tree };
}
