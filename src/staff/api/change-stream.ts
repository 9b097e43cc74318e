import * as z from 'zod/mini';
import { type Change, changeSchema } from '../../protocol/api.ts';
import { type DeskTopic, deskTopics } from '../../protocol/desk-topics.ts';
import { Refusal } from '../../protocol/problems.ts';
import { readRow } from '../../protocol/unreadable-row.ts';

/** A row that can't be read is marked, and the line goes on. */
const eventSchema = z.extend(changeSchema, { row: z.unknown() });

/** More text than this without an end of event isn't ours. */
const longestEvent = 256 * 1024;

/**
 * Reads server-sent events (HTML Living Standard §9.2.6) from an answer's body and yields the changes in them; `onTopic` is called with
 * what else has changed; comments and other events only show that the line is alive, reported by `onAlive`. Ends when the body ends.
 * Throws Refusal `unexpected_answer` on an event that isn't one of ours.
 */
export async function* readChanges(
  body: ReadableStream<Uint8Array>,
  onAlive: () => void,
  onTopic: (topic: DeskTopic) => void = () => undefined,
): AsyncGenerator<Change> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onAlive();
      text = (text + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const { event, data } = readEvent(text.slice(0, end));
        text = text.slice(end + 2);
        const topic = deskTopics.find((one) => one === event);
        if (topic !== undefined) onTopic(topic);
        if (event === 'row' && data !== null) yield parseChange(data);
      }
      if (text.length > longestEvent) throw new Refusal('unexpected_answer', 'event too long');
    }
  } finally {
    // The line may be broken already; there is nothing more to end then.
    await reader.cancel().catch(() => undefined);
  }
}

function readEvent(block: string): { readonly event: string; readonly data: string | null } {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return { event, data: data.length > 0 ? data.join('\n') : null };
}

function parseChange(text: string): Change {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('unexpected_answer', 'event');
  }
  const parsed = eventSchema.safeParse(json);
  const row = parsed.success ? readRow(parsed.data.row) : null;
  if (!parsed.success || row === null) throw new Refusal('unexpected_answer', 'event');
  return { cursor: parsed.data.cursor, row };
}
