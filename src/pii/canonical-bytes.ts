import type * as z from 'zod/mini';
import { Refusal } from '../protocol/problems.ts';

/** The bytes of a payload that go into an envelope: its JSON as UTF-8. */
export function payloadBytes(payload: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(payload));
}

/** Parses opened bytes with the payload's schema. Throws Refusal `cannot_open` when they are not one. */
export function parsePayload<Schema extends z.ZodMiniType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const parsed = schema.safeParse(readJson(bytes));
  if (!parsed.success) throw new Refusal('cannot_open', 'payload');
  return parsed.data;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('cannot_open', 'payload is not JSON');
  }
}
