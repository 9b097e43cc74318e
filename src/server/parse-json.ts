import { isUtf8 } from 'node:buffer';
import type * as z from 'zod/mini';
import { type ProblemCode, Refusal } from '../protocol/problems.ts';

/** A text's JSON, or Refusal with `code`. The parser's own message quotes the text, so it is not kept. */
export function parseJsonText(text: string, code: ProblemCode, detail: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(code, detail);
  }
}

/** JSON of a request's body. Throws Refusal `malformed` where it isn't UTF-8 or isn't JSON. */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw new Refusal('malformed', 'body is not UTF-8');
  return parseJsonText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(), 'malformed', 'body');
}

/** Throws Refusal with the path of the first thing that is wrong, never its value. */
export function parseWith<Schema extends z.core.$ZodType>(
  schema: Schema & { safeParse: (data: unknown) => z.core.util.SafeParseResult<z.output<Schema>> },
  data: unknown,
  code: ProblemCode = 'malformed',
): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Refusal(code, pathOf(parsed.error.issues[0]?.path ?? []));
}

function pathOf(path: readonly PropertyKey[]): string {
  const names = path.map((part) => (/^\w{1,40}$/.test(String(part)) ? String(part) : '?'));
  return names.length === 0 ? 'body' : names.join('.');
}
