import type { NewInvitation } from '../../protocol/invitation.ts';
import type { NewPerson } from '../../protocol/staff.ts';
import type { Logged } from './change.ts';

/** What is written about the people who work in a hotel, and their sessions. */
export type StaffChange =
  | AddPerson
  | Invite
  | AnswerInvitation
  | EndInvitation
  | StartSession
  | TouchSession
  | StepUp
  | EndSession;

/**
 * Refused `conflict` where the id or handle is taken. With an invitation, it ends as confirmed; refused `gone` where it no longer waits,
 * `conflict` where it was answered with another key.
 */
interface AddPerson extends Logged {
  readonly kind: 'add-person';
  readonly person: NewPerson;
  readonly invitation?: string;
}

/** Refused `conflict` where the id is taken, or the handle by a person or by an invitation that waits. */
interface Invite extends Logged {
  readonly kind: 'invite';
  readonly invitation: NewInvitation;
  readonly by: string;
  /** Milliseconds. */
  readonly expiresAt: number;
}

/**
 * What the invited person made. `existing` where it was answered with the very same; refused `not_found` without such an invitation,
 * `gone` where it is over, `conflict` where somebody else has answered.
 */
interface AnswerInvitation extends Logged {
  readonly kind: 'answer-invitation';
  readonly tokenHash: string;
  readonly answer: StoredAnswer;
}

export type StoredAnswer = Pick<NewPerson, 'id' | 'publicKey' | 'credential'>;

/** Calls it off. `unchanged` where it is over already; refused `not_found`. */
interface EndInvitation extends Logged {
  readonly kind: 'end-invitation';
  readonly invitation: string;
}

/** `hash` is SHA-256 of the session's bytes. Also removes this property's sessions started, and invitations over, before `forget`. */
interface StartSession extends Logged {
  readonly kind: 'start-session';
  readonly hash: string;
  readonly person: string;
  readonly forget: number;
}

interface TouchSession {
  readonly kind: 'touch-session';
  readonly hash: string;
  readonly at: number;
}

/** The session's person has proven themselves once more. Refused `session_ended` where it is gone. */
interface StepUp extends Logged {
  readonly kind: 'step-up';
  readonly hash: string;
}

interface EndSession {
  readonly kind: 'end-session';
  readonly hash: string;
}
