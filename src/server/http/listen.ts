import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { StartRefused } from '../store/sqlite/open-database.ts';
import { problemOf } from './problem.ts';
import { problemAnswer } from './respond.ts';
import type { Headers } from './security-headers.ts';

export interface Listening {
  readonly port: number;
  readonly server: Server;
  /** Ends every connection that isn't in the middle of an answer. Takes no new ones. Resolves when none is left. */
  readonly close: (patience: number) => Promise<void>;
  /** Until it is called, requests wait. */
  readonly serve: (listener: (incoming: IncomingMessage, outgoing: ServerResponse) => void, headers: Headers) => void;
}

/** Takes the port. Throws StartRefused where it can't be had. */
export async function listen(port: number, host: string): Promise<Listening> {
  // Node's own answer to a request without Host is bare: no problem document, no security headers. The host decides nothing here.
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    requireHostHeader: false,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartRefused(`${host}:${port} can't be listened on: ${whyNot(error.code)}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not listening on a port');
  const sockets = trackSockets(server);
  const early: [IncomingMessage, ServerResponse][] = [];
  const hold = (incoming: IncomingMessage, outgoing: ServerResponse) => early.push([incoming, outgoing]);
  server.on('request', hold);
  return {
    port: address.port,
    server,
    close: (patience) => closeServer(server, sockets, patience),
    serve: (listener, headers) => {
      server.off('request', hold);
      server.on('request', listener);
      // An unknown expectation may be passed over (RFC 9110 §10.1.1); Node's own 417 is as bare.
      server.on('checkExpectation', listener);
      server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseBroken(error, socket, headers));
      for (const [incoming, outgoing] of early) listener(incoming, outgoing);
    },
  };
}

/** Connections, each with the number of answers under way on it. */
function trackSockets(server: Server): ReadonlyMap<Socket, number> {
  const sockets = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    sockets.set(socket, 0);
    socket.on('close', () => sockets.delete(socket));
  });
  const count = ({ socket }: IncomingMessage, outgoing: ServerResponse) => {
    sockets.set(socket, (sockets.get(socket) ?? 0) + 1);
    outgoing.on('close', () => {
      const open = sockets.get(socket);
      if (open !== undefined) sockets.set(socket, open - 1);
    });
  };
  server.on('request', count);
  server.on('checkExpectation', count);
  return sockets;
}

/** `patience` in milliseconds; then whatever is left is cut. */
async function closeServer(server: Server, sockets: ReadonlyMap<Socket, number>, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Browsers keep connections in reserve that never asked anything; Node doesn't count those as idle.
  const endIdle = () => {
    for (const [socket, answers] of sockets) if (answers === 0) socket.destroy();
  };
  const idle = setInterval(endIdle, 20);
  const late = setTimeout(() => server.closeAllConnections(), patience);
  endIdle();
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function whyNot(code: string | undefined): string {
  if (code === 'EADDRINUSE') return 'another program has that port. Set PORT to another one.';
  if (code === 'EACCES') return 'this user may not. Ports below 1024 belong to the system; set PORT to another one.';
  return code ?? 'unknown reason';
}

/** What isn't HTTP gets the same problem documents and headers as everything else. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket, headers: Headers): void {
  // Browsers keep connections in reserve. An answer to nothing would be taken for the answer to the next question.
  const neverAsked = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0;
  if (error.code === 'ECONNRESET' || neverAsked || !socket.writable) {
    socket.destroy();
    return;
  }
  const code =
    error.code === 'HPE_INVALID_METHOD'
      ? 'method_not_allowed'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 'too_large'
        : 'malformed';
  const { status, headers: own, body } = problemAnswer(problemOf(code));
  const text = typeof body === 'string' ? body : '';
  const lines = Object.entries({
    ...headers,
    ...own,
    connection: 'close',
    'content-length': String(Buffer.byteLength(text)),
  });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`,
  );
}
