import type { PeopleStore } from '../people-store.ts';
import { guarded } from './guarded.ts';
import type { ReadParts } from './read-parts.ts';

/** Reads of `PeopleStore`. */
export function peopleReads({ tables, of }: ReadParts): PeopleStore {
  return {
    people: async (property) => of(property, [], (row) => tables.staff.people(row)),
    team: async (property) => of(property, null, (row) => tables.teams.get(row)?.jws ?? null),
    personByHandle: async (property, handle) => of(property, null, (row) => tables.staff.byHandle(row, handle)),
    person: async (property, person) => of(property, null, (row) => tables.staff.byId(row, person)),
    passkeys: async (person) => guarded(() => tables.passkeys.of(person)),
    passkey: async (property, credential) => of(property, null, (row) => tables.passkeys.byCredential(row, credential)),
    invitations: async (property, now) => of(property, [], (row) => tables.invitations.standing(row, now)),
    invitationByToken: async (tokenHash) => guarded(() => tables.invitations.byToken(tokenHash)),
    isShutOut: async (property, person) => of(property, false, (row) => tables.invitations.shutsOut(row, person)),
    grantedKeys: async (person, purpose) => guarded(() => tables.staff.grantedKeys(person, purpose)),
    session: async (hash) => guarded(() => tables.sessions.get(hash)),
    sessions: async (property) => of(property, [], (row) => tables.sessions.of(row)),
    heldKeys: async (property) => of(property, [], (row) => tables.staff.heldKeys(row)),
    recovery: async (property) => of(property, null, (row) => tables.recoveries.get(row)),
    recoveryProofs: async (property) => of(property, [], (row) => tables.recoveries.proofs(row)),
    hadSheet: async (property, sheet) => of(property, false, (row) => tables.recoveries.had(row, sheet)),
    restored: async (property) => of(property, null, (row) => tables.recoveries.restored(row)),
  };
}
