import { Refusal } from '../../protocol/problems.ts';
import type { StepUp } from '../../protocol/step-up.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest, sameDigest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { StoredPerson } from '../store/people-store.ts';
import type { ActiveSession } from './sessions.ts';
import { type PasskeyParts, provesByPasskey } from './passkeys.ts';

/**
 * Checks that whoever holds the session's tablet is the session's person, and lets the session do for a while what needs it. Slowed on
 * its own name, so that guessing here keeps nobody from signing in. Throws Refusal `sign_in_failed` or `too_many_attempts`. Both ends
 * are log entries.
 */
export async function stepUp(parts: PasskeyParts, session: ActiveSession, shown: StepUp): Promise<void> {
  const { property, person: actor, role } = session;
  const name = digest(`step-up\n${property}\n${actor}`);
  const wait = parts.backoff.wait(name);
  if (wait > 0) throw new Refusal('too_many_attempts', undefined, wait);
  const stored = await parts.store.person(property, actor);
  if (stored === null) throw new Refusal('session_ended');
  if (await proves(parts, property, stored, shown)) {
    parts.backoff.succeeded(name);
    await parts.sessions.stepUp(session);
    return;
  }
  parts.backoff.failed(name);
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  const entry = logEntryText({ at, actor, role, action: 'step-up-failed' });
  await writeOne(parts.committer, property, { kind: 'note', at, entry }, hotel.sign);
  throw new Refusal('sign_in_failed');
}

async function proves(
  parts: PasskeyParts,
  property: string,
  { credential, person }: StoredPerson,
  shown: StepUp,
): Promise<boolean> {
  switch (shown.way) {
    case 'passphrase':
      return sameDigest(digest(shown.proof), credential.proofHash);
    case 'passkey':
      return provesByPasskey(parts, property, person.id, shown.assertion);
  }
}
