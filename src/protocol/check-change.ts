import { checkEnvelope, type SubmissionFault } from './check-submission.ts';
import type { ConsentEvent } from './consent-event.ts';
import type { StandingDecision } from './consent-state.ts';
import type { Manifest } from './manifest.ts';
import type { ProblemCode } from './problems.ts';
import { type PurposeId, purposeIds } from './purposes.ts';
import type { Receipt } from './receipt.ts';
import type { RegistrationChange } from './registration-change.ts';

/** A registration as it stands before a change. */
export interface ChangeBefore {
  readonly property: string;
  readonly registration: string;
  /** Number of the last consent event, and SHA-256 of its JWS. */
  readonly number: number;
  readonly hash: string;
  readonly decisions: ReadonlyMap<PurposeId, StandingDecision>;
  /** Purposes with an envelope. */
  readonly held: readonly PurposeId[];
}

export interface ChangeEffect {
  readonly kind: Extract<Receipt['kind'], 'withdrawal' | 'consent' | 'correction'>;
  /** Purposes with an envelope afterwards, in the product's order. */
  readonly held: readonly PurposeId[];
  readonly given: readonly PurposeId[];
  readonly withdrawn: readonly PurposeId[];
  /** Whose envelopes end without another in their place. */
  readonly destroyed: readonly PurposeId[];
}

/**
 * What a change does. A withdrawal destroys the purpose's envelope; so does a correction by which no child is in the party any more
 * with the guardian's details. Taking anything back makes it a withdrawal, whatever else it does.
 */
export function changeEffect(
  event: Pick<ConsentEvent, 'decisions' | 'statutory'>,
  minors: boolean,
  held: readonly PurposeId[],
): ChangeEffect {
  const decided = (wanted: string) =>
    event.decisions.filter(({ decision }) => decision === wanted).map(({ purpose }) => purpose);
  const [given, withdrawn] = [decided('given'), decided('withdrawn')];
  const destroyed = held.filter((id) => withdrawn.includes(id) || (id === 'minors' && !minors));
  const after = purposeIds.filter(
    (id) => given.includes(id) || event.statutory.includes(id) || (held.includes(id) && !destroyed.includes(id)),
  );
  const kind = withdrawn.length > 0 ? 'withdrawal' : given.length > 0 ? 'consent' : 'correction';
  return { kind, held: after, given, withdrawn, destroyed };
}

/** Whether a change seals nothing to a purpose: taking back works under rules that have run out, everything else doesn't. */
export function onlyTakesBack(change: RegistrationChange, event: ConsentEvent): boolean {
  return (
    event.decisions.length > 0 &&
    event.decisions.every(({ decision }) => decision === 'withdrawn') &&
    event.statutory.length === 0 &&
    change.envelopes.every(({ kind }) => kind !== 'purpose')
  );
}

/** Whether an event is the next of its registration: `consent_replayed` for one already counted, `consent_forked` for any other. */
export function checkNext(
  event: Pick<ConsentEvent, 'number' | 'previous'>,
  before: Pick<ChangeBefore, 'number' | 'hash'>,
): ProblemCode | null {
  if (event.number <= before.number) return 'consent_replayed';
  return event.number === before.number + 1 && event.previous === before.hash ? null : 'consent_forked';
}

/**
 * Checks everything about a change that can be seen without opening it (signature and place in the chain are checked elsewhere).
 * Returns the first fault, or null.
 */
export function checkChange(
  change: RegistrationChange,
  event: ConsentEvent,
  manifest: Manifest,
  before: ChangeBefore,
): SubmissionFault | null {
  if (change.checkOut < change.checkIn) return fault('malformed', 'checkOut');
  return checkEvent(event, manifest, before) ?? checkStatutory(change, event, manifest, before) ?? checkEnvelopes();

  function checkEnvelopes(): SubmissionFault | null {
    const effect = changeEffect(event, change.minors, before.held);
    const wanted = new Set<string>(['self', ...effect.given, ...event.statutory]);
    if (effect.held.length > 0) wanted.add('card');
    // What the law asks is sealed anew only where the event says so: whether its rule still holds is judged by that.
    const consented = effect.held.filter((id) => manifest.purposes.find((one) => one.id === id)?.basis === 'consent');
    const allowed = new Set<string>([...wanted, ...consented]);
    for (const [at, envelope] of change.envelopes.entries()) {
      const path = `envelopes.${at}`;
      const name = envelope.kind === 'purpose' ? envelope.purpose : envelope.kind;
      if (name === null || !allowed.delete(name)) return fault('malformed', path);
      if (envelope.kind !== 'purpose' && envelope.purpose !== null) return fault('malformed', `${path}.purpose`);
      wanted.delete(name);
      const wrong = checkEnvelope(envelope, path, manifest);
      if (wrong !== null) return wrong;
    }
    return wanted.size === 0 ? null : fault('envelope_missing', [...wanted].join(','));
  }
}

function fault(code: ProblemCode, detail: string): SubmissionFault {
  return { code, detail };
}

function checkEvent(event: ConsentEvent, manifest: Manifest, before: ChangeBefore): SubmissionFault | null {
  if (event.registration !== before.registration || event.property !== before.property)
    return fault('consent_invalid', 'event.registration');
  if (event.act !== 'change') return fault('consent_invalid', 'event.act');
  const notice = manifest.notices[event.notice.language];
  if (notice === undefined || notice.hash !== event.notice.hash || notice.version !== event.notice.version)
    return fault('consent_invalid', 'event.notice');
  const decided = event.decisions.map(({ purpose }) => purpose);
  if (new Set(decided).size !== decided.length) return fault('consent_invalid', 'event.decisions');
  for (const { purpose, decision, wording } of event.decisions) {
    const place = `event.decisions.${purpose}`;
    if (decision === 'given') {
      const asked = manifest.purposes.find(({ id }) => id === purpose);
      if (asked?.basis !== 'consent') return fault('consent_invalid', place);
      if (asked.wording[event.notice.language] !== wording) return fault('consent_invalid', `${place}.wording`);
    } else {
      // Taken back in the words it was given in, also where the hotel doesn't offer it any more.
      const given = before.decisions.get(purpose);
      if (decision !== 'withdrawn' || given?.decision !== 'given' || !before.held.includes(purpose))
        return fault('consent_invalid', place);
      if (given.wording !== wording) return fault('consent_invalid', `${place}.wording`);
    }
  }
  return null;
}

function checkStatutory(
  change: RegistrationChange,
  event: ConsentEvent,
  manifest: Manifest,
  { held }: ChangeBefore,
): SubmissionFault | null {
  if (new Set(event.statutory).size !== event.statutory.length) return fault('consent_invalid', 'event.statutory');
  for (const id of event.statutory)
    if (manifest.purposes.find((purpose) => purpose.id === id)?.basis !== 'law')
      return fault('consent_invalid', 'event.statutory');
  // 未成年人保护法 57, as at registration: a party with a child has its guardian's envelope, and no other has.
  const guardian = held.includes('minors') || event.statutory.includes('minors');
  const wrong = change.minors ? !guardian : event.statutory.includes('minors');
  return wrong ? fault('consent_invalid', 'event.statutory.minors') : null;
}
