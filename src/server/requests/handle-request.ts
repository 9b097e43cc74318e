import { Refusal } from '../../protocol/problems.ts';
import { newId } from '../../protocol/ids.ts';
import { type ProvenReceipt, provenReceiptSchema } from '../../protocol/receipt.ts';
import {
  type DeskRequest,
  type DeskRequests,
  type RequestOpening,
  type RequestStepAnswer,
  type RequestStepBody,
} from '../../protocol/request.ts';
import { toDate, toInstant } from '../../protocol/time.ts';
import type { BrokenRecords } from '../broken-records.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import { erase, lastShown } from '../registration/delete-registration.ts';
import type { RegisterParts } from '../registration/register.ts';
import { readStanding } from '../registration/standing.ts';
import { withdrawForGuest } from '../registration/withdraw-for-guest.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { StepRequest } from '../store/request-changes.ts';
import type { StoredRegistration, StoredRequest } from '../store/guest-store.ts';
import { guestRequest } from '../registration/guest-view.ts';
import { workingDaysAfter, workingDaysLeft } from './working-days.ts';

export type RequestParts = RegisterParts;

/** Most open and most closed requests in the queue's answer. */
const listed = 200;

const stepActions = {
  verified: 'request-verified',
  found: 'request-found',
  done: 'request-done',
  certified: 'request-certified',
  refused: 'request-refused',
} as const;

export async function listRequests(
  { store, clock, broken }: RequestParts & { readonly broken: Pick<BrokenRecords, 'noteOf'> },
  { property }: ActiveSession,
): Promise<DeskRequests> {
  const today = toDate(clock());
  const stored = await store.requests(property, listed);
  const damaged = stored.flatMap((one) => ('unreadable' in one ? [one] : []));
  for (const { id } of damaged) broken.noteOf('request', id);
  const unreadable = damaged.map(({ openedAt }) => openedAt).toSorted((a, b) => a - b);
  return {
    requests: stored.flatMap((one) => ('unreadable' in one ? [] : [deskRequest(one, today)])),
    ...(unreadable.length === 0 ? {} : { unreadable: unreadable.map(toInstant) }),
  };
}

/** Opens a request for a guest without the secret. Its clock runs from now, for as many working days as the owner has set. */
export async function openRequest(
  parts: RequestParts,
  session: ActiveSession,
  opening: RequestOpening,
): Promise<DeskRequest> {
  const { kind, origin, purpose, registration } = opening;
  const { clock, store } = parts;
  if (registration !== null) await registrationOf(parts, session, registration);
  const at = clock();
  const id = newId(at, parts.random);
  const hotel = await parts.hotels.get(session.property);
  const { requestDays } = (await store.settings(session.property)).settings;
  await writeOne(
    parts.committer,
    session.property,
    {
      kind: 'open-request',
      at,
      request: {
        id,
        kind,
        origin,
        purpose,
        registration,
        openedAt: at,
        ...workingDaysAfter(toDate(at), requestDays),
        outcome: 'open',
        steps: [],
      },
      entry: entryText(session, at, 'request-opened', registration),
    },
    hotel.sign,
  );
  return deskRequest(await requestOf({ store }, session, id), toDate(at));
}

/**
 * Takes a request's next step. `done` carries a deletion or a withdrawal out in the same commit and answers with its proof; a
 * correction and an access are carried out with the guest at the desk.
 * Throws Refusal: `not_found`, `request_closed`, `conflict` (another step comes first), and what the act is refused for.
 */
export async function stepRequest(
  parts: RequestParts,
  session: ActiveSession,
  id: string,
  body: RequestStepBody,
): Promise<RequestStepAnswer> {
  const known = await requestOf(parts, session, id);
  if (body.step === 'found') {
    const { registration } = await registrationOf(parts, session, body.registration);
    if (known.registration !== null && known.registration !== registration) throw new Refusal('conflict');
  }
  const at = parts.clock();
  const registration = body.step === 'found' ? body.registration : known.registration;
  const change: StepRequest = {
    kind: 'step-request',
    at,
    request: id,
    step: { step: body.step, at, by: session.person },
    registration: body.step === 'found' ? body.registration : null,
    reason: body.step === 'refused' ? body.reason : null,
    entry: entryText(session, at, stepActions[body.step], registration),
  };
  const acts = body.step === 'done' && (known.kind === 'deletion' || known.kind === 'withdrawal');
  let receipt: ProvenReceipt | null = null;
  if (acts) {
    receipt = await carryOut(parts, session, known, change);
  } else {
    const hotel = await parts.hotels.get(session.property);
    await writeOne(parts.committer, session.property, change, hotel.sign);
  }
  return { request: deskRequest(await requestOf(parts, session, id), toDate(at)), receipt };
}

async function carryOut(
  parts: RequestParts,
  session: ActiveSession,
  known: StoredRequest,
  request: StepRequest,
): Promise<ProvenReceipt> {
  if (known.outcome !== 'open') throw new Refusal('request_closed');
  // Without these two steps nobody has looked whose registration it is.
  if (known.registration === null || known.steps.length !== 2) throw new Refusal('conflict', 'step');
  const stored = await registrationOf(parts, session, known.registration);
  if (stored.state === 'erased') throw new Refusal('already_erased');
  if (stored.state === 'expired') throw new Refusal('gone');
  const actor = { actor: session.person, role: session.role };
  const { json } =
    known.kind === 'withdrawal' && known.purpose !== null && known.origin !== 'guest'
      ? await withdrawForGuest(parts, stored, { purpose: known.purpose, origin: known.origin, actor, request })
      : await erase(parts, stored, {
          event: null,
          ...lastShown(await readStanding(parts.store, stored)),
          bodyHash: null,
          origin: known.origin,
          requestedAt: known.openedAt,
          actor,
          request,
        });
  return provenReceiptSchema.parse(JSON.parse(json));
}

async function registrationOf(
  { store }: Pick<RequestParts, 'store'>,
  { property }: ActiveSession,
  registration: string,
): Promise<StoredRegistration> {
  const stored = await store.registration(registration);
  if (stored === null || stored.property !== property) throw new Refusal('not_found', 'registration');
  return stored;
}

export async function requestOf(
  { store }: Pick<RequestParts, 'store'>,
  { property }: ActiveSession,
  id: string,
): Promise<StoredRequest> {
  const stored = await store.request(property, id);
  if (stored === null) throw new Refusal('not_found');
  return stored;
}

function deskRequest(stored: StoredRequest, today: string): DeskRequest {
  return {
    ...guestRequest(stored),
    ...(stored.outcome === 'open' ? { daysLeft: workingDaysLeft(today, stored.due) } : {}),
    registration: stored.registration,
    steps: stored.steps.map(({ step, at, by }) => ({ step, at: toInstant(at), by })),
  };
}

function entryText(
  session: ActiveSession,
  at: number,
  action: Parameters<typeof logEntryText>[0]['action'],
  registration: string | null,
): string {
  return logEntryText({
    at,
    actor: session.person,
    role: session.role,
    action,
    ...(registration === null ? {} : { registration }),
  });
}
