// Everything a running process holds in memory, as its kernel shows it.

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Whether this system shows a process's memory to the one that started it. */
export const memoryIsShown: boolean = process.platform === 'linux';

/**
 * Calls `take` with each piece of the process's writable memory that was ever written to. Pieces overlap a little, so that nothing is
 * missed between two.
 */
export function readMemory(pid: number, take: (bytes: Buffer, at: string) => void): void {
  const file = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const { from, to } of writableRanges(pid)) {
      for (let at = from; at < to; at += piece) {
        const bytes = readPiece(file, at, Math.min(piece + overlap, to - at));
        for (const { offset, run } of writtenRuns(bytes)) take(run, (at + offset).toString(16));
      }
    }
  } finally {
    closeSync(file);
  }
}

const piece = 8 * 1024 * 1024;
const overlap = 4096;
const page = 4096;
const blankPage = Buffer.alloc(page);

function writableRanges(pid: number): { from: number; to: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return from === undefined || to === undefined
        ? []
        : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
    });
}

/** Stretches of pages that hold anything but zeros. */
function writtenRuns(bytes: Buffer): { offset: number; run: Buffer }[] {
  const runs: { offset: number; run: Buffer }[] = [];
  let start: number | null = null;
  for (let at = 0; at < bytes.length; at += page) {
    const blank = bytes.subarray(at, at + page).equals(blankPage.subarray(0, Math.min(page, bytes.length - at)));
    if (!blank) start ??= at;
    else if (start !== null) {
      runs.push({ offset: start, run: bytes.subarray(start, at) });
      start = null;
    }
  }
  if (start !== null) runs.push({ offset: start, run: bytes.subarray(start) });
  return runs;
}

function readPiece(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  } catch {
    // Given back to the system since the list was read.
    return Buffer.alloc(0);
  }
}
