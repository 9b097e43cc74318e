// A hotel's log as its owner exports it, and what somebody with the server could make of it.

import { logEntrySchema } from '../../src/protocol/audit-log.ts';
import { parseCheckpoint } from '../../src/protocol/checkpoint.ts';
import { type LogExportLine, logExportHeaderSchema, logExportLineSchema } from '../../src/protocol/log-export.ts';
import { type ProvenReceipt, provenReceiptSchema } from '../../src/protocol/receipt.ts';
import { verifyLog } from '../../src/crypto/log/verify-log.ts';
import type { LogCheck } from '../../src/crypto/log/log-check.ts';
import { appendLeaves, emptyEdge, leafHash, rootOf } from '../../src/server/log/merkle-tree.ts';
import { checkpointSigner } from '../../src/server/log/receipt-key.ts';
import type { SignCheckpoint } from '../../src/server/store/store.ts';
import { testHotel, type TestHotel } from './hotel-fixtures.ts';
import { testGuest } from './server-fixtures.ts';
import { setUp, signIn, startTestServer } from './test-server.ts';

export interface ExportedHotel {
  readonly hotel: TestHotel;
  /** The file's lines, header first. */
  readonly lines: readonly string[];
  /** What the server signs checkpoints with: in the hands of whoever has its disk. */
  readonly sign: SignCheckpoint;
  /** Guests' receipts, oldest first. */
  readonly receipts: readonly ProvenReceipt[];
  /** A checkpoint that was taken out before the last guests came. */
  readonly anchor: string;
}

/** A hotel with two manifests, `guests` registrations, an anchor and an export. */
export async function exportedHotel(guests = 12): Promise<ExportedHotel> {
  const server = await startTestServer();
  try {
    const { hotel, owner } = await setUp(server);
    const { authorization } = await signIn(server, hotel, owner);
    const parameters = { property: hotel.property };
    const receipts: ProvenReceipt[] = [];
    let anchor = '';
    let current = hotel;
    for (let number = 0; number < guests; number++) {
      const { body } = await testGuest(current, { now: server.clock.now });
      const { json } = await server.send('register', { parameters, body });
      receipts.push(provenReceiptSchema.parse(json));
      if (number === Math.floor(guests / 2)) {
        const next = await testHotel({ previous: hotel, now: server.clock.now, words: ' (new)' });
        const publication = { profile: next.profile, manifest: next.jws, notices: next.notices };
        const { status, text } = await server.send('publish', { authorization, body: publication });
        if (status !== 204) throw new Error(`the second manifest was refused: ${text}`);
        current = next;
        anchor = (await server.store.checkpoint(hotel.property, null)) ?? '';
        const { size } = parseCheckpoint(anchor) ?? { size: 0 };
        await server.send('keepAnchor', { authorization, body: { size, way: 'saved' } });
      }
    }
    const { text } = await server.send('exportLog', { authorization, body: {} });
    const stored = await server.store.property(hotel.property);
    if (stored === null) throw new TypeError('a hotel that is not stored');
    const sign = checkpointSigner(hotel.property, stored.receiptKey);
    return { hotel, lines: text.trimEnd().split('\n'), sign, receipts, anchor };
  } finally {
    await server.end();
  }
}

export interface Witnesses {
  readonly fingerprint?: string;
  readonly anchors?: readonly string[];
  readonly receipts?: readonly unknown[];
}

/** Verifies lines as they stand. */
export async function check(lines: readonly string[], witnesses: Witnesses = {}): Promise<LogCheck> {
  return verifyLog({
    lines: (async function* () {
      yield* lines;
    })(),
    fingerprint: witnesses.fingerprint ?? null,
    anchors: (witnesses.anchors ?? []).map((note, at) => ({ name: `anchor ${at}`, note })),
    receipts: (witnesses.receipts ?? []).map((proven, at) => ({ name: `receipt ${at}`, proven })),
  });
}

export const lineOf = (text: string): LogExportLine => logExportLineSchema.parse(JSON.parse(text));

/** The places of entries among the lines. */
export function entryLines(lines: readonly string[]): number[] {
  return lines.flatMap((text, at) => (at > 0 && 'entry' in lineOf(text) ? [at] : []));
}

/**
 * What somebody makes who writes the database: other entries, renumbered, with leaves and size to match. Checkpoints stay at the sizes
 * they had; without `sign` they are the old ones, with it they are made and signed anew, and the file ends with an export of its own as
 * the server would have written it.
 */
export function rewrite(
  lines: readonly string[],
  change: (entries: string[]) => readonly string[],
  sign: SignCheckpoint | null,
): string[] {
  const header = logExportHeaderSchema.parse(JSON.parse(lines[0] ?? ''));
  const old = lines.slice(1).map(lineOf);
  const before = old.flatMap((line) => ('entry' in line ? [line.entry] : []));
  const entries = [...change(before)];
  const isExport = (entry = '') => entry.includes('"log-exported"');
  if (sign !== null && !isExport(entries.at(-1))) entries.push(...before.slice(-1));
  const ending = logEntrySchema.safeParse(JSON.parse(entries.at(-1) ?? 'null'));
  const exportedAt = sign !== null && ending.success ? ending.data.time : header.exportedAt;
  const manifests = old.flatMap((line) => ('manifest' in line ? [line] : []));
  const notes = new Map(
    old.flatMap((line) =>
      'checkpoint' in line ? [[parseCheckpoint(line.checkpoint)?.size ?? 0, line.checkpoint]] : [],
    ),
  );
  const last = [...notes.values()].at(-1) ?? '';
  const made: LogExportLine[] = [];
  let edge = emptyEdge;
  for (const [index, entry] of entries.entries()) {
    if (entry.includes('"manifest-published"')) made.push(...manifests.splice(0, 1));
    const leaf = leafHash(entry);
    ({ edge } = appendLeaves(edge, [leaf]));
    made.push({ index, leaf: Buffer.from(leaf).toString('base64url'), entry });
    const end = index === entries.length - 1;
    const note = notes.get(index + 1) ?? (end ? last : undefined);
    if (note !== undefined) made.push({ checkpoint: sign === null ? note : sign(index + 1, rootOf(edge)) });
  }
  return [{ ...header, exportedAt, size: entries.length }, ...made].map((line) => JSON.stringify(line));
}
