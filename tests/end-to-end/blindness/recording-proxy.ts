// Stands between a client and the server on loopback, and keeps every byte of what they say to each other.

import { type IncomingMessage, createServer, request, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export interface RecordedExchange {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Header names and values as sent, one a line. */
  readonly requestHeaders: string;
  readonly requestBody: Buffer;
  status: number;
  responseHeaders: string;
  /** As it came over the wire; for a stream, what has come so far. */
  responseBody: Buffer;
  /** Unpacked; the same where nothing was packed. */
  readonly responseContent: () => Buffer;
}

export interface RecordingProxy {
  /** Origin without a slash at the end. */
  readonly url: string;
  readonly exchanges: readonly RecordedExchange[];
  readonly stop: () => Promise<void>;
}

/** @param target origin of the server, without a slash at the end; may be set later, when the server's port is known */
export async function startRecordingProxy(target: () => string, port = 0): Promise<RecordingProxy> {
  const exchanges: RecordedExchange[] = [];
  // A search can hold this process up for seconds; no connection may be closed as idle meanwhile.
  const server = createServer({ keepAliveTimeout: 600_000 }, (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const exchange = newExchange(incoming, body);
      exchanges.push(exchange);
      const onward = request(
        `${target()}${incoming.url ?? '/'}`,
        { method: exchange.method, headers: { ...incoming.headers, connection: 'close' } },
        (answer) => {
          exchange.status = answer.statusCode ?? 0;
          exchange.responseHeaders = headerLines(answer.rawHeaders);
          outgoing.writeHead(exchange.status, answer.rawHeaders);
          outgoing.flushHeaders();
          answer.on('data', (chunk: Buffer) => {
            exchange.responseBody = Buffer.concat([exchange.responseBody, chunk]);
            outgoing.write(chunk);
          });
          answer.on('end', () => outgoing.end());
          answer.on('error', () => outgoing.destroy());
        },
      );
      onward.on('error', () => outgoing.destroy());
      outgoing.on('close', () => onward.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, exchanges, stop: () => stop(server) };
}

function newExchange(incoming: IncomingMessage, requestBody: Buffer): RecordedExchange {
  const exchange: RecordedExchange = {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    requestHeaders: headerLines(incoming.rawHeaders),
    requestBody,
    status: 0,
    responseHeaders: '',
    responseBody: Buffer.alloc(0),
    responseContent: () => unpacked(exchange),
  };
  return exchange;
}

function headerLines(raw: readonly string[]): string {
  return raw.map((part, at) => (at % 2 === 0 ? `${part}: ` : `${part}\n`)).join('');
}

function unpacked({ responseHeaders, responseBody }: RecordedExchange): Buffer {
  const encoding = /^content-encoding: (.*)$/im.exec(responseHeaders)?.[1];
  if (responseBody.length === 0) return responseBody;
  switch (encoding) {
    case undefined:
      return responseBody;
    case 'br':
      return brotliDecompressSync(responseBody);
    case 'gzip':
      return gunzipSync(responseBody);
    case 'deflate':
      return inflateSync(responseBody);
    case 'zstd':
      return zstdDecompressSync(responseBody);
    default:
      throw new Error(`An answer is packed as ${encoding}, which can't be searched.`);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
