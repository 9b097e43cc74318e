// Speaks to the server byte by byte, as no HTTP library would.

import { connect } from 'node:net';
import type { RawAnswer } from './answer-faults.ts';

/** Milliseconds without a byte after which the server is taken to wait for more. */
const patience = 4000;

/**
 * Sends the pieces, each after the one before has left, and reads every answer until the server closes the connection or falls silent.
 * `half`: close our side after the last piece.
 */
export function rawRequest(
  url: string,
  pieces: readonly (string | Buffer)[],
  { half = false } = {},
): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.setTimeout(patience);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('timeout', () => socket.destroy());
    // Closed with our bytes unread: what the server said before is what counts.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => resolve(readAnswers(Buffer.concat(chunks))));
    socket.on('connect', () => {
      for (const one of pieces) socket.write(one);
      if (half) socket.end();
    });
  });
}

function readAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    const head = rest.subarray(0, end < 0 ? rest.length : end).toString();
    const [first = '', ...lines] = head.split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0);
    const headers: Record<string, string> = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const from = end < 0 ? rest.length : end + 4;
    // An interim answer has no body; one in chunks is read whole, sizes and all.
    const length = status < 200 ? 0 : Number(headers['content-length'] ?? rest.length - from);
    if (status !== 100) answers.push({ status, headers, body: rest.subarray(from, from + length).toString() });
    rest = rest.subarray(from + length);
  }
  return answers;
}
