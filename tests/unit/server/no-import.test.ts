// No record without the guest's own act: whoever tries to bring in a list is told so, whichever way they try.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { importPaths } from '../../../src/server/http/refuse-imports.ts';
import { problems as en } from '../../../src/ui/messages/en/problems.ts';
import { problems as zh } from '../../../src/ui/messages/zh-hans/problems.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { testGuest } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let authorization: string;

beforeAll(async () => {
  server = await startTestServer();
  const made = await setUp(server);
  ({ hotel } = made);
  ({ authorization } = await signIn(server, hotel, made.owner));
});

afterAll(() => server.end());

const list = JSON.stringify([{ name: '张三', phone: '13800138000' }]);

async function send(method: string, path: string, type: string, body: string): Promise<string | number> {
  const response = await fetch(server.url + path.replace(':property', hotel.property), {
    method,
    headers: { authorization, 'content-type': type },
    body,
  });
  const problem = problemSchema.safeParse(await response.json());
  expect(response.status).toBe(problem.data?.status);
  return problem.data?.code ?? response.status;
}

const registrations = '/api/v1/properties/:property/registrations';

const paths = importPaths.flatMap((path) => ['POST', 'PUT', 'PATCH'].map((method) => ({ method, path })));

test.each(paths)('$method $path', async ({ method, path }) => {
  for (const [type, body] of [
    ['application/json', list],
    ['text/csv', 'name,phone\n张三,13800138000'],
  ] as const)
    expect(await send(method, path, type, body)).toBe('import_refused');
});

test.each([
  'text/csv',
  'text/csv; charset=utf-8',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/x-ndjson',
  'multipart/form-data; boundary=x',
])('%s where guests register', async (type) => {
  expect(await send('POST', registrations, type, 'name,phone')).toBe('import_refused');
});

test('many registrations in one body, bare or wrapped, even where each is whole and right', async () => {
  const guests = await Promise.all([testGuest(hotel), testGuest(hotel)]);
  const bodies = guests.map(({ submission }) => submission);
  for (const body of [bodies, [bodies[0]], [], { registrations: bodies }, { format: 'list', guests: bodies }]) {
    const code = await send('POST', registrations, 'application/json', JSON.stringify(body));
    expect([body, code]).toEqual([body, Array.isArray(body) || !('format' in body) ? 'import_refused' : 'malformed']);
  }
  expect(await server.store.rows(hotel.property, 0, 10)).toEqual([]);
});

test('one guest’s own act is taken, and what is merely damaged is called so', async () => {
  const { body } = await testGuest(hotel, { now: server.clock.now });
  expect(await send('POST', registrations, 'application/json', body.slice(0, -1))).toBe('malformed');
  expect(await send('POST', registrations, 'text/plain', body)).toBe('unsupported_media_type');
  const { status } = await server.send('register', { parameters: { property: hotel.property }, body });
  expect(status).toBe(201);
});

test('says in both languages that every record needs the guest’s own act', () => {
  expect(en.import_refused.text).toContain('the guest’s own act');
  expect(zh.import_refused.text).toContain('客人本人');
});
