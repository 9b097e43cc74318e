import { readLines } from '../../crypto/log/read-lines.ts';
import type { LogCheck } from '../../crypto/log/log-check.ts';
import type { AnchorSource, ReceiptSource } from '../../crypto/log/log-witness.ts';
import { verifyLog } from '../../crypto/log/verify-log.ts';
import { provenCertificateSchema } from '../../protocol/erasure-certificate.ts';
import { checkpointsIn } from '../../protocol/log-anchor.ts';
import { provenReceiptSchema } from '../../protocol/receipt.ts';

export interface LogFiles {
  readonly log: Blob;
  readonly witnesses: readonly File[];
  readonly fingerprint: string | null;
}

export type LogFilesOutcome =
  | { readonly ok: true; readonly check: LogCheck }
  /** Name of a file that is neither anchor nor receipt. */
  | { readonly ok: false; readonly stranger: string };

/** Verifies files a person chose, as the command does. Throws Refusal `log_invalid`. */
export async function verifyLogFiles(
  { log, witnesses, fingerprint }: LogFiles,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<LogFilesOutcome> {
  const anchors: AnchorSource[] = [];
  const receipts: ReceiptSource[] = [];
  for (const file of witnesses) {
    const text = await file.text();
    const notes = checkpointsIn(text);
    const proven = notes.length === 0 ? readProven(text) : null;
    if (notes.length === 0 && proven === null) return { ok: false, stranger: file.name };
    if (proven === null) anchors.push(...notes.map((note) => ({ name: file.name, note })));
    else receipts.push({ name: file.name, proven });
  }
  const lines = readLines(chunksOf(log.stream()));
  return { ok: true, check: await verifyLog({ lines, fingerprint, anchors, receipts, onProgress }) };
}

function readProven(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const known = [provenReceiptSchema, provenCertificateSchema].some((schema) => schema.safeParse(json).success);
    return known ? json : null;
  } catch {
    return null;
  }
}

/** Not every browser iterates over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
