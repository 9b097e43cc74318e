import { Refusal } from '../../protocol/problems.ts';
import type { PassphraseChange } from '../../protocol/staff.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest, sameDigest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { ActiveSession } from './sessions.ts';
import type { SignInParts } from './sign-in.ts';

/**
 * A person's own new passphrase, for the old one's proof; their other sessions end. Throws Refusal `sign_in_failed`, or
 * `too_many_attempts`: slowed as a step-up is, and under the same name.
 */
export async function changePassphrase(
  parts: SignInParts,
  { property, person, role, hash }: ActiveSession,
  { proof, credential }: PassphraseChange,
): Promise<void> {
  const name = digest(`step-up\n${property}\n${person}`);
  const wait = parts.backoff.wait(name);
  if (wait > 0) throw new Refusal('too_many_attempts', undefined, wait);
  const stored = await parts.store.person(property, person);
  if (stored === null) throw new Refusal('session_ended');
  const at = parts.clock();
  const hotel = await parts.hotels.get(property);
  const refuse = async (): Promise<never> => {
    parts.backoff.failed(name);
    const failed = logEntryText({ at, actor: person, role, action: 'step-up-failed' });
    await writeOne(parts.committer, property, { kind: 'note', at, entry: failed }, hotel.sign);
    throw new Refusal('sign_in_failed');
  };
  // Before anything is written: guesses that come at once would all be looked at before the first of them has failed.
  if (!sameDigest(digest(proof), stored.credential.proofHash)) await refuse();
  const entry = logEntryText({ at, actor: person, role, action: 'passphrase-changed' });
  const change = {
    kind: 'change-passphrase',
    at,
    person,
    proofHash: digest(proof),
    credential,
    session: hash,
    entry,
  } as const;
  try {
    await writeOne(parts.committer, property, change, hotel.sign);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'sign_in_failed') await refuse();
    throw error;
  }
  parts.backoff.succeeded(name);
}
