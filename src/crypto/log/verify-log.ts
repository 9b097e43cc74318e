import { type LogExportHeader, logExportHeaderSchema, longestLogLine } from '../../protocol/log-export.ts';
import { Refusal } from '../../protocol/problems.ts';
import { finding, LogBroken, type LogCheck, type LogFinding } from './log-check.ts';
import { LogWalk } from './log-walk.ts';
import { type AnchorSource, hear, readAnchor, readReceipt, type ReceiptSource } from './log-witness.ts';

export interface LogSources {
  /** An exported log, line by line. */
  readonly lines: AsyncIterable<string>;
  /** Of the root, from a poster (22 characters); null where none is at hand, and then the root is taken as the file says. */
  readonly fingerprint: string | null;
  readonly anchors: readonly AnchorSource[];
  readonly receipts: readonly ReceiptSource[];
  /**
   * Told often how many of how many entries were looked at. Goes on when it has returned: whoever shares a thread with others gives them
   * their turn here.
   */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

/** Entries between two words about progress: some milliseconds' work. */
const stride = 50;

/**
 * Verifies a property's whole log, as exported, with nothing but what is handed in: no server, no network. What holds then: every entry
 * is what the hotel's receipt key signed at every size it signed, under manifests of one root, each following the one before; and it is
 * what every anchor and receipt given saw. Who holds the receipt key can rewrite a log and sign it anew: only anchors and receipts from
 * before then show it, and only they show that a log was cut off where an earlier export ended.
 *
 * Throws Refusal `log_invalid` where the first line isn't an export's.
 */
export async function verifyLog(sources: LogSources): Promise<LogCheck> {
  const lines = sources.lines[Symbol.asyncIterator]();
  const header = readHeader(await lines.next());
  const { size, property, fingerprint } = header;
  const witnesses = [
    ...sources.anchors.map(readAnchor),
    ...(await Promise.all(sources.receipts.map((receipt) => readReceipt(receipt, fingerprint)))),
  ];
  const walk = new LogWalk(header, {
    sizes: new Set(witnesses.flatMap(({ checkpoint }) => checkpoint?.size ?? [])),
    indexes: new Set(witnesses.flatMap(({ entry }) => entry?.index ?? [])),
  });
  const given = sources.fingerprint;
  const otherRoot = given !== null && given !== fingerprint;
  const broken = otherRoot ? finding('fingerprint', { line: 1 }) : await walkAll(walk, lines, sources, size);
  const heard = [];
  for (const witness of witnesses) heard.push(await hear(witness, walk, header, broken !== null));
  const findings = [broken, ...heard.map((one) => one.finding)].filter((found) => found !== null);
  return {
    holds: findings.length === 0,
    property,
    fingerprint,
    fingerprintGiven: given !== null,
    exportedAt: header.exportedAt,
    entries: walk.entries,
    checkpoints: walk.checkpoints,
    manifests: walk.manifests.length,
    first: walk.first,
    last: walk.last,
    witnesses: heard.map(({ outcome }) => outcome),
    findings,
  };
}

/** What the log broke at, or null. */
async function walkAll(
  walk: LogWalk,
  lines: AsyncIterator<string>,
  { onProgress }: Pick<LogSources, 'onProgress'>,
  size: number,
): Promise<LogFinding | null> {
  let told = 0;
  await onProgress?.(0, size);
  try {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      await walk.take(next.value);
      if (walk.entries - told >= stride) {
        told = walk.entries;
        await onProgress?.(told, size);
      }
    }
    await walk.end();
    await onProgress?.(size, size);
    return null;
  } catch (error) {
    if (error instanceof LogBroken) return error.finding;
    throw error;
  }
}

function readHeader(first: IteratorResult<string>): LogExportHeader {
  if (first.done === true || first.value.length > longestLogLine) throw new Refusal('log_invalid', 'empty');
  let json: unknown;
  try {
    json = JSON.parse(first.value);
  } catch {
    throw new Refusal('log_invalid', 'not JSON');
  }
  const parsed = logExportHeaderSchema.safeParse(json);
  if (!parsed.success) throw new Refusal('log_invalid', 'not an exported log');
  return parsed.data;
}
