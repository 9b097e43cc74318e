// Ready submissions of made-up guests, sealed with the guest app's own code.

import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { type ComposedSubmission, composeSubmission } from '../../src/guest/registration/compose-submission.ts';
import type { GuestDetails } from '../../src/pii/details.ts';
import type { SignedManifest } from '../../src/protocol/manifest.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import { addDays, toDate } from '../../src/protocol/time.ts';

export interface SubmissionsWanted {
  readonly manifest: SignedManifest;
  readonly count: number;
  /** The purposes said yes to; every other one is refused. */
  readonly yes?: readonly PurposeId[];
}

export async function makeSubmissions({
  manifest,
  count,
  yes = ['emergency'],
}: SubmissionsWanted): Promise<ComposedSubmission[]> {
  const made: ComposedSubmission[] = [];
  for (let number = 0; number < count; number++) {
    const now = Date.now();
    const details: GuestDetails = {
      name: `Guest ${number}`,
      phone: `+8613900${String(100_000 + number)}`,
      email: null,
      checkIn: toDate(now),
      checkOut: addDays(toDate(now), 2),
      partySize: 1 + (number % 4),
      people: [],
      minors: [],
    };
    made.push(
      await composeSubmission({
        signedManifest: manifest,
        choices: { answers: Object.fromEntries(yes.map((id) => [id, 'yes' as const])), identity: 'desk' },
        details,
        channel: 'reception',
        language: 'zh-Hans',
        shownAt: now,
        now,
        random: randomBytes,
      }),
    );
  }
  return made;
}
