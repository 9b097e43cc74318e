// What ended up in which bundle. The build writes one line per module into dist/bundles.json.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Bundles, bundlesSchema } from '../tools/bundle-report.ts';
import { projectFolder } from '../tools/project-folder.ts';
import { readImports } from './read-imports.ts';

let bundles: Bundles;

beforeAll(() => {
  execFileSync(process.execPath, [join(projectFolder, 'tests/tools/build.ts'), '--if-needed'], { stdio: 'pipe' });
  bundles = bundlesSchema.parse(JSON.parse(readFileSync(join(projectFolder, 'dist/bundles.json'), 'utf8')));
});

const modulesOf = (bundle: keyof Bundles, start: string) =>
  bundles[bundle].map(({ module }) => module).filter((module) => module.startsWith(start));
const roomsOf = (bundle: keyof Bundles) =>
  [...new Set(modulesOf(bundle, 'src/').map((module) => module.split('/')[1] ?? ''))].toSorted();

test.each(['guest', 'staff', 'welcome'] as const)('the %s bundle has its own code in it', (bundle) => {
  expect(modulesOf(bundle, bundle === 'staff' ? 'src/staff/' : 'src/guest/')).not.toEqual([]);
});

test('React runs the desk; Preact runs the phone and renders its first screen', () => {
  expect(modulesOf('staff', 'node_modules/react-dom/')).not.toEqual([]);
  expect(modulesOf('staff', 'node_modules/preact')).toEqual([]);
  for (const bundle of ['guest', 'welcome'] as const) {
    expect(modulesOf(bundle, 'node_modules/preact/')).not.toEqual([]);
    expect(modulesOf(bundle, 'node_modules/react/')).toEqual([]);
    expect(modulesOf(bundle, 'node_modules/react-dom/')).toEqual([]);
  }
});

test('the guest bundle has no code of the desk or the server', () => {
  expect(roomsOf('guest').filter((room) => !['guest', 'ui', 'crypto', 'pii', 'protocol'].includes(room))).toEqual([]);
});

test('the desk bundle has no code of the phone or the server', () => {
  expect(roomsOf('staff').filter((room) => !['staff', 'ui', 'crypto', 'pii', 'protocol'].includes(room))).toEqual([]);
});

test('the welcome page, which the server runs, knows no details and opens nothing', () => {
  expect(roomsOf('welcome').filter((room) => !['guest', 'ui', 'protocol'].includes(room))).toEqual([]);
});

test('what the server starts from reaches only its own room and protocol', () => {
  const imports = readImports('src');
  const reached = new Set<string>();
  const waiting = imports.flatMap(({ file }) => (file.startsWith('src/server/') ? [file] : []));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const one of imports) if (one.file === file && one.target !== undefined) waiting.push(one.target);
  }
  expect([...reached].filter((file) => !/^src\/(server|protocol)\//.test(file))).toEqual([]);
});

test('Argon2id is in no bundle but the desk', () => {
  expect(modulesOf('guest', 'node_modules/hash-wasm/')).toEqual([]);
  expect(modulesOf('welcome', 'node_modules/hash-wasm/')).toEqual([]);
});

test.each(['guest', 'staff', 'welcome'] as const)('full zod, which probes eval, is not in the %s bundle', (bundle) => {
  expect(modulesOf(bundle, 'node_modules/zod/v4/classic/')).toEqual([]);
  expect(modulesOf(bundle, 'node_modules/zod/v3/')).toEqual([]);
});

test.each(['guest', 'staff'] as const)('the %s bundle asks for none of Node', (bundle) => {
  expect(bundles[bundle].filter(({ module }) => /^node:|browser-external/.test(module))).toEqual([]);
});

test.each(['app', 'schemas', 'start', 'screens', 'trust', 'words-en', 'words-zh-hans'])(
  'the %s part, fetched before a guest has chosen anything, holds nothing of what comes later',
  (part) => {
    const held = bundles.guest.filter(({ chunk }) => chunk.startsWith(`assets/guest/${part}-`));
    expect(held).not.toEqual([]);
    const later =
      /^src\/(?:pii|guest\/(?:form|receipt|my-registration))\/|\/(?:dexie|@hpke|react-hook-form|libphonenumber-js)\//;
    expect(held.filter(({ module }) => later.test(module)).map(({ module }) => module)).toEqual([]);
  },
);
