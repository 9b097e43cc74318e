import type { NewInvitation } from '../../protocol/invitation.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Role } from '../../protocol/roles.ts';
import type { Credential, DeviceKind, Grant, NewPerson, Sealed, Wrapped } from '../../protocol/staff.ts';
import type { Logged } from './logged.ts';
import type { NewPublication } from './hotel-changes.ts';

/** What is written about the people who work in a hotel, and their sessions. */
export type StaffChange =
  | AddPerson
  | Invite
  | AnswerInvitation
  | EndInvitation
  | SignTeam
  | ChangeRole
  | GiveGrants
  | Rejoin
  | RenewKeys
  | AddPasskey
  | UsePasskey
  | RemovePasskey
  | ChangePassphrase
  | ConfirmTraining
  | StartSession
  | TouchSession
  | StepUp
  | EndSession;

/** A signed team list, checked, and the pseudonyms it names. */
export interface NewTeamList {
  readonly jws: string;
  readonly hash: string;
  readonly sequence: number;
  readonly previous: string | null;
  readonly people: readonly string[];
  /** Its own log entry, which pins `hash`: the list changes in no commit without it. */
  readonly entry: string;
}

/**
 * A change that comes with a team list takes the place of the one before. Refused `conflict` where `previous` isn't the one there is or
 * the sequence is not greater, or where it names somebody who isn't at work afterwards.
 */
interface WithTeam {
  readonly team: NewTeamList;
}

/** Only the list. */
interface SignTeam extends WithTeam {
  readonly kind: 'sign-team';
}

/**
 * The invitation ends as confirmed. Refused `conflict` where the id or handle is taken; `gone` where the invitation no longer waits,
 * `conflict` where it was answered with another key, or where the hotel's manifest is no longer the one its grants were checked against.
 */
interface AddPerson extends Logged, WithTeam {
  readonly kind: 'add-person';
  readonly person: NewPerson;
  readonly invitation: { readonly id: string; readonly sequence: number };
}

/**
 * Refused `conflict` where the id is taken, or the handle by another person or by an invitation that waits; `not_found` where who is
 * invited again is not there, `conflict` where they are shut out and this wouldn't; `session_ended` by somebody who is shut out
 * themselves. Ends the sessions of who is `exposed`, the approvals they gave, and an earlier invitation that has run out.
 */
interface Invite extends Logged {
  readonly kind: 'invite';
  readonly invitation: NewInvitation;
  readonly by: string;
  /** By the steady clock, milliseconds. */
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

/** Calls it off, which lets in whom it shuts out. `unchanged` where it is over and shuts nobody out; refused `not_found`. */
interface EndInvitation extends Logged {
  readonly kind: 'end-invitation';
  readonly invitation: string;
}

/** What takes the place of a person's keys. */
export interface Rejoined extends StoredAnswer {
  readonly invitation: string;
  readonly grants: readonly Grant[];
  readonly sealedRoot: Sealed | null;
}

/** What a person at work has to hold: an owner all of `keys`, everybody else `cardKey`. */
interface NeededKeys {
  readonly keys: readonly string[];
  readonly cardKey: string;
}

/**
 * New keys for somebody of the team, by an invitation: their grants, passkeys and sessions go, pseudonym, name and role stay.
 * Refused `gone` where the invitation no longer waits; `not_found` where the person isn't there; `conflict` where it was answered with
 * another key, where the grants lack a needed key or bring a purpose the person couldn't open, where the sealed root and the role
 * disagree, or where the hotel's manifest is no longer `sequence`.
 */
interface Rejoin extends Logged, NeededKeys, WithTeam {
  readonly kind: 'rejoin';
  readonly rejoined: Rejoined;
  readonly sequence: number;
}

/** Approvals the person gave end where the role may give none. Refused `not_found`. */
interface ChangeRole extends Logged {
  readonly kind: 'change-role';
  readonly person: string;
  readonly role: Role;
}

/** A key the person was granted before stays as it was granted. Refused `not_found`, and `conflict` where they are shut out. */
interface GiveGrants extends Logged, WithTeam {
  readonly kind: 'give-grants';
  readonly person: string;
  readonly grants: readonly Grant[];
}

/**
 * A new epoch. Takes the removed person and their grants, the revoked purposes' grants of every epoch, and every session of the property;
 * publishes; gives the grants; the recovery sheet counts as not proven. From then on nothing sealed under an earlier epoch is taken in.
 * Refused `conflict` where the current sequence is not one less, where `grants` leave somebody of the team list who isn't shut out without
 * the card's key, or an owner of it without any of `keys`, or where they give who is shut out any; `not_found` where a person isn't there;
 * `last_owner` where no owner of the list would stay who isn't shut out. Who stays and isn't in the list may be left without: nobody has
 * vouched for their key. Invitations by and for who is removed end, and so do approvals they gave; whom they shut out stays so. Somebody
 * may get their own keys anew with it, as in `Rejoin`.
 */
interface RenewKeys extends Logged, NeededKeys, WithTeam {
  readonly kind: 'renew-keys';
  readonly profile: PropertyProfile;
  readonly publication: NewPublication;
  readonly removed: string | null;
  readonly revoked: readonly { readonly person: string; readonly purpose: PurposeId }[];
  readonly grants: readonly { readonly person: string; readonly grant: Grant }[];
  readonly rejoined: Rejoined | null;
  /** Who was removed and what was taken, as entries before the manifest's. */
  readonly further: readonly string[];
}

/** Refused `conflict` where the credential is known, or the person has `most`; `session_ended` while they are shut out. */
interface AddPasskey extends Logged {
  readonly kind: 'add-passkey';
  readonly person: string;
  readonly passkey: {
    readonly id: string;
    readonly credential: string;
    readonly publicKey: string;
    readonly counter: number;
    readonly name: string;
    readonly wrapped: Wrapped | null;
  };
  readonly most: number;
}

/** Ends the person's other sessions. Refused `sign_in_failed` where the person is gone or shut out, or their proof is another by now. */
interface ChangePassphrase extends Logged {
  readonly kind: 'change-passphrase';
  readonly person: string;
  /** SHA-256 of the old proof. */
  readonly proofHash: string;
  readonly credential: Credential;
  /** SHA-256 of the session that stays. */
  readonly session: string;
}

/** `unchanged` where the person has confirmed it on the same day in China; refused `session_ended` where they are gone. */
interface ConfirmTraining extends Logged {
  readonly kind: 'confirm-training';
  readonly person: string;
}

/** Refused `sign_in_failed` where it is gone, or its counter has gone back meanwhile. */
interface UsePasskey {
  readonly kind: 'use-passkey';
  readonly passkey: string;
  readonly counter: number;
  readonly at: number;
}

/** Refused `not_found` where the person has no such passkey. */
interface RemovePasskey extends Logged {
  readonly kind: 'remove-passkey';
  readonly person: string;
  readonly passkey: string;
}

// Times of sessions are moments of the steady clock, in milliseconds. Each is the session's own and not its batch's: what is counted from
// a proof is counted from before it was written down.

/**
 * `hash` is SHA-256 of the session's bytes. Refused `sign_in_failed` while the person is shut out. Also removes this property's
 * sessions started, and invitations over, before `forget`.
 */
interface StartSession {
  readonly kind: 'start-session';
  readonly entry: string;
  readonly moment: number;
  readonly hash: string;
  readonly person: string;
  readonly forget: number;
  readonly device: DeviceKind;
}

interface TouchSession {
  readonly kind: 'touch-session';
  readonly hash: string;
  readonly moment: number;
}

/** The session's person has proven themselves once more. Refused `session_ended` where it is gone. */
interface StepUp {
  readonly kind: 'step-up';
  readonly entry: string;
  readonly hash: string;
  readonly moment: number;
}

/** `entry` where it was another's doing: signing out is not logged. */
interface EndSession {
  readonly kind: 'end-session';
  readonly hash: string;
  readonly entry?: string;
}
