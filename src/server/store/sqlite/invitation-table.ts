import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { invitationAnswerSchema, invitationLasts, newInvitationSchema } from '../../../protocol/invitation.ts';
import { clockLeeway, inTime } from '../../in-time.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredAnswer } from '../staff-change.ts';
import type { StoredInvitation } from '../people-store.ts';
import { bytesText, decode, json } from './column.ts';

const invitedSchema = z.pick(newInvitationSchema, {
  displayName: true,
  handle: true,
  role: true,
  purposes: true,
  again: true,
  sealedSecret: true,
});
const answerSchema = z.pick(invitationAnswerSchema, { id: true, publicKey: true, credential: true });
const row = z.object({
  name: z.string(),
  invitation: bytesText,
  invited_by: bytesText,
  state: z.enum(['open', 'answered', 'confirmed', 'called-off']),
  expires_at: z.number(),
  invited: z.nullable(json(invitedSchema)),
  answer: z.nullable(json(answerSchema)),
});
const selected = 'SELECT i.*, p.property AS name FROM invitations i JOIN properties p ON p.id = i.property WHERE';
const waiting = "state IN ('open', 'answered') AND expires_at > ? AND expires_at <= ?";
/** What `waiting` takes. */
const around = (now: number) => [now, now + invitationLasts + clockLeeway] as const;
/** Those for somebody whose keys may be in other hands, which no time ends. */
const shuttingOut = "state IN ('open', 'answered') AND json_extract(invited, '$.again.exposed')";

/** Invitations: few rows, gone a while after they are over. */
export class InvitationTable {
  readonly #database: DatabaseSync;
  readonly #shutsOut: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#shutsOut = database.prepare(
      `SELECT id FROM invitations WHERE property = ? AND ${shuttingOut} AND json_extract(invited, '$.again.person') = ?`,
    );
  }

  /** Those that wait, and those that shut somebody out. */
  standing(property: number, now: number): StoredInvitation[] {
    return this.#database
      .prepare(`${selected} i.property = ? AND ((${waiting}) OR (${shuttingOut})) ORDER BY expires_at`)
      .all(property, ...around(now))
      .map(read);
  }

  byToken(tokenHash: string): StoredInvitation | null {
    const found = this.#database.prepare(`${selected} token_hash = ?`).get(decode(tokenHash));
    return found === undefined ? null : read(found);
  }

  get(property: number, invitation: string): StoredInvitation | null {
    const found = this.#database.prepare(`${selected} i.property = ? AND invitation = ?`);
    const there = found.get(property, decode(invitation));
    return there === undefined ? null : read(there);
  }

  /** False where the id, the token or the handle is taken. */
  insert(property: number, { invitation, by, expiresAt }: ChangeOf<'invite'>, now: number): boolean {
    const { id, tokenHash, handle, displayName, role, purposes, again, sealedSecret } = invitation;
    const taken = this.#database.prepare(
      `SELECT id FROM invitations WHERE invitation = ? OR token_hash = ?
        OR (property = ? AND handle = ? AND ${waiting})`,
    );
    if (taken.get(decode(id), decode(tokenHash), property, handle, ...around(now)) !== undefined) return false;
    this.#database
      .prepare(
        `INSERT INTO invitations (property, invitation, token_hash, invited_by, state, expires_at, handle, invited)
          VALUES (?, ?, ?, ?, 'open', ?, ?, ?)`,
      )
      .run(
        property,
        decode(id),
        decode(tokenHash),
        decode(by),
        expiresAt,
        handle,
        JSON.stringify({ displayName, handle, role, purposes, again, sealedSecret }),
      );
    return true;
  }

  answer(invitation: string, { id, publicKey, credential }: StoredAnswer): void {
    this.#database
      .prepare("UPDATE invitations SET state = 'answered', answer = ? WHERE invitation = ?")
      .run(JSON.stringify({ id, publicKey, credential }), decode(invitation));
  }

  /** Ends it; what names anybody goes. */
  end(invitation: string, state: 'confirmed' | 'called-off'): void {
    this.#database
      .prepare('UPDATE invitations SET state = ?, handle = NULL, invited = NULL, answer = NULL WHERE invitation = ?')
      .run(state, decode(invitation));
  }

  /** Whether somebody has to come in anew before anything proves them again. */
  shutsOut(property: number, person: string): boolean {
    return this.#shutsOut.get(property, person) !== undefined;
  }

  /** Ends those somebody made, and those for them. Whom they shut out stays so, though nobody can answer any more. */
  endAllOf(property: number, person: string, now: number): void {
    for (const invitation of this.standing(property, now)) {
      const { id, by, invited } = invitation;
      if (invited?.again?.person === person || (by === person && !isShuttingOut(invitation)))
        this.end(id, 'called-off');
      else if (by === person) this.#runOut(id);
    }
  }

  /** Ends whatever stands for somebody of the team but this one. */
  endOthersFor(property: number, person: string, kept: string, now: number): void {
    for (const { id, invited } of this.standing(property, now))
      if (id !== kept && invited?.again?.person === person) this.end(id, 'called-off');
  }

  forget(property: number, before: number): void {
    this.#database
      .prepare(`DELETE FROM invitations WHERE property = ? AND expires_at < ? AND NOT coalesce(${shuttingOut}, 0)`)
      .run(property, before);
  }

  #runOut(invitation: string): void {
    this.#database
      .prepare("UPDATE invitations SET state = 'open', answer = NULL, expires_at = 0 WHERE invitation = ?")
      .run(decode(invitation));
  }
}

function read(found: unknown): StoredInvitation {
  const { name, invitation, invited_by: by, state, expires_at: expiresAt, invited, answer } = row.parse(found);
  return { property: name, id: invitation, by, state, expiresAt, invited, answer };
}

/** Whether it keeps somebody out of the hotel, also when its time is over. */
export function isShuttingOut({ state, invited }: StoredInvitation): boolean {
  return (state === 'open' || state === 'answered') && invited?.again?.exposed === true;
}

/** Whether it can still be answered or confirmed. */
export function invitationWaits({ state, expiresAt }: StoredInvitation, now: number): boolean {
  return (state === 'open' || state === 'answered') && inTime(expiresAt, now, invitationLasts);
}
