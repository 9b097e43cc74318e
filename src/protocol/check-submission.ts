import type { ConsentEvent } from './consent-event.ts';
import { type Envelope, envelopeSizeIsRight, selfKeyId, suiteIsKnown } from './envelope.ts';
import type { Manifest } from './manifest.ts';
import { type ProblemCode } from './problems.ts';
import { cardSchemaVersion, purposeIds, selfSchemaVersion } from './purposes.ts';
import type { Submission } from './submission.ts';

export interface SubmissionFault {
  readonly code: ProblemCode;
  /** Where, by path; never a value that was sent. */
  readonly detail: string;
}

/**
 * Checks everything about a submission that can be seen without opening it, against the manifest it names and the consent event
 * it carries (already parsed, its signature checked elsewhere). Returns the first fault, or null.
 *
 * The rule it protects: exactly one envelope per purpose that was said yes to or filled in by law, none for any other,
 * each under the key and schema version the manifest names.
 */
export function checkSubmission(
  submission: Submission,
  event: ConsentEvent,
  manifest: Manifest,
): SubmissionFault | null {
  return (
    checkConsent(submission, event, manifest) ??
    checkDates(submission) ??
    checkParty(submission) ??
    checkEnvelopes(submission, event, manifest)
  );
}

function fault(code: ProblemCode, detail: string): SubmissionFault {
  return { code, detail };
}

function checkConsent(submission: Submission, event: ConsentEvent, manifest: Manifest): SubmissionFault | null {
  if (event.registration !== submission.registration || event.property !== submission.property)
    return fault('consent_invalid', 'consent.registration');
  if (event.number !== 1 || event.previous !== null || event.act !== undefined)
    return fault('consent_invalid', 'consent.number');
  const notice = manifest.notices[event.notice.language];
  if (notice === undefined || notice.hash !== event.notice.hash || notice.version !== event.notice.version)
    return fault('consent_invalid', 'consent.notice');
  const asked = manifest.purposes.filter((purpose) => purpose.basis === 'consent');
  if (event.decisions.length !== asked.length) return fault('consent_invalid', 'consent.decisions');
  for (const purpose of asked) {
    const decision = event.decisions.find((candidate) => candidate.purpose === purpose.id);
    if (decision === undefined || decision.decision === 'withdrawn')
      return fault('consent_invalid', `consent.decisions.${purpose.id}`);
    if (decision.wording !== purpose.wording[event.notice.language])
      return fault('consent_invalid', `consent.decisions.${purpose.id}.wording`);
  }
  if (new Set(event.statutory).size !== event.statutory.length) return fault('consent_invalid', 'consent.statutory');
  for (const id of event.statutory) {
    if (manifest.purposes.find((purpose) => purpose.id === id)?.basis !== 'law')
      return fault('consent_invalid', 'consent.statutory');
  }
  // The law asks for a minor's guardian (未成年人保护法 57): a party with a child has that envelope, and no other has.
  if (event.statutory.includes('minors') !== submission.minors)
    return fault('consent_invalid', 'consent.statutory.minors');
  return null;
}

function checkDates(submission: Submission): SubmissionFault | null {
  return submission.checkOut < submission.checkIn ? fault('malformed', 'checkOut') : null;
}

function checkParty({ party, registration }: Submission): SubmissionFault | null {
  return party === registration ? fault('malformed', 'party') : null;
}

function checkEnvelopes(submission: Submission, event: ConsentEvent, manifest: Manifest): SubmissionFault | null {
  const wanted = new Set<string>(['card', 'self', ...event.statutory]);
  for (const decision of event.decisions) if (decision.decision === 'given') wanted.add(decision.purpose);
  if (wanted.size === 2) return fault('consent_invalid', 'consent.decisions');
  for (const [at, envelope] of submission.envelopes.entries()) {
    const path = `envelopes.${at}`;
    const name = envelope.kind === 'purpose' ? envelope.purpose : envelope.kind;
    if (name === null || !wanted.delete(name)) return fault('malformed', path);
    if (envelope.kind !== 'purpose' && envelope.purpose !== null) return fault('malformed', `${path}.purpose`);
    const wrong = checkEnvelope(envelope, path, manifest);
    if (wrong !== null) return wrong;
  }
  return wanted.size === 0 ? null : fault('envelope_missing', [...wanted].join(','));
}

/** Checks that an envelope is sealed to the key the manifest names for it, and has an honest size. Returns the first fault, or null. */
export function checkEnvelope(envelope: Envelope, path: string, manifest: Manifest): SubmissionFault | null {
  const key = keyFor(envelope, manifest);
  if (key === null || key.keyId !== envelope.keyId) return fault('unknown_key', `${path}.keyId`);
  if (!suiteIsKnown(envelope) || !manifest.suites.includes(envelope.suite))
    return fault('unknown_suite', `${path}.suite`);
  if (key.schema !== envelope.schema) return fault('unsupported_schema', `${path}.schema`);
  return envelopeSizeIsRight(envelope) ? null : fault('envelope_size', path);
}

function keyFor(envelope: Envelope, manifest: Manifest): { keyId: string; schema: number } | null {
  if (envelope.kind === 'self') return { keyId: selfKeyId, schema: selfSchemaVersion };
  if (envelope.kind === 'card') return { keyId: manifest.card.keyId, schema: cardSchemaVersion };
  return manifest.purposes.find((purpose) => purpose.id === envelope.purpose) ?? null;
}

/** The purposes that have an envelope in this submission, in the product's order. */
export function sealedPurposes(submission: Submission) {
  return purposeIds.filter((id) =>
    submission.envelopes.some((envelope) => envelope.kind === 'purpose' && envelope.purpose === id),
  );
}
