import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../protocol/problems.ts';

/**
 * Reads a request's whole body, at most `limit` bytes. Throws Refusal `too_large` as soon as it is known to be longer (the rest is
 * left to the server to drain or cut), `malformed` where the connection ended in the middle.
 */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.reject(new Refusal('too_large'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) settle(() => reject(new Refusal('too_large')));
      else chunks.push(chunk);
    };
    const onEnd = () =>
      settle(() => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    const onCut = () => settle(() => reject(new Refusal('malformed', 'body was cut off')));
    const settle = (finish: () => void) => {
      incoming.off('data', onData).off('end', onEnd).off('close', onCut).off('error', onCut);
      finish();
    };
    incoming.on('data', onData).on('end', onEnd).on('close', onCut).on('error', onCut);
  });
}

/** Whether a body says it is JSON in UTF-8: `application/json`, with no parameter but that charset. */
export function isJsonType(contentType: string | undefined): boolean {
  return (
    contentType === 'application/json' ||
    /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType?.trim() ?? '')
  );
}
