import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readEmbedded } from '../../../src/protocol/embedded.ts';
import { routes } from '../../../src/protocol/routes.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { setUp, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;

beforeAll(async () => {
  server = await startTestServer({ publicUrl: 'https://inn.example' });
});
afterAll(() => server.end());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}${path}`, { method, headers });

const required = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

describe('before there is a hotel', () => {
  test.each(['/', '/p/0123456789'])('%s says so in both languages', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(503);
    const html = await response.text();
    expect(html).toContain('lang="zh-Hans"');
    expect(html).toContain('Not set up yet');
  });

  test('the set-up page is the desk’s app', async () => {
    expect(await (await get('/staff/setup')).text()).toContain('<title>desk</title>');
  });
});

describe('with a hotel', () => {
  beforeAll(async () => {
    ({ hotel } = await setUp(server));
  });

  test('the welcome page carries the rendered notice and the data its script starts from', async () => {
    const response = await get(`/p/${hotel.property}?lang=en`, { 'accept-encoding': 'gzip, br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-encoding')).toBe('br');
    const html = await response.text();
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<title>Welcome &amp; en</title>');
    expect(html).toContain(`<div id="app"><h1>${hotel.notices.en?.length}</h1></div>`);
    const data = /<script type="application\/json" id="foyer-data">([^<]*)<\/script><\/body>/.exec(html)?.[1];
    expect(readEmbedded(data ?? '')).toEqual({
      manifest: hotel.jws,
      language: 'en',
      notice: hotel.notices.en,
    });
  });

  test.each([
    ['', 'zh-Hans'],
    ['fr', 'zh-Hans'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr;q=1, zh-CN;q=0.8, en;q=0.2', 'zh-Hans'],
    ['en;q=0', 'zh-Hans'],
  ])('Accept-Language "%s" is answered in %s', async (accepted, language) => {
    const html = await (await get(`/p/${hotel.property}`, { 'accept-language': accepted })).text();
    expect(html).toContain(`<html lang="${language}"`);
  });

  test('the styles a page carries are in its policy by hash, and nothing else is', async () => {
    const response = await get(`/p/${hotel.property}`);
    const hashes = [...(await response.text()).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
      ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(2);
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' ${hashes.join(' ')};`);
  });

  test.each([
    '/healthz',
    '/readyz',
    '/metrics',
    '/r',
    '/verify',
    '/staff',
    '/staff/setup',
    '/sw.js',
    '/staff/sw.js',
    '/assets/guest/index-1.js',
    '/assets/guest/index-2.js',
    '/assets/staff/stretch-1.js',
    '/nothing',
    '/p/x',
    '/p/0123456789',
    '/api/v1/nothing',
    '/api/v1/openapi.json',
    '/api/v1/properties/0123456789',
    '/%E0%A4%A',
    '/p/%00',
  ])('%s carries every security header', async (path) => {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types foyer");
    expect(policy).not.toContain('unsafe-inline');
    // A guest's page can't even ask for the camera; the desk's looks at posters with it.
    const isDesk = /^\/(?:assets\/)?staff/.test(path);
    expect(policy.includes('wasm-unsafe-eval')).toBe(isDesk);
    expect(headers.get('permissions-policy')).toContain(isDesk ? 'camera=(self)' : 'camera=()');
    expect(Object.fromEntries(Object.keys(required).map((name) => [name, headers.get(name)]))).toEqual(required);
  });

  test.each([
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', null],
  ])('a page is sent as "%s" can take it', async (accepted, encoding) => {
    const response = await get('/nothing', { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toContain('lang="en"');
  });

  test('what isn’t there is a page for people and a problem for programs', async () => {
    for (const path of [
      '/nothing',
      '/p/0123456789',
      '/p/x',
      '/assets/guest/index-2.js',
      '/staff/a/b',
      '/welcome/welcome-server.js',
    ]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain('lang="en"');
    }
    // Whoever works here is told how to go on, not to scan the code again.
    for (const path of ['/staff/a/b', '/staff/assets/team'])
      expect(await (await get(path)).text()).toContain('<a href="/staff">/staff</a>，登录后');
    expect(await (await get('/nothing')).text()).not.toContain('/staff');
    // Each reads their own language first.
    for (const [accepted, lang] of [
      ['en-GB,zh;q=0.5', 'en'],
      ['fr,en;q=0.3,zh-CN;q=0.8', 'zh-Hans'],
      ['fr', 'zh-Hans'],
    ] as const)
      expect(await (await get('/nothing', { 'accept-language': accepted })).text()).toMatch(
        new RegExp(`<html lang="${lang}">.*?<section lang="${lang}">`, 's'),
      );
    const api = await get('/api/v1/nothing');
    expect([api.status, await api.json()]).toMatchObject([404, { code: 'not_found' }]);
  });

  test('files are cached by what they are', async () => {
    const asset = await get('/assets/guest/index-1.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const worker = await get('/sw.js');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/sw.js', { 'if-none-match': worker.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await get('/sw.js', {}, 'HEAD')).status).toBe(200);
    expect((await get('/sw.js', {}, 'POST')).status).toBe(405);
    expect((await get('/r', {}, 'DELETE')).status).toBe(405);
  });

  test('the description names every route', async () => {
    const described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
    const { paths } = described.parse(await (await get('/api/v1/openapi.json')).json());
    expect(Object.keys(paths)).toContain('/api/v1/staff/registrations/{registration}/arrival');
    expect(Object.values(paths).flatMap((methods) => Object.keys(methods))).toHaveLength(Object.keys(routes).length);
  });

  test('metrics are counts by pattern and name nobody', async () => {
    await get(`/p/${hotel.property}`);
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/foyer_requests_total\{method="GET",route="\/p\/:property",status="200"\} \d+/);
    expect(text).toContain('foyer_rows{table="registrations"} 0');
    expect(text).not.toContain(hotel.property);
    expect(server.logged.join('')).not.toContain(hotel.property);
  });

  test('what isn’t HTTP is answered with a problem and the headers', async () => {
    const raw = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
        let answer = '';
        socket.on('data', (chunk) => {
          answer += chunk.toString();
        });
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
      });
    const nonsense = await raw('nonsense\r\n\r\n');
    expect(nonsense).toContain('HTTP/1.1 4');
    expect(nonsense).toContain('application/problem+json');
    expect(nonsense).toContain("default-src 'none'");
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toContain('too_large');
    const strange = await raw('GET /\\..\\ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(strange).toContain("default-src 'none'");
    expect(strange).toContain('HTTP/1.1 400');
    const hostless = await raw('GET /healthz HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n');
    expect(hostless).toContain("default-src 'none'");
  });
});
