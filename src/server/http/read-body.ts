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

/** Bytes of a body nobody wants that are still taken, so that the connection can go on. */
const discarded = 256 * 1024;

/**
 * Takes what is left of a request's body before it is answered. Otherwise the adapter reads it after the answer, for half a second, and
 * then cuts the connection under a client that was told to keep it. A body known to be longer than 256 KiB is left to that.
 */
export function discardBody(incoming: IncomingMessage): Promise<void> {
  const { 'content-length': announced, 'transfer-encoding': coding } = incoming.headers;
  // Any method may come with one (RFC 9110 §9.3.1).
  const none = announced === undefined && coding === undefined;
  if (none || incoming.readableEnded || incoming.destroyed) return Promise.resolve();
  if (Number(announced ?? 0) > discarded) return Promise.resolve();
  return new Promise((resolve) => {
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > discarded) finish();
    };
    const finish = () => {
      incoming.off('data', onData).off('end', finish).off('close', finish).off('error', finish);
      resolve();
    };
    incoming.on('data', onData).on('end', finish).on('close', finish).on('error', finish);
  });
}

/** Whether a body says it is JSON in UTF-8: `application/json`, with no parameter but that charset. */
export function isJsonType(contentType: string | undefined): boolean {
  return (
    contentType === 'application/json' ||
    /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType?.trim() ?? '')
  );
}
