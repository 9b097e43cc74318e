import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../../src/server/http/listen.ts';

/** What a client reads on a connection whose time is up, having written `asked`. */
async function answerInTime(asked: string): Promise<string> {
  const { port, server, close, serve } = await listen(0, '127.0.0.1');
  serve((_, outgoing) => outgoing.end('an answer'), {});
  const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const client = connect(port, '127.0.0.1');
  const ended = once(client, 'close');
  let heard = '';
  client.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  const socket = await connected;
  if (asked !== '') {
    client.write(asked);
    while (socket.bytesRead === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  // Node looks every half minute and says this; the clock is not waited for.
  server.emit('clientError', Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  await ended;
  await close(1000);
  return heard;
}

test('a connection that never asked anything is closed without an answer: the next question on it would take it for its own', async () => {
  expect(await answerInTime('')).toBe('');
});

test('half a question is answered before the connection closes', async () => {
  expect(await answerInTime('GET / HT')).toMatch(/^HTTP\/1\.1 400 .*malformed/s);
});
