import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema, publicKeySchema } from './ids.ts';
import type { DeviceProblem } from './problems.ts';
import { purposeIdSchema } from './purposes.ts';
import { displayNameSchema } from './staff.ts';
import { instantSchema } from './time.ts';

/** The `typ` header of a team list's JWS (RFC 8725 §3.11). */
export const teamListJwsType = 'foyer-team';

/** A team list as JWS in compact form. */
export const teamListTextSchema = z.string().check(z.maxLength(150_000));
/** POST and PUT: the list that comes after the one before it. */
export const teamSigningSchema = z.strictObject({ team: teamListTextSchema });

/** Somebody the hotel's keys may be sealed to, under this key and no other. */
export const memberSchema = z.strictObject({
  person: idSchema,
  /** What an owner knows them by: the server can't call one person by another's name. */
  name: displayNameSchema,
  publicKey: publicKeySchema,
  /** Opens every purpose, and holds the root. */
  owner: z.boolean(),
  /** What anybody else opens besides the desk's list. */
  opens: z.array(purposeIdSchema).check(z.maxLength(16)),
});
export type Member = z.infer<typeof memberSchema>;

/**
 * Who belongs to the team, with which keys, signed by the hotel's root on an owner's tablet. `sequence` grows with every list, `previous`
 * is SHA-256 of the JWS before, null for the first. `epoch` is that of the manifest in force: whoever leaves or may open less begins a
 * new one, so a list from before a removal never fits the manifest after it.
 */
export const teamListSchema = z.strictObject({
  format: z.literal('foyer-team/1'),
  property: propertyIdSchema,
  sequence: z.int().check(z.gte(1)),
  previous: z.nullable(digestSchema),
  epoch: z.int().check(z.gte(1)),
  madeAt: instantSchema,
  /** The owner on whose tablet it was signed. */
  by: idSchema,
  people: z.array(memberSchema).check(z.minLength(1), z.maxLength(200)),
});
export type TeamList = z.infer<typeof teamListSchema>;

/** A team list's exact JWS text with its checked content, and SHA-256 of that text. */
export interface SignedTeamList {
  readonly jws: string;
  readonly hash: string;
  readonly list: TeamList;
}

/** The newest list a tablet has seen of a property. */
export const seenTeamSchema = z.object({ sequence: z.int().check(z.gte(1)), hash: digestSchema });
export type SeenTeam = z.infer<typeof seenTeamSchema>;

export interface TeamExpectation {
  readonly property: string;
  /** Of the manifest in force. */
  readonly epoch: number;
  /** Null on a tablet that has seen none. */
  readonly seen: SeenTeam | null;
}

/**
 * What an owner's tablet refuses in a list whose signature holds: another hotel's, one that names a person or a key twice (`team_invalid`);
 * one older than it has seen, another one of the same number, or one of another epoch than the manifest's, where one of the two is older
 * than it should be (`team_older`). Returns the first reason, or null.
 */
export function checkTeamList(
  { list, hash }: Pick<SignedTeamList, 'list' | 'hash'>,
  { property, epoch, seen }: TeamExpectation,
): DeviceProblem | null {
  if (list.property !== property) return 'team_invalid';
  if (hasRepeats(list.people.map(({ person }) => person))) return 'team_invalid';
  if (hasRepeats(list.people.map(({ publicKey }) => publicKey))) return 'team_invalid';
  if (seen !== null && list.sequence < seen.sequence) return 'team_older';
  if (seen !== null && list.sequence === seen.sequence && hash !== seen.hash) return 'team_older';
  return list.epoch === epoch ? null : 'team_older';
}

function hasRepeats(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}
