import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import {
  refusalReasonSchema,
  requestKindSchema,
  requestOriginSchema,
  requestStepSchema,
} from '../../../protocol/request.ts';
import type { NewRequest, StepRequest } from '../request-changes.ts';
import type { StoredRequest, UnreadableRequest } from '../guest-store.ts';
import { bytesText, decode, json } from './column.ts';
import { readOr } from './read-or-mark.ts';

const requestRow = z.object({
  request: bytesText,
  registration: z.nullable(bytesText),
  kind: requestKindSchema,
  purpose: z.nullable(purposeIdSchema),
  origin: requestOriginSchema,
  opened_at: z.number(),
  due: z.string(),
  calendar_known: z.number(),
  outcome: z.enum(['open', 'done', 'refused']),
  reason: z.nullable(refusalReasonSchema),
  steps: json(
    z.array(z.object({ step: z.union([requestStepSchema, z.literal('refused')]), at: z.number(), by: z.string() })),
  ),
});

/** What is left of a request where the rest of it makes no sense. */
const markRow = z.object({ request: bytesText, opened_at: z.number() });

/** The queue of requests. `property` is the property's row id. */
export class RequestTables {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  insert(property: number, request: NewRequest): void {
    this.#database
      .prepare(
        `INSERT INTO requests (request, property, registration, kind, purpose, origin, opened_at, due, calendar_known, outcome, steps)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        decode(request.id),
        property,
        request.registration === null ? null : decode(request.registration),
        request.kind,
        request.purpose,
        request.origin,
        request.openedAt,
        request.due,
        request.calendarKnown ? 1 : 0,
        request.outcome,
        JSON.stringify(request.steps),
      );
  }

  /** Adds a step the caller has found to be the next. */
  step(property: number, known: StoredRequest, { step, registration, reason }: StepRequest): void {
    const outcome = step.step === 'done' || step.step === 'refused' ? step.step : known.outcome;
    this.#database
      .prepare(
        `UPDATE requests SET steps = ?, outcome = ?, reason = ?, registration = coalesce(registration, ?)
          WHERE property = ? AND request = ?`,
      )
      .run(
        JSON.stringify([...known.steps, step]),
        outcome,
        reason,
        registration === null ? null : decode(registration),
        property,
        decode(known.id),
      );
  }

  get(property: number, request: string): StoredRequest | null {
    const [stored] = this.#select('property = ? AND request = ?', [property, decode(request)]);
    return stored === undefined ? null : readRequest(stored);
  }

  list(property: number, limit: number): (StoredRequest | UnreadableRequest)[] {
    return [
      ...this.#select("property = ? AND outcome = 'open' ORDER BY due, id LIMIT ?", [property, limit]),
      ...this.#select("property = ? AND outcome <> 'open' ORDER BY id DESC LIMIT ?", [property, limit]),
    ].map(wholeOrMarked);
  }

  of(registration: string): StoredRequest[] {
    const stored = this.#select('registration = ? ORDER BY id DESC', [decode(registration)]).map(wholeOrMarked);
    return stored.flatMap((one) => ('unreadable' in one ? [] : [one]));
  }

  #select(where: string, values: (number | Uint8Array)[]): unknown[] {
    return this.#database.prepare(`SELECT * FROM requests WHERE ${where}`).all(...values);
  }
}

function wholeOrMarked(stored: unknown): StoredRequest | UnreadableRequest {
  return readOr(
    () => readRequest(stored),
    () => {
      const { request: id, opened_at: openedAt } = markRow.parse(stored);
      return { id, openedAt, unreadable: true };
    },
  );
}

function readRequest(stored: unknown): StoredRequest {
  const row = requestRow.parse(stored);
  return {
    id: row.request,
    registration: row.registration,
    kind: row.kind,
    purpose: row.purpose,
    origin: row.origin,
    openedAt: row.opened_at,
    due: row.due,
    calendarKnown: row.calendar_known === 1,
    outcome: row.outcome,
    reason: row.reason,
    steps: row.steps,
  };
}
