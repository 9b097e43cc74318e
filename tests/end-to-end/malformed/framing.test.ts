// HTTP itself, spoken wrongly: lengths that contradict each other, half requests, bytes that are no request at all.

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { routePath } from '../../../src/protocol/routes.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { startServer } from '../../tools/start-server.ts';
import { inspectDatabase } from '../crash/inspect-database.ts';
import { headerFaults, judgeAnswer } from './answer-faults.ts';
import { rawRequest } from './raw-request.ts';

interface Case {
  readonly pieces: readonly (string | Buffer)[];
  readonly half?: boolean;
  /** Status of each answer; none where the connection is closed without one. */
  readonly statuses: readonly number[];
  /** The address is no route of the API: people get a page to read. */
  readonly page?: boolean;
}

function casesFor(path: string, bodies: readonly string[]): Record<string, Case> {
  const [body = '', chunkedBody = '', splitBody = '', first = '', second = ''] = bodies;
  const length = Buffer.byteLength(body);
  const post = (headers: string, rest: string | Buffer = body) => [
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}\r\n`,
    rest,
  ];
  const get = (target: string, headers = '') => [
    `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`,
  ];
  const close = 'Connection: close\r\n';
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
  return {
    'two lengths': { pieces: post(`Content-Length: ${length}\r\nContent-Length: 5\r\n`), statuses: [400] },
    'the same length twice': {
      pieces: post(`Content-Length: ${length}\r\nContent-Length: ${length}\r\n`),
      statuses: [400],
    },
    'a length and chunks': {
      pieces: post(`Content-Length: ${length}\r\nTransfer-Encoding: chunked\r\n`, `0\r\n\r\n${body}`),
      statuses: [400],
    },
    'chunks, hidden': { pieces: post(`Content-Length: ${length}\r\nTransfer-Encoding: xchunked\r\n`), statuses: [400] },
    'a length that is no number': { pieces: post('Content-Length: many\r\n'), statuses: [400] },
    'a negative length': { pieces: post('Content-Length: -1\r\n'), statuses: [400] },
    'an endless length': { pieces: post(`Content-Length: 99999999999999999999999\r\n`), statuses: [400] },
    'a huge length': { pieces: post(`Content-Length: 9999999999\r\n${close}`), statuses: [413] },
    'no length': { pieces: post(close, ''), statuses: [400] },
    'a length longer than the body': {
      pieces: post(`Content-Length: ${length + 50}\r\n`),
      half: true,
      statuses: [400],
    },
    'a length shorter than the body': { pieces: post(`Content-Length: ${length - 10}\r\n`), statuses: [405] },
    'cut in the headers': { pieces: [`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Le`], half: true, statuses: [400] },
    chunks: {
      pieces: post(
        `Transfer-Encoding: chunked\r\n${close}`,
        `${chunk(chunkedBody.slice(0, 900))}${chunk(chunkedBody.slice(900))}0\r\n\r\n`,
      ),
      statuses: [201],
    },
    'too much in chunks': {
      pieces: post(`Transfer-Encoding: chunked\r\n${close}`, `${chunk('x'.repeat(20_000)).repeat(2)}0\r\n\r\n`),
      statuses: [413],
    },
    'a chunk that lies': {
      pieces: post('Transfer-Encoding: chunked\r\n', `zz\r\n${body}\r\n0\r\n\r\n`),
      statuses: [400],
    },
    'chunks without an end': {
      pieces: post('Transfer-Encoding: chunked\r\n', chunk(body)),
      half: true,
      statuses: [400],
    },
    'byte by byte': {
      pieces: [
        ...post(`Content-Length: ${Buffer.byteLength(splitBody)}\r\n${close}`, '').slice(0, 1),
        ...[...splitBody].slice(0, 40),
        splitBody.slice(40),
      ],
      statuses: [201],
    },
    'two at once': {
      pieces: [
        ...post(`Content-Length: ${Buffer.byteLength(first)}\r\n`, first),
        ...post(`Content-Length: ${Buffer.byteLength(second)}\r\n${close}`, second),
      ],
      statuses: [201, 201],
    },
    'no such method': { pieces: [`BREW ${path} HTTP/1.1\r\nHost: x\r\n\r\n`], statuses: [405] },
    'another method': { pieces: [`DELETE ${path} HTTP/1.1\r\nHost: x\r\n${close}\r\n`], statuses: [405] },
    'a method of WebDAV': { pieces: [`PROPFIND ${path} HTTP/1.1\r\nHost: x\r\n${close}\r\n`], statuses: [405] },
    TRACE: { pieces: [`TRACE ${path} HTTP/1.1\r\nHost: x\r\n${close}\r\n`], statuses: [405] },
    'no such version': { pieces: [`POST ${path} HTTP/9.9\r\nHost: x\r\n\r\n`], statuses: [400] },
    'not HTTP': { pieces: ['\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'], statuses: [405] },
    'only noise': { pieces: [Buffer.from(Array.from({ length: 400 }, (_, n) => (n * 73) % 256))], statuses: [405] },
    'no host': { pieces: [`GET /healthz HTTP/1.1\r\n${close}\r\n`], statuses: [200] },
    'two hosts': { pieces: [`GET /api/v1/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n${close}\r\n`], statuses: [404] },
    'a strange host': { pieces: [`GET /api/v1/x HTTP/1.1\r\nHost: <>"\r\n${close}\r\n`], statuses: [400] },
    'something expected': {
      pieces: post(`Content-Length: 2\r\nExpect: everything\r\n${close}`, '{}'),
      statuses: [400],
    },
    'a header without a name': { pieces: get('/api/v1/x', ': y\r\n'), statuses: [400] },
    'a header with NUL': { pieces: get('/api/v1/x', 'X: a\u0000b\r\n'), statuses: [400] },
    'headers without end': { pieces: get('/api/v1/x', `X: ${'y'.repeat(40_000)}\r\n`), statuses: [413] },
    'thousands of headers': { pieces: get('/api/v1/x', 'X: y\r\n'.repeat(1900)), statuses: [413] },
    'a NUL in the address': { pieces: get('/api/v1/properties/%00'), statuses: [404] },
    'a broken escape in the address': { pieces: get('/api/v1/properties/%zz'), statuses: [404] },
    'bad UTF-8 in the address': { pieces: get('/api/v1/properties/%ff%fe'), statuses: [404] },
    'steps up in the address': { pieces: get('/assets/../../../etc/passwd'), statuses: [404], page: true },
    'hidden steps up': { pieces: get('/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd'), statuses: [404], page: true },
    'a whole address': { pieces: get('http://elsewhere.example/api/v1/x'), statuses: [404] },
    'a blank in the address': { pieces: get('/api/v1/x y'), statuses: [400] },
    'no slash': { pieces: get('api/v1/x'), statuses: [400] },
    'a star': { pieces: [`OPTIONS * HTTP/1.1\r\nHost: x\r\n${close}\r\n`], statuses: [400] },
    'double slashes': { pieces: get('//api//v1/x'), statuses: [404], page: true },
    'a very long address': { pieces: get(`/api/v1/${'x'.repeat(9000)}`), statuses: [404] },
    'the first page of another protocol': { pieces: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], statuses: [400] },
    'an upgrade': {
      pieces: get('/api/v1/x', 'Upgrade: websocket\r\nSec-WebSocket-Key: x\r\nConnection: Upgrade\r\n'),
      statuses: [404],
    },
    'a tunnel': { pieces: ['CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'], statuses: [] },
  };
}

test('HTTP spoken wrongly is refused with a problem document or a closed connection, and nothing is stored by it', async () => {
  const server = await startServer();
  const hotel = await makeHotel(server);
  const path = routePath('register', { property: hotel.property });
  const made = await makeSubmissions({ manifest: hotel.manifest, count: 5 });
  const cases = casesFor(
    path,
    made.map(({ body }) => body),
  );
  const wrong: string[] = [];
  for (const [name, { pieces, half, statuses, page }] of Object.entries(cases)) {
    const answers = await rawRequest(server.url, pieces, { half: half === true });
    const given = answers.map(({ status }) => status);
    if (given.join() !== statuses.join()) wrong.push(`${name}: ${given.join()} instead of ${statuses.join()}`);
    for (const answer of answers) {
      const faults = page === true ? headerFaults(answer.headers) : judgeAnswer(answer).faults;
      wrong.push(...faults.map((fault) => `${name}: ${fault}`));
    }
  }
  expect(wrong).toEqual([]);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop({ keepData: true });
  const { faults, registrations } = await inspectDatabase(server.dataDir, hotel.manifest.manifest);
  await rm(server.dataDir, { recursive: true });
  expect(faults).toEqual([]);
  const whole = made
    .slice(1)
    .map(({ registration, body }) => [registration, createHash('sha256').update(body).digest('base64url')] as const);
  expect(registrations).toEqual(new Map(whole));
});
