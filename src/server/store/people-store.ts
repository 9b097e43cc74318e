import type { RecoveryUpload } from '../../protocol/api.ts';
import type { InvitationState, NewInvitation } from '../../protocol/invitation.ts';
import type { Role } from '../../protocol/roles.ts';
import type { Credential, DeviceKind, Grant, KeyPurpose, Person, Sealed, Wrapped } from '../../protocol/staff.ts';
import type { StoredAnswer } from './staff-change.ts';

/** What is kept of the people who work in a hotel, their devices and the recovery sheet. Read as in `store.ts`. */
export interface PeopleStore {
  people(property: string): Promise<Person[]>;
  /** The newest team list's exact JWS; null where none was signed. */
  team(property: string): Promise<string | null>;
  /** By pseudonym, and by the name somebody signs in with. */
  person(property: string, person: string): Promise<StoredPerson | null>;
  personByHandle(property: string, handle: string): Promise<StoredPerson | null>;
  /** A person's passkeys, the oldest first; and one of a property by its credential. */
  passkeys(person: string): Promise<StoredPasskey[]>;
  passkey(property: string, credential: string): Promise<StoredPasskey | null>;
  /**
   * Invitations that wait at a moment of the steady clock, and those that shut somebody out, by the end of their time; by SHA-256 of the
   * token also those that are over.
   */
  invitations(property: string, now: number): Promise<StoredInvitation[]>;
  invitationByToken(tokenHash: string): Promise<StoredInvitation | null>;
  /**
   * Whether somebody was invited again because others may hold their keys, and hasn't come in anew nor was the invitation called off:
   * until then nothing proves them, however long that takes.
   */
  isShutOut(property: string, person: string): Promise<boolean>;
  /** Key ids a person was granted for a purpose. */
  grantedKeys(person: string, purpose: KeyPurpose): Promise<string[]>;
  /** By SHA-256 of the session's bytes. */
  session(hash: string): Promise<StoredSession | null>;
  /** Every session of a property, ended by time or not. */
  sessions(property: string): Promise<(StoredSession & { readonly hash: string })[]>;
  /** Ids of all keys that somebody at work in the hotel was granted. */
  heldKeys(property: string): Promise<string[]>;
  recovery(property: string): Promise<StoredRecovery | null>;
  /** Every proof of a sheet, newest first. */
  recoveryProofs(property: string): Promise<StoredProof[]>;
  /** Whether a sheet with this id (SHA-256 of what names it) was ever made for the property. */
  hadSheet(property: string, sheet: string): Promise<boolean>;
  /** The newest owner made with a sheet. */
  restored(property: string): Promise<StoredRestoration | null>;
}

export interface StoredPasskey {
  readonly id: string;
  readonly person: string;
  /** The authenticator's own id of it, and its public key in COSE form (RFC 9052), base64url. */
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly name: string;
  readonly wrapped: Wrapped | null;
  readonly addedAt: number;
  readonly usedAt: number | null;
}

/**
 * `invited` and `answer` are null once it is confirmed or called off. An expired one still says `open` or `answered`. `expiresAt` is by
 * the steady clock.
 */
export interface StoredInvitation {
  readonly property: string;
  readonly id: string;
  readonly by: string;
  readonly state: Exclude<InvitationState, 'expired'>;
  readonly expiresAt: number;
  readonly invited: Pick<
    NewInvitation,
    'displayName' | 'handle' | 'role' | 'purposes' | 'again' | 'sealedSecret'
  > | null;
  readonly answer: StoredAnswer | null;
}

export interface StoredPerson {
  readonly person: Person;
  readonly credential: Credential;
  readonly grants: readonly Grant[];
  readonly sealedRoot: Sealed | null;
}

/** Times by the steady clock. */
export interface StoredSession {
  readonly property: string;
  readonly person: string;
  readonly role: Role;
  readonly startedAt: number;
  readonly usedAt: number;
  /** When the person last proved themselves: at its start, or later. */
  readonly provenAt: number;
  readonly device: DeviceKind;
}

export interface StoredRecovery extends RecoveryUpload {
  readonly provenAt: number | null;
  /** When an owner was restored with it. */
  readonly usedAt: number | null;
}

export interface StoredProof {
  readonly at: number;
  readonly by: string;
  readonly rehearsal: boolean;
}

export interface StoredRestoration {
  readonly at: number;
  readonly name: string;
}
