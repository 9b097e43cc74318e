import { needsApproval } from '../../protocol/approval.ts';
import { logEntrySchema } from '../../protocol/audit-log.ts';
import {
  type HandedOverPurpose,
  handedOverPurposes,
  type HandOverBody,
  type RegisterFile,
} from '../../protocol/hand-over.ts';
import { Refusal } from '../../protocol/problems.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { type BrokenRecords, unlessBroken } from '../broken-records.ts';
import { writeGroups } from '../commit/write-groups.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import type { StoredRegistration } from '../store/guest-store.ts';
import type { Attempts } from './attempts.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession } from './sessions.ts';

export interface RegisterParts extends DeskParts {
  readonly attempts: Attempts;
  readonly broken: Pick<BrokenRecords, 'note'>;
}

type HeldKeys = Readonly<Record<HandedOverPurpose, readonly string[]>>;

/** That somebody tried to hand over what they weren't trusted with is in the log. */
async function noteAttempt(
  { attempts }: RegisterParts,
  session: ActiveSession,
  registration: string | null,
  purpose: HandedOverPurpose,
): Promise<void> {
  const attempt = {
    action: 'attempt-refused',
    about: 'register',
    registration,
    purpose,
    reason: 'legal-duty',
  } as const;
  await attempts.refused(session, attempt);
}

/** Nobody hands over what they weren't trusted with. Throws Refusal `not_granted`. */
async function registerKeys(
  parts: RegisterParts,
  session: ActiveSession,
  registration: string | null,
): Promise<HeldKeys> {
  const identity = await parts.store.grantedKeys(session.person, 'identity');
  if (identity.length === 0) {
    await noteAttempt(parts, session, registration, 'identity');
    throw new Refusal('not_granted');
  }
  const minors = await parts.store.grantedKeys(session.person, 'minors');
  return { identity, minors };
}

/**
 * Keeps who said, and when, that a guest was handed over to the police with everybody they registered; with `way` null that it was a
 * mistake. Throws Refusal `not_granted` where there are children whose details aren't this person's to open: nobody says of them that they
 * were handed over; `conflict` where it is said of a file and nobody was given for one all that the law asks.
 */
export async function handOver(
  parts: RegisterParts,
  session: ActiveSession,
  registration: string,
  { way, consentNumber }: HandOverBody,
): Promise<void> {
  const keys = await registerKeys(parts, session, registration);
  const found = await parts.store.registration(registration);
  const stored = found?.property === session.property ? found : null;
  const children = stored?.purposes.includes('minors') === true;
  if (way !== null && children && keys.minors.length === 0) {
    await noteAttempt(parts, session, registration, 'minors');
    throw new Refusal('not_granted');
  }
  if (way === 'file' && stored !== null && !(await leftInFile(parts, stored)))
    throw new Refusal('conflict', 'not in a file');
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const { person: actor, role } = session;
  const action = way === null ? 'hand-over-withdrawn' : 'handed-over';
  const entryOf = (purpose: HandedOverPurpose) =>
    logEntryText({ at, actor, role, action, registration, purpose, reason: 'legal-duty' });
  const change: Change = {
    kind: 'hand-over',
    at,
    registration,
    actor,
    way,
    consentNumber: consentNumber ?? null,
    entry: entryOf('identity'),
    ...(way !== null && children ? { minorsEntry: entryOf('minors') } : {}),
  };
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

/**
 * Whether some one person was given for a file all that the law asks of a guest who arrived: whoever marks it after a change of shift needn't
 * have made it.
 */
async function leftInFile(
  { store }: RegisterParts,
  { property, registration, state, purposes }: StoredRegistration,
): Promise<boolean> {
  // What became of the others is for the store to say.
  if (state !== 'arrived' && state !== 'departed') return true;
  if (!purposes.includes('identity')) return false;
  const given = (await store.entriesOf(property, registration))
    .map(({ entry }) => logEntrySchema.parse(JSON.parse(entry)))
    .filter(({ action, reason }) => action === 'exported' && reason === 'legal-duty');
  const asked = handedOverPurposes.filter((purpose) => purposes.includes(purpose));
  const hasAll = (by: string) =>
    asked.every((purpose) => given.some((entry) => entry.actor === by && entry.purpose === purpose));
  return given.some(({ actor }) => hasAll(actor));
}

/**
 * Releases what a file for the police's system is made of. Every envelope has its entry in the log, one a registration and purpose, before
 * any is handed out. A registration leaves with all that the law asks of it, or not at all: where any part isn't this person's to open,
 * that they tried is in the log instead. Who entered nothing, is gone or sealed off is left out, and so is whose record can't be read,
 * which is told and keeps nobody else's back; what isn't this hotel's is left out and an attempt too. Throws Refusal `too_many_attempts` to
 * who has to wait.
 */
export async function registerFile(
  parts: RegisterParts,
  session: ActiveSession,
  registrations: readonly string[],
): Promise<RegisterFile> {
  parts.attempts.check(session);
  const keys = await registerKeys(parts, session, null);
  const hotel = await parts.hotels.get(session.property);
  const { person: actor, role } = session;
  const mayApprove = permissionsOf[role].includes('minors.approve');
  const whole: StoredRegistration[] = [];
  let reached = false;
  for (const registration of new Set(registrations)) {
    const read = async () => ({ stored: await parts.store.registration(registration) });
    const found = await unlessBroken(registration, read, parts.broken.note);
    if (found === null) continue;
    const { stored } = found;
    if (stored?.property !== session.property) reached = true;
    if (stored?.property !== session.property || !stored.purposes.includes('identity')) continue;
    const noKey = stored.purposes.includes('minors') && keys.minors.length === 0;
    const notTheirs = noKey || (!mayApprove && needsApproval('identity', stored.minors));
    if (notTheirs) await noteAttempt(parts, session, registration, noKey ? 'minors' : 'identity');
    else whole.push(stored);
  }
  // Whatever else the file names that isn't this hotel's, it is one attempt.
  if (reached) await noteAttempt(parts, session, null, 'identity');
  const at = parts.clock();
  const changeOf = ({ registration, minors }: StoredRegistration, purpose: HandedOverPurpose): Change => {
    const entry = logEntryText({ at, actor, role, action: 'exported', registration, purpose, reason: 'legal-duty' });
    const approval = logEntryText({ at, actor, role, action: 'approved', registration, purpose, reason: 'legal-duty' });
    // Whoever may approve answers for what they open themselves.
    const own = mayApprove && needsApproval(purpose, minors);
    return {
      kind: 'open-envelope',
      at,
      registration,
      purpose,
      keys: keys[purpose],
      together: keys,
      entry,
      approved: mayApprove,
      ...(own ? { approval } : {}),
    };
  };
  const groups = whole.map((stored) => {
    const purposes = handedOverPurposes.filter((purpose) => stored.purposes.includes(purpose));
    const changes = purposes.map((purpose) => changeOf(stored, purpose));
    return { registration: stored.registration, purposes, changes };
  });
  const outcomes = await writeGroups(parts.committer, session.property, groups, hotel.sign, parts.broken.note);
  return {
    opened: groups.flatMap(({ registration, purposes }, place) => {
      const opened = (outcomes[place] ?? []).flatMap((outcome, nth) => {
        const purpose = purposes[nth];
        if (outcome.kind !== 'opened' || purpose === undefined) return [];
        return [{ registration, purpose, consentHash: outcome.consentHash, envelope: outcome.envelope }];
      });
      return opened.length === purposes.length ? opened : [];
    }),
  };
}
