import type { DeskTopic } from '../../protocol/desk-topics.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { firstChoice, type ListChoice } from '../list/list-choice.ts';
import type { NewGuest, ShownList } from '../list/list-messages.ts';
import type { DeskEntry } from './desk-entry.ts';

/** Whether what the list shows is what the server knows. */
export type Line = 'loading' | 'live' | 'reconnecting' | 'offline';

export interface DeskSnapshot {
  /** What is on the screen of the list, or near it; null until anything may be shown. */
  readonly list: ShownList | null;
  /** The rows that somebody asked to watch, among them the chosen one. */
  readonly entries: ReadonlyMap<string, DeskEntry>;
  /** Those who come along with the chosen guest. */
  readonly together: readonly DeskEntry[];
  /** Guests who have to be handed over to the police and are not among the entries. */
  readonly leftToHandOver: number;
  readonly line: Line;
  /** Why the line is down, when it is for another reason than a lost network. */
  readonly problem: AnyProblem | null;
  /** Those who came in while the desk was watching, in order. */
  readonly arrivals: readonly NewGuest[];
  /** Each grows whenever that may have changed. */
  readonly marks: Readonly<Record<DeskTopic, number>>;
  /** What somebody at the desk wants to see; for as long as the session lasts. */
  readonly choice: ListChoice;
}

/** Before anything was read, and after the keys have left. */
export const emptySnapshot: DeskSnapshot = {
  list: null,
  entries: new Map(),
  together: [],
  leftToHandOver: 0,
  line: 'loading',
  problem: null,
  arrivals: [],
  marks: { requests: 0, approvals: 0, settings: 0 },
  choice: firstChoice,
};
