import { verifyConsent } from '../../../src/crypto/consent.ts';
import { decodeBase64Url } from '../../../src/protocol/base64url.ts';
import { checkSubmission } from '../../../src/protocol/check-submission.ts';
import type { SignedManifest } from '../../../src/protocol/manifest.ts';
import { farthestStay, type Submission, submissionLimit, submissionSchema } from '../../../src/protocol/submission.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import type { Attempt } from './submission-mutations.ts';

/**
 * A changed submission that an honest phone could have sent all the same (blanks added, another ciphertext, another room's poster):
 * decided by the protocol's own rules, apart from the server. Null where it is not one.
 */
export async function stillValid(attempt: Attempt, { manifest, hash }: SignedManifest): Promise<Submission | null> {
  const { headers, body, property } = attempt;
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) return null;
  if (headers['content-encoding'] !== undefined || body.length > submissionLimit) return null;
  const parsed = submissionSchema.safeParse(parse(body));
  if (!parsed.success) return null;
  const submission = parsed.data;
  if (submission.property !== property || property !== manifest.property) return null;
  if (submission.manifest.hash !== hash || submission.manifest.sequence !== manifest.sequence) return null;
  // A day of another time zone on top.
  if (submission.checkIn > addDays(toDate(Date.now()), farthestStay + 1)) return null;
  if (submission.checkOut > addDays(submission.checkIn, farthestStay)) return null;
  try {
    const event = await verifyConsent(submission.consent, decodeBase64Url(submission.signer) ?? new Uint8Array());
    return checkSubmission(submission, event, manifest) === null ? submission : null;
  } catch {
    // The signer is no point, or the consent isn't theirs.
    return null;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return null;
  }
}
