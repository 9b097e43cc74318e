import * as z from 'zod/mini';
import { type DeskRow, deskRowSchema } from './api.ts';
import { digestSchema, idSchema } from './ids.ts';
import { languages } from './languages.ts';
import { registrationStateSchema } from './submission.ts';
import { instantSchema } from './time.ts';

const remains = z.object({
  registration: idSchema,
  state: z.optional(z.unknown()),
  receivedAt: z.optional(z.unknown()),
  consentHash: z.optional(z.unknown()),
});

/** Each by itself, where it still makes sense. */
function readOr<Value>(schema: z.ZodMiniType<Value>, given: unknown, instead: Value): Value {
  const read = schema.safeParse(given);
  return read.success ? read.data : instead;
}

/** The line a damaged row becomes in the desk's list; null where nothing says whose it is. Whatever isn't there fills its place. */
export function unreadableRow(given: unknown): DeskRow | null {
  const found = remains.safeParse(given);
  if (!found.success) return null;
  const { registration } = found.data;
  const receivedAt = readOr(instantSchema, found.data.receivedAt, '1970-01-01T08:00:00+08:00');
  const day = receivedAt.slice(0, 10);
  return {
    registration,
    unreadable: true,
    state: readOr(registrationStateSchema, found.data.state, 'received'),
    channel: 'typed',
    language: languages[0],
    partySize: 1,
    minors: false,
    checkIn: day,
    checkOut: day,
    receivedAt,
    seenAt: null,
    arrivedAt: null,
    purposes: [],
    consentHash: readOr(digestSchema, found.data.consentHash, 'A'.repeat(43)),
    card: null,
    desk: null,
  };
}

/** A row as it was sent; marked where it isn't one, and null where nothing says whose it is. */
export function readRow(given: unknown): DeskRow | null {
  const row = deskRowSchema.safeParse(given);
  return row.success ? row.data : unreadableRow(given);
}
