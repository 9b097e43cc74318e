import type { ApprovalsMessages } from './en/approvals.ts';
import type { CommonMessages } from './en/common.ts';
import type { CompanionsMessages } from './en/companions.ts';
import type { ExportsMessages } from './en/exports.ts';
import type { GuestMessages } from './en/guest.ts';
import type { MyRegistrationMessages } from './en/my-registration.ts';
import type { NoticeEditorMessages } from './en/notice-editor.ts';
import type { NearProblemMessages } from './en/near-problems.ts';
import type { NewRulesMessages } from './en/new-rules.ts';
import type { ProblemMessages } from './en/problems.ts';
import type { LogCheckMessages } from './en/log-check.ts';
import type { RecordsMessages } from './en/records.ts';
import type { RequestsMessages } from './en/requests.ts';
import type { SetupMessages } from './en/setup.ts';
import type { StaffMessages } from './en/staff.ts';
import type { TemporaryMessages } from './en/temporary.ts';

/**
 * Everything the product says, by area. English is the reference: each area's type is taken from `en/<area>.ts`, and
 * every other language must have the same keys. Text with a gap in it is a function of what goes into the gap.
 */
export interface Messages {
  readonly common: CommonMessages;
  readonly problems: ProblemMessages;
  readonly nearProblems: NearProblemMessages;
  readonly guest: GuestMessages;
  readonly myRegistration: MyRegistrationMessages;
  readonly companions: CompanionsMessages;
  readonly staff: StaffMessages;
  readonly setup: SetupMessages;
  readonly noticeEditor: NoticeEditorMessages;
  readonly requests: RequestsMessages;
  readonly records: RecordsMessages;
  readonly approvals: ApprovalsMessages;
  readonly exports: ExportsMessages;
  readonly logCheck: LogCheckMessages;
  readonly temporary: TemporaryMessages;
  readonly newRules: NewRulesMessages;
}

export type MessageArea = keyof Messages;

/** What each app loads; the phone never fetches the desk's words. */
export type GuestCatalogue = Pick<Messages, 'common' | 'guest' | 'nearProblems'> & Partial<Pick<Messages, 'problems'>>;
/** The guest's later pages say more; nobody fetches it before. */
export type RegistrationCatalogue = GuestCatalogue & Pick<Messages, 'myRegistration' | 'problems'>;
export type StaffCatalogue = Pick<
  Messages,
  'common' | 'problems' | 'staff' | 'setup' | 'requests' | 'records' | 'approvals' | 'noticeEditor'
>;
