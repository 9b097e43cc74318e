import type { LogExportHeader, LogExportLine } from '../../protocol/log-export.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { keyIdOf } from '../p256.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';
import { logEntryText } from './log-entry.ts';

/** Entries read at once. */
const page = 500;

/** What the stream needs to know beside the store. */
interface Range {
  readonly property: string;
  readonly size: number;
}

/**
 * The whole log as it stands with the entry that says it was exported, which is durable before the first byte leaves. Pages are read
 * when the connection has taken the ones before, so a long log costs no memory. What it writes is described at `logExportHeaderSchema`.
 */
export async function exportLog(
  parts: DeskParts,
  session: ActiveSession,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { property } = session;
  const hotel = await parts.hotels.get(property);
  const at = parts.clock();
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'log-exported' });
  const { tree } = await writeOne(parts.committer, property, { kind: 'note', at, entry }, hotel.sign, { last: true });
  if (tree === null) throw new TypeError('an export that is not in the log');
  const header: LogExportHeader = {
    format: 'foyer-log-export/1',
    property,
    fingerprint: keyIdOf(Buffer.from(hotel.current.manifest.root, 'base64url')),
    size: tree.size,
    exportedAt: toInstant(at),
  };
  return streamOf(exportedLines(parts.store, header, { property, size: tree.size }));
}

async function* exportedLines(
  store: Store,
  header: LogExportHeader,
  { property, size }: Range,
): AsyncGenerator<string, undefined> {
  yield lineOf(header);
  let sequence = 0;
  for (let from = 0; from < size; from += page) {
    const { entries, checkpoints } = await store.logPage(property, from, Math.min(size, from + page));
    const notes = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint.note]));
    let text = '';
    for (const [at, { entry, leaf }] of entries.entries()) {
      const index = from + at;
      if (publishes(entry)) {
        sequence += 1;
        const manifest = await store.manifest(property, sequence);
        if (manifest !== null) text += lineOf({ manifest });
      }
      text += lineOf({ index, leaf: Buffer.from(leaf).toString('base64url'), entry });
      const checkpoint = notes.get(index + 1);
      if (checkpoint !== undefined) text += lineOf({ checkpoint });
    }
    yield text;
  }
}

function lineOf(line: LogExportHeader | LogExportLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** By the server's own spelling. What somebody else wrote into the database is exported as it stands; finding it is the verifier's work. */
function publishes(entry: string): boolean {
  return entry.includes('"action":"manifest-published"');
}

function streamOf(texts: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        const { done, value } = await texts.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => {
        await texts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
