import { checkNext } from '../../../protocol/check-change.ts';
import { requestSteps } from '../../../protocol/request.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import type { StepRequest } from '../request-changes.ts';
import type { StoredRequest } from '../guest-store.ts';
import { type Draft, done, log, refused, type Tables, unchanged } from './draft.ts';
import { forgetStay } from './forget-stay.ts';
import type { RegistrationRow } from './registration-rows.ts';

type GuestAct = ChangeOf<'amend'> | ChangeOf<'erase'>;

/** Applies what a guest does to their own registration, or the desk for them. */
export function applyGuestAct(tables: Tables, draft: Draft, property: number, change: GuestAct): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  const refusal = refusalOf(tables, draft, there, change) ?? requestRefusal(tables, property, change);
  if (refusal !== null) return refusal;
  draft.lastChange += 1;
  // Replaced and destroyed alike: what was sealed under an event before this one must not come back after a restore.
  const through = change.event?.number ?? there.events + 1;
  if (change.kind === 'amend') {
    tables.registrations.amend(there, draft.lastChange, change);
  } else {
    for (const sealed of change.sealedOff) tables.amendments.sealOff(there.id, sealed);
    tables.registrations.erase(
      there.id,
      draft.lastChange,
      change.sealedOff.map(({ purpose }) => purpose),
    );
    forgetStay(tables, draft, there.id);
  }
  if (change.event !== null) tables.amendments.addEvent(there.id, change.event);
  const index = log(draft, change.entry);
  for (const entry of change.further) log(draft, entry);
  tables.amendments.addReceipt(there.id, index, draft.moment, change.receipt);
  if (change.erasure !== null)
    tables.amendments.addErasure(property, change.registration, through, change.at, change.erasure);
  if (change.request === null) return { kind: 'done', index };
  if (change.request.kind === 'step-request') {
    stepRequest(tables, draft, property, change.request);
  } else {
    tables.requests.insert(property, change.request);
  }
  return { kind: 'done', index };
}

function refusalOf(tables: Tables, draft: Draft, there: RegistrationRow, change: GuestAct): Outcome | null {
  const { bodyHash, number } = change.receipt;
  const repeated = bodyHash === null ? null : tables.amendments.receiptOf(there.id, bodyHash);
  if (repeated === there.receipts && (there.state !== 'erased' || change.kind === 'erase')) return { kind: 'existing' };
  if (there.state === 'erased') return refused('already_erased');
  if (there.state === 'expired') return refused('gone');
  // What it brings may be sealed to keys somebody has left with.
  if (change.kind === 'amend' && change.receipt.manifestSequence < tables.properties.epochSince(there.owner))
    return refused('manifest_outdated');
  if (change.event !== null) {
    const wrong = checkNext(change.event, { number: there.events, hash: there.event_hash ?? there.consent_hash });
    if (wrong !== null) return refused(wrong);
  }
  const moved =
    change.kind === 'erase' &&
    (change.arrived !== (there.arrived_at !== null) || change.known !== draft.entriesAbout(change.registration));
  return moved || number !== there.receipts + 1 ? refused('conflict') : null;
}

function requestRefusal(tables: Tables, property: number, { request }: GuestAct): Outcome | null {
  if (request === null || request.kind !== 'step-request') return null;
  return stepRefusal(tables.requests.get(property, request.request), request);
}

/** Ends what was sealed off. */
export function eraseSealed(tables: Tables, draft: Draft, property: number, change: ChangeOf<'erase-sealed'>): Outcome {
  const there = tables.registrations.byId(change.registration);
  if (there === null || there.owner !== property) return unchanged;
  if (!tables.amendments.endSealedOff(there.id, change.purpose)) return unchanged;
  draft.lastChange += 1;
  tables.registrations.erasePurpose(there.id, draft.lastChange, change.purpose);
  if (there.state === 'erased') forgetStay(tables, draft, there.id);
  tables.amendments.addErasure(property, change.registration, there.events + 1, change.at, change.erasure);
  return done(draft, change.entry);
}

/** Writes a request's next step. */
export function stepRequest(tables: Tables, draft: Draft, property: number, change: StepRequest): Outcome {
  const known = tables.requests.get(property, change.request);
  const refusal = stepRefusal(known, change);
  if (refusal !== null || known === null) return refusal ?? refused('not_found');
  tables.requests.step(property, known, change);
  return done(draft, change.entry);
}

function stepRefusal(known: StoredRequest | null, { step }: StepRequest): Outcome | null {
  if (known === null) return refused('not_found');
  const taken = known.steps.map((one) => one.step);
  if (taken.includes('refused') || taken.includes('certified')) return refused('request_closed');
  if (step.step === 'refused') return known.outcome === 'open' ? null : refused('request_closed');
  if (taken.includes(step.step)) return refused(known.outcome === 'open' ? 'conflict' : 'request_closed');
  const next = requestSteps.find((one) => !taken.includes(one));
  return next === step.step ? null : refused('conflict');
}
