import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { loadSite } from '../../../src/server/site/load-site.ts';

const words = '// some words to compress\n'.repeat(40);

async function build(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-site-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const whole = {
  'index.html': '<p>guest</p>',
  'staff/index.html': '<p>desk</p>',
  'build.json': '{}',
  'bundles.json': '[]',
  'sw.js': words,
  'assets/guest/a-1.js': words,
  'assets/guest/a-1.js.br': 'made by the build',
  'assets/guest/a-1.js.map': '{}',
  'icons/a.png': words,
  'welcome/welcome-server.mjs': '',
};
const artefact = (body: string) => ({ 'welcome/welcome-server.js': `export const renderWelcome = ${body};` });
const input = { publicUrl: '', manifest: '', notice: '', language: 'en', languages: ['en'], now: 0 } as const;

test('serves what is for people, with the forms the build made or its own', async () => {
  const page = `() => ({ lang: 'en', dir: 'ltr', title: 't', headHtml: '', bodyHtml: 'b' })`;
  const site = await loadSite(await build({ ...whole, ...artefact(page) }));
  expect([...site.files.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual([
    '/assets/guest/a-1.js',
    '/icons/a.png',
    '/sw.js',
  ]);
  const asset = site.files.get('/assets/guest/a-1.js');
  expect(asset?.immutable).toBe(true);
  expect(Buffer.from((await asset?.encoded('br')) ?? []).toString()).toBe('made by the build');
  const worker = site.files.get('/sw.js');
  expect(worker?.immutable).toBe(false);
  expect(brotliDecompressSync((await worker?.encoded('br')) ?? Buffer.alloc(0)).toString()).toBe(words);
  expect(site.files.get('/icons/a.png')?.encoded('br')).toBeNull();
  expect(site.guestShell).toBe('<p>guest</p>');
  expect(site.renderWelcome(input)).toMatchObject({ title: 't', bodyHtml: 'b' });
});

test('what isn’t a whole build is refused', async () => {
  await expect(loadSite(await build({ 'index.html': '' }))).rejects.toThrow(/staff/);
  await expect(loadSite(await build({ ...whole, ...artefact('1') }))).rejects.toThrow(/renderWelcome/);
});

test('an artefact that gives anything but a page is found out', async () => {
  const site = await loadSite(await build({ ...whole, ...artefact(`() => '<h1>'`) }));
  expect(() => site.renderWelcome(input)).toThrow(/"expected": "object"/);
});
