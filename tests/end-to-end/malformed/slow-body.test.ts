// A request that is refused before its body has come still gets its answer on a connection that goes on: a phone on a slow line that is
// told to keep the connection isn't cut off in its next request.

import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { routes } from '../../../src/protocol/routes.ts';
import { startTestServer } from '../../support/test-server.ts';

test('a body that comes slowly after its request was refused doesn’t cost the connection', async () => {
  const server = await startTestServer();
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  try {
    await once(socket, 'connect');
    const head = (path: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`;
    socket.write(`${head(routes.seen.path)}content-length: 1000\r\n\r\n${'x'.repeat(500)}`);
    // Longer than the adapter waits for the rest.
    await wait(800);
    socket.write('x'.repeat(500));
    await expect.poll(() => heard).toContain('session_ended');
    socket.write(`${head(routes.seen.path)}content-length: 2\r\n\r\n{}`);
    await expect.poll(() => heard.split('HTTP/1.1 401').length).toBe(3);
  } finally {
    socket.destroy();
    await server.end();
  }
});
