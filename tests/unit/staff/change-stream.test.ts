import { expect, test } from 'vitest';
import type { Change } from '../../../src/protocol/api.ts';
import { readChanges } from '../../../src/staff/api/change-stream.ts';
import { sampleRow } from './sample-row.ts';

function stream(...chunks: string[]): ReadableStream<Uint8Array> {
  const bytes = chunks.map((chunk) => new TextEncoder().encode(chunk));
  return new ReadableStream({
    pull: (controller) => {
      const next = bytes.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
  });
}

async function collect(body: ReadableStream<Uint8Array>): Promise<{ changes: Change[]; alive: number }> {
  const changes: Change[] = [];
  let alive = 0;
  for await (const change of readChanges(body, () => (alive += 1))) changes.push(change);
  return { changes, alive };
}

const change: Change = { cursor: 7, row: sampleRow() };
const event = `event: row\nid: 7\ndata: ${JSON.stringify(change)}\n\n`;

test('an event is read however the line cuts it, with either line end', async () => {
  for (let cut = 1; cut < event.length; cut += 37) {
    expect((await collect(stream(event.slice(0, cut), event.slice(cut)))).changes).toEqual([change]);
  }
  expect((await collect(stream(event.replaceAll('\n', '\r\n')))).changes).toEqual([change]);
});

test('an event by a topic’s name says that it has changed, in whatever order', async () => {
  const heard: string[] = [];
  const events = ['settings', 'requests', 'other', 'approvals'].map((topic) => `event: ${topic}\ndata: {}\n\n`);
  for await (const one of readChanges(
    stream(...events, event),
    () => undefined,
    (topic) => heard.push(topic),
  ))
    expect(one).toEqual(change);
  expect(heard).toEqual(['settings', 'requests', 'approvals']);
});

test('comments and other events are signs of life and nothing else', async () => {
  const { changes, alive } = await collect(
    stream('retry: 2000\n\n', ': still here\n\n', 'event: other\ndata: {}\n\n', event),
  );
  expect(changes).toEqual([change]);
  expect(alive).toBe(4);
});

test('an event that is not one of ours is refused, and so is one without end', async () => {
  await expect(collect(stream('event: row\ndata: {"cursor":1}\n\n'))).rejects.toMatchObject({
    code: 'unexpected_answer',
  });
  await expect(collect(stream('event: row\ndata: not json\n\n'))).rejects.toMatchObject({ code: 'unexpected_answer' });
  await expect(collect(stream(...Array.from({ length: 40 }, () => 'x'.repeat(10_000))))).rejects.toMatchObject({
    code: 'unexpected_answer',
  });
});

test('an unfinished event at the end of the line is dropped', async () => {
  expect((await collect(stream(event, event.slice(0, -1)))).changes).toEqual([change]);
});
