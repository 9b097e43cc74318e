// What the list's own thread says of itself while it reads.

import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { DeskRow } from '../../../src/protocol/api.ts';
import { firstChoice } from '../../../src/staff/list/list-choice.ts';
import { type FromList, placeOf, type ShownList } from '../../../src/staff/list/list-messages.ts';
import { serveList } from '../../../src/staff/list/serve-list.ts';
import { sampleRow } from './sample-row.ts';

function listening() {
  const heard: FromList[] = [];
  const serve = serveList(
    { openShelf: async () => null, random: randomBytes },
    (message) => void heard.push(message),
    (milliseconds, act) => void setTimeout(act, milliseconds),
    () => performance.now(),
  );
  serve({ kind: 'begin', beginning: { property: '0123456789', card: 'card', keys: [] } });
  const older = (id: number, rows: readonly DeskRow[], more: boolean) => {
    const bytes = new Uint8Array(new TextEncoder().encode(JSON.stringify({ rows, cursor: 1, more, top: 9 }))).buffer;
    serve({ kind: 'page', id, bytes, way: 'older' });
  };
  const shown = (): ShownList | undefined => {
    const last = heard.findLast((message) => message.kind === 'shown');
    const entries = heard.findLast((message) => message.kind === 'shown' && message.entries !== null);
    return last && { ...last.list, entries: (entries?.kind === 'shown' ? entries.entries : null) ?? [] };
  };
  return { serve, older, heard, shown };
}

test('everything is read also where the last page of older rows brings none, or only rows that are known', async () => {
  const row = sampleRow();
  for (const last of [[], [row]]) {
    const { serve, older, shown } = listening();
    older(1, [row], true);
    serve({ kind: 'settle' });
    await expect.poll(shown).toMatchObject({ held: 1, complete: false });
    older(2, last, false);
    await expect.poll(shown).toMatchObject({ held: 1, complete: true });
  }
});

test('the row beside another is counted in what is shown now, and stops at its ends', async () => {
  const rows = [3, 2, 1].map((second) => sampleRow({ receivedAt: `2026-11-21T10:00:0${second}+08:00` }));
  const { serve, older, heard, shown } = listening();
  older(1, rows, false);
  serve({ kind: 'settle' });
  await expect.poll(shown).toMatchObject({ held: 3 });
  serve({ kind: 'show', choice: { ...firstChoice, view: 'all' }, today: '2026-11-21', from: 0, to: 9 });
  const beside = (from: string | number, by: number) => {
    serve({ kind: 'beside', id: 7, from, by });
    const found = heard.findLast((message) => message.kind === 'found');
    return rows.findIndex(({ registration }) => registration === found?.entries[0]?.row.registration);
  };
  const [first, second] = rows.map(({ registration }) => registration);
  expect([beside(first ?? '', 1), beside(second ?? '', -1), beside(second ?? '', 5), beside(second ?? '', -5)]).toEqual(
    [1, 0, 2, 0],
  );
  expect([beside(0, 0), beside(-1, 1), beside('somebody else', 1)]).toEqual([0, 0, 0]);
  serve({ kind: 'show', choice: { ...firstChoice, typed: 'nobody' }, today: '2026-11-21', from: 0, to: 9 });
  expect(beside(first ?? '', 1)).toBe(-1);
});

test('the place of whoever is chosen comes with their name, so that it isn’t taken for somebody else’s', async () => {
  const rows = [2, 1].map((second) => sampleRow({ receivedAt: `2026-11-21T10:00:0${second}+08:00` }));
  const { serve, older, shown } = listening();
  older(1, rows, false);
  serve({ kind: 'settle' });
  const chosen = rows[1]?.registration ?? '';
  serve({ kind: 'watch', registrations: [], chosen, register: false });
  await expect.poll(() => shown()?.chosen).toEqual({ registration: chosen, place: 1 });
  const list = shown() ?? null;
  expect([placeOf(chosen, list), placeOf(rows[0]?.registration ?? '', list), placeOf(null, list)]).toEqual([1, -1, -1]);
});

test('rows that are the very ones shown last aren’t sent again; changed ones are', async () => {
  const rows = [2, 1].map((second) => sampleRow({ receivedAt: `2026-11-21T10:00:0${second}+08:00` }));
  const { serve, older, heard, shown } = listening();
  older(1, rows, false);
  serve({ kind: 'settle' });
  await expect.poll(shown).toMatchObject({ held: 2 });
  const show = () => {
    serve({ kind: 'show', choice: { ...firstChoice, view: 'all' }, today: '2026-11-21', from: 0, to: 9 });
    const last = heard.findLast((message) => message.kind === 'shown');
    return last?.kind === 'shown' ? (last.entries?.length ?? null) : undefined;
  };
  expect([show(), show()]).toEqual([2, null]);
  const [first] = rows;
  if (first === undefined) throw new TypeError('no row');
  serve({ kind: 'change', id: 2, change: { cursor: 12, row: { ...first, state: 'seen' } } });
  await expect.poll(() => shown()?.entries[0]?.row.state).toBe('seen');
  expect(show()).toBeNull();
});
