// What the list's own thread says of itself while it reads.

import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { DeskRow } from '../../../src/protocol/api.ts';
import type { FromList, ShownList } from '../../../src/staff/list/list-messages.ts';
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
  const shown = (): ShownList | undefined => heard.findLast((message) => message.kind === 'shown')?.list;
  return { serve, older, shown };
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
