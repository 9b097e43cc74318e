import { permissionsOf } from '../../protocol/roles.ts';
import { needsApproval } from '../../protocol/approval.ts';
import type { HandOverWay, RegisterFile } from '../../protocol/hand-over.ts';
import { Refusal } from '../../protocol/problems.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import type { Attempts } from './attempts.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession } from './sessions.ts';

export interface RegisterParts extends DeskParts {
  readonly attempts: Attempts;
}

/** What the law has hotels hand over. */
const handedOver = ['identity', 'minors'] as const;

/** Nobody hands over what they weren't trusted with, and that they tried is in the log. Throws Refusal `not_granted`. */
async function registerKeys(
  { store, attempts }: RegisterParts,
  session: ActiveSession,
  registration: string | null,
): Promise<string[]> {
  const keys = await store.grantedKeys(session.person, 'identity');
  if (keys.length === 0) {
    await attempts.refused(session, {
      action: 'attempt-refused',
      about: 'register',
      registration,
      purpose: 'identity',
      reason: 'legal-duty',
    });
    throw new Refusal('not_granted');
  }
  return keys;
}

/** Keeps who said, and when, that a guest was handed over to the police; with `way` null that it was a mistake. */
export async function handOver(
  parts: RegisterParts,
  session: ActiveSession,
  registration: string,
  way: HandOverWay | null,
): Promise<void> {
  await registerKeys(parts, session, registration);
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const { person: actor, role } = session;
  const action = way === null ? 'hand-over-withdrawn' : 'handed-over';
  const entry = logEntryText({ at, actor, role, action, registration, purpose: 'identity', reason: 'legal-duty' });
  const change: Change = { kind: 'hand-over', at, registration, actor, way, entry };
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

/**
 * Releases what a file for the police's system is made of. Every envelope has its entry in the log, one a registration and purpose,
 * before any is handed out. What isn't there, is sealed off, or was sealed to a key this person doesn't hold is left out.
 */
export async function registerFile(
  parts: RegisterParts,
  session: ActiveSession,
  registrations: readonly string[],
): Promise<RegisterFile> {
  const keys = {
    identity: await registerKeys(parts, session, null),
    minors: await parts.store.grantedKeys(session.person, 'minors'),
  };
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const { person: actor, role } = session;
  const mayApprove = permissionsOf[role].includes('minors.approve');
  const families = new Set<string>();
  for (const registration of registrations)
    if ((await parts.store.registration(registration))?.minors === true) families.add(registration);
  const wanted = [...new Set(registrations)].flatMap((registration) =>
    handedOver.map((purpose) => ({ registration, purpose })),
  );
  const changes = wanted.map(({ registration, purpose }): Change => {
    const entry = logEntryText({ at, actor, role, action: 'exported', registration, purpose, reason: 'legal-duty' });
    const approval = logEntryText({ at, actor, role, action: 'approved', registration, purpose, reason: 'legal-duty' });
    const change = { kind: 'open-envelope', at, registration, purpose, keys: keys[purpose], entry } as const;
    // Whoever may approve answers for what they open themselves; a family's envelopes are left out of anybody else's file.
    const own = mayApprove && needsApproval(purpose, families.has(registration));
    return { ...change, approved: mayApprove, ...(own ? { approval } : {}) };
  });
  const { outcomes } = await parts.committer.submit(session.property, changes, hotel.sign);
  return {
    opened: wanted.flatMap((one, place) => {
      const outcome = outcomes[place];
      if (outcome?.kind !== 'opened') return [];
      return [{ ...one, consentHash: outcome.consentHash, envelope: outcome.envelope }];
    }),
  };
}
