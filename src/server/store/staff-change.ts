import type { NewPerson } from '../../protocol/staff.ts';
import type { Logged } from './change.ts';

/** What is written about the people who work in a hotel, and their sessions. */
export type StaffChange = AddPerson | StartSession | TouchSession | StepUp | EndSession;

/** Refused `conflict` where the id or handle is taken. */
interface AddPerson extends Logged {
  readonly kind: 'add-person';
  readonly person: NewPerson;
}

/** `hash` is SHA-256 of the session's bytes. Also removes this property's sessions started before `forget`. */
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
