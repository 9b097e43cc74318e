import type { Envelope } from '../../protocol/envelope.ts';
import type { ProblemCode } from '../../protocol/problems.ts';
import type { AnswerApproval, AskApproval } from './approval-changes.ts';
import type { Amend, Arrive, Erase, MarkSeen, OpenEnvelope, Register } from './guest-changes.ts';
import type {
  CorrectStay,
  CreateProperty,
  HandOver,
  KeepAnchor,
  Publish,
  SaveSettings,
  SetStay,
} from './hotel-changes.ts';
import type { KeyChange } from './key-change.ts';
import type { Logged } from './logged.ts';
import type { DestroyPaper, MovePaper, RecordPaper } from './paper-changes.ts';
import type { OpenRequest, StepRequest } from './request-changes.ts';
import type { Certify, DestroyDamaged, EraseAgain, EraseSealed, Expire, Retain } from './retention-changes.ts';
import type { StaffChange } from './staff-change.ts';

/**
 * Every write there is. `entry` is the exact text of the log entry that is appended when, and only when, the change is applied.
 * `at` is in milliseconds of the wall clock. What each is refused for is said beside it.
 */
export type Change =
  | CreateProperty
  | Register
  | MarkSeen
  | OpenEnvelope
  | AskApproval
  | AnswerApproval
  | Arrive
  | SetStay
  | CorrectStay
  | HandOver
  | Expire
  | Retain
  | Certify
  | Amend
  | Erase
  | EraseSealed
  | EraseAgain
  | DestroyDamaged
  | OpenRequest
  | StepRequest
  | Publish
  | StaffChange
  | Note
  | KeepAnchor
  | SaveSettings
  | RecordPaper
  | MovePaper
  | DestroyPaper
  | KeyChange;

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** Only the entry. */
interface Note extends Logged {
  readonly kind: 'note';
}

/** What became of a change. `index` is the place of its (first) entry in the log; null where it logs nothing. */
export type Outcome =
  | { readonly kind: 'done'; readonly index: number | null }
  | { readonly kind: 'opened'; readonly index: number; readonly envelope: Envelope; readonly consentHash: string }
  | { readonly kind: 'existing' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly code: ProblemCode };
