import type { DeskTopic } from '../../../protocol/desk-topics.ts';
import type { TreeEdge } from '../../log/merkle-tree.ts';
import type { Change, Outcome } from '../change.ts';
import type { AmendmentTables } from './amendment-tables.ts';
import type { ApprovalTable } from './approval-table.ts';
import type { AnchorTable } from './anchor-table.ts';
import type { DamagedTables } from './damaged-tables.ts';
import type { InvitationTable } from './invitation-table.ts';
import type { HandOverTable } from './hand-over-table.ts';
import type { PosterTable } from './poster-table.ts';
import type { PasskeyTable } from './passkey-table.ts';
import type { PaperTables } from './paper-tables.ts';
import type { PropertyTables } from './property-tables.ts';
import type { RecoveryTables } from './recovery-tables.ts';
import type { RegistrationTables } from './registration-tables.ts';
import type { RetentionTables } from './retention-tables.ts';
import type { RequestTables } from './request-tables.ts';
import type { SessionTable } from './session-table.ts';
import type { StaffTables } from './staff-tables.ts';
import type { TeamTable } from './team-table.ts';

export interface Tables {
  readonly properties: PropertyTables;
  readonly registrations: RegistrationTables;
  readonly amendments: AmendmentTables;
  readonly requests: RequestTables;
  readonly retention: RetentionTables;
  readonly damaged: DamagedTables;
  readonly staff: StaffTables;
  readonly teams: TeamTable;
  readonly sessions: SessionTable;
  readonly passkeys: PasskeyTable;
  readonly invitations: InvitationTable;
  readonly anchors: AnchorTable;
  readonly handOvers: HandOverTable;
  readonly posters: PosterTable;
  readonly recoveries: RecoveryTables;
  readonly papers: PaperTables;
  readonly approvals: ApprovalTable;
}

/** A batch being written: where its property's counters stand. Thrown away when the transaction fails. */
export interface Draft {
  readonly property: string;
  /** The batch's, by the steady clock. */
  readonly moment: number;
  /** The property's row id; null until `create-property` made it. */
  propertyRow: number | null;
  lastRow: number;
  lastChange: number;
  /** What has changed besides rows. */
  readonly topics: Set<DeskTopic>;
  readonly entries: string[];
  /** How many entries of the log there are about a registration, this batch's so far with them. */
  readonly entriesAbout: (registration: string) => number;
  /** Size of the tree before the batch. */
  readonly base: number;
}

/** Where a property's counters stood after the last commit. */
export interface Counters {
  readonly propertyRow: number;
  readonly edge: TreeEdge;
  readonly lastChange: number;
}

/** Changes that destroy envelopes. */
const erasing: ReadonlySet<Change['kind']> = new Set<Change['kind']>([
  'amend',
  'correct-stay',
  'erase',
  'erase-sealed',
  'erase-again',
  'destroy-damaged',
  'expire',
  'retain',
]);

export const unchanged: Outcome = { kind: 'unchanged' };

export function refused(code: Extract<Outcome, { kind: 'refused' }>['code']): Outcome {
  return { kind: 'refused', code };
}

export function log(draft: Draft, entry: string): number {
  draft.entries.push(entry);
  return draft.base + draft.entries.length - 1;
}

export function done(draft: Draft, entry: string): Outcome {
  return { kind: 'done', index: log(draft, entry) };
}

/** Whether a change makes a line of the requests' queue or moves one on. */
export function touchesRequests(change: Change): boolean {
  if (change.kind === 'amend' || change.kind === 'erase') return change.request !== null;
  return change.kind === 'open-request' || change.kind === 'step-request';
}

/** Whether any change of a batch destroyed an envelope. */
export function destroyedAny(changes: readonly Change[], outcomes: readonly Outcome[]): boolean {
  return changes.some(({ kind }, at) => erasing.has(kind) && outcomes[at]?.kind === 'done');
}
