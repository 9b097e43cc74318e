import type { GuestDetails } from '../../pii/details.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import { type ComposedSubmission, composeSubmission } from '../registration/compose-submission.ts';
import { posterOf } from '../registration/poster-of.ts';
import type { PreparedSealing } from '../registration/prepare-sealing.ts';
import type { RegistrationInput } from './use-registration.ts';

/** Seals what a form has under rules its guest was shown at `shownAt`. Throws what `composeSubmission` throws. */
export function composeRegistration(
  { device, choices, channel, shownAt, registration, party }: RegistrationInput,
  checked: CheckedPublished,
  details: GuestDetails,
  ready: PreparedSealing | undefined,
): Promise<ComposedSubmission> {
  const submission = {
    signedManifest: checked.signed,
    choices,
    details,
    channel,
    poster: posterOf(device.window.location.hash, channel),
    language: checked.language,
    shownAt,
    registration,
    party,
    now: device.clock(),
    random: device.random,
  };
  return composeSubmission(submission, ready);
}
