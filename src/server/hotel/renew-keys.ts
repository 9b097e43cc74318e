import { Refusal } from '../../protocol/problems.ts';
import type { KeyRenewal } from '../../protocol/team.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { TeamParts } from '../staff/team.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import { type CheckedTeamList, checkTeamList, type LoggedBy } from './check-team-list.ts';
import type { Member } from '../../protocol/team-list.ts';
import { type CheckedPublication, checkGrants, checkPublication, checkSuccession } from './check-publication.ts';
import type { Hotel } from './hotels.ts';

/**
 * Begins a new epoch: somebody leaves or may open less, or an owner wants new keys. Every sealing key is new, everybody who stays is given theirs, and all sessions
 * end. One commit: whatever is wrong with any part, nothing has happened. Throws Refusal `manifest_invalid`, `conflict` where the hotel
 * or its team has changed meanwhile, `not_found`, `last_owner`, `malformed`.
 */
export async function renewKeys(parts: TeamParts, session: ActiveSession, body: KeyRenewal): Promise<void> {
  const { property, person: actor, role } = session;
  const { removed, revoked, grants } = body;
  const at = parts.clock();
  const by = { at, actor, role };
  const { hotel, manifest, publication, list, team } = await checkEpoch(parts, property, body, by);
  const about = [
    ...(removed === null ? [] : [{ action: 'person-removed', digest: digest(removed) } as const]),
    ...revoked.map(({ person, purpose }) => ({ action: 'grant-taken', digest: digest(person), purpose }) as const),
  ];
  if (list.people.some((member) => !doesWithout(member, revoked))) throw new Refusal('malformed', 'team.people');
  await writeOne(
    parts.committer,
    property,
    {
      kind: 'renew-keys',
      at,
      profile: body.publication.profile,
      publication,
      removed,
      revoked,
      rejoined: null,
      team,
      grants,
      ...neededKeys(manifest),
      further: about.map((one) => logEntryText({ ...by, ...one })),
      entry: logEntryText({ ...by, action: 'manifest-published', digest: publication.hash }),
    },
    hotel.sign,
  );
  await parts.hotels.reload(property);
  await parts.sessions.cutGone(property);
}

/** Checks that a manifest begins the next epoch, and that the grants are for its keys. Throws Refusal `manifest_invalid`, `conflict`, `unknown_key`, `malformed`. */
export async function checkEpoch(
  { hotels }: Pick<TeamParts, 'hotels'>,
  property: string,
  { publication, grants, team }: Pick<KeyRenewal, 'publication' | 'grants' | 'team'>,
  by: LoggedBy,
): Promise<CheckedPublication & CheckedTeamList & { readonly hotel: Hotel }> {
  const hotel = await hotels.get(property);
  const receiptKey = Buffer.from(hotel.receiptKey.publicKey).toString('base64url');
  const checked = await checkPublication({ ...publication, property, receiptKey, now: by.at });
  const { manifest } = checked;
  checkSuccession(manifest, publication.profile, hotel, by.at);
  checkRenewed(manifest, hotel.current.manifest);
  for (const person of new Set(grants.map((one) => one.person))) {
    checkGrants(
      grants.filter((one) => one.person === person).map(({ grant }) => grant),
      manifest,
    );
  }
  return { ...checked, ...(await checkTeamList(team, manifest, by)), hotel };
}

/** What nobody who stays may be without. */
export function neededKeys({ card, purposes }: Manifest): {
  readonly keys: readonly string[];
  readonly cardKey: string;
} {
  return { keys: [card, ...purposes].map(({ keyId }) => keyId), cardKey: card.keyId };
}

/** Whether a list has what is taken taken: else it would be sealed to them again with the next epoch. */
function doesWithout({ person, opens }: Member, revoked: KeyRenewal['revoked']): boolean {
  return !revoked.some((one) => one.person === person && opens.includes(one.purpose));
}

/** Not one key is the old epoch's. */
function checkRenewed(next: Manifest, before: Manifest): void {
  if (next.epoch !== before.epoch + 1) throw new Refusal('manifest_invalid', 'epoch');
  const old = new Set([before.card, ...before.purposes].map(({ keyId }) => keyId));
  if ([next.card, ...next.purposes].some(({ keyId }) => old.has(keyId))) throw new Refusal('manifest_invalid', 'keyId');
}
