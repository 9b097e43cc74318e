// Plants one violation per forbidden edge into a copy of the rooms' projects and sees the compiler refuse each.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../tools/project-folder.ts';
import { allowed, type Room, rooms } from './rooms.ts';

interface Plant {
  file: string;
  code: string;
  /** What the compiler's sentence about it must contain. */
  refusal: RegExp;
}

const forms = {
  static: (path: string) => `import { target } from '${path}';\nexport const seen = target;\n`,
  type: (path: string) => `import type { Target } from '${path}';\nexport type Seen = Target;\n`,
  dynamic: (path: string) => `export const seen = async () => (await import('${path}')).target;\n`,
  'inline-type': (path: string) => `export type Seen = import('${path}').Target;\n`,
  're-export': (path: string) => `export { target } from '${path}';\n`,
};
const targetCode = `export const target: string = 'target';\nexport type Target = { reached: true };\n`;

type Destination = Room | 'tests';
const destinations: Destination[] = [...rooms, 'tests'];
const folderOf = (room: Destination) => (room === 'tests' ? 'tests' : `src/${room}`);
const edges = rooms.flatMap((from) =>
  destinations
    .filter((to) => to !== from)
    .map((to) => ({ from, to, open: allowed[from].rooms.some((room) => room === to) })),
);

/** One target per edge and form: the compiler complains about a stranger once, however often it is imported. */
const targetOf = (from: Room, to: Destination, form: string) => `${folderOf(to)}/target-for-${from}-${form}.ts`;
const plantOf = (from: Room, to: Destination, form: string) => `src/${from}/planted-${to}-${form}.ts`;
const pathBetween = (target: string) => (target.startsWith('src/') ? target.replace('src/', '../') : `../../${target}`);

const environments: Plant[] = [
  { file: 'src/protocol/planted-dom.ts', code: 'export const seen = document.title;\n', refusal: /'document'/ },
  { file: 'src/protocol/planted-node.ts', code: 'export const seen = process.pid;\n', refusal: /'process'/ },
  { file: 'src/protocol/planted-fetch.ts', code: `export const seen = fetch('/');\n`, refusal: /'fetch'/ },
  { file: 'src/protocol/planted-new.ts', code: 'export const seen = [2, 1].toSorted();\n', refusal: /'toSorted'/ },
  { file: 'src/guest/planted-new.ts', code: 'export const seen = [2, 1].toSorted();\n', refusal: /'toSorted'/ },
  { file: 'src/pii/planted-dom.ts', code: 'export const seen = localStorage.length;\n', refusal: /'localStorage'/ },
  { file: 'src/pii/planted-node.ts', code: `import 'node:fs';\n`, refusal: /'node:fs'/ },
  { file: 'src/crypto/planted-dom.ts', code: 'export const seen = document.title;\n', refusal: /'document'/ },
  { file: 'src/crypto/planted-node.ts', code: `import 'node:crypto';\n`, refusal: /'node:crypto'/ },
  { file: 'src/ui/planted-node.ts', code: 'export const seen = process.pid;\n', refusal: /'process'/ },
  { file: 'src/guest/planted-node.ts', code: 'export const seen = Buffer.alloc(1);\n', refusal: /'Buffer'/ },
  { file: 'src/staff/planted-node.ts', code: `import 'node:fs';\n`, refusal: /'node:fs'/ },
  { file: 'src/server/planted-dom.ts', code: 'export const seen = document.title;\n', refusal: /'document'/ },
  { file: 'src/server/planted-window.ts', code: 'export const seen = window.name;\n', refusal: /'window'/ },
];

/** The one that matters most, by the file's real name. */
const openingHalf: Plant = {
  file: 'src/server/planted-opening.ts',
  code: `import { target } from '../crypto/open-envelope.ts';\nexport const seen = target;\n`,
  refusal: /crypto\/open-envelope\.ts' is not listed within the file list of project/,
};

let copy = '';
let lines: string[] = [];

function write(file: string, code: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), code);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'foyer-rooms-'));
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(projectFolder, 'node_modules')).filter((entry) => !entry.startsWith('.'))) {
    symlinkSync(join(projectFolder, 'node_modules', name), join(copy, 'node_modules', name), 'junction');
  }
  for (const file of [
    'tsconfig.json',
    'package.json',
    'src/plain-es.d.ts',
    ...destinations.map((room) => `${folderOf(room)}/tsconfig.json`),
  ]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(projectFolder, file), join(copy, file));
  }
  write('vite.config.ts', 'export {};\n');
  for (const { from, to } of edges) {
    for (const [form, code] of Object.entries(forms)) {
      write(targetOf(from, to, form), targetCode);
      write(plantOf(from, to, form), code(pathBetween(targetOf(from, to, form))));
    }
  }
  write('src/crypto/open-envelope.ts', targetCode);
  for (const { file, code } of [...environments, openingHalf]) write(file, code);
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'node_modules/typescript/bin/tsc'), '-b', '--pretty', 'false'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  lines = run.stdout.split('\n').map((line) => line.trimEnd());
  expect(run.status, 'the compiler refuses').not.toBe(0);
}, 120_000);

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** The compiler's words about one planted file: its own line and the indented lines below it. */
function complaintsAbout(file: string): string {
  return lines
    .flatMap((line, at) => {
      if (!line.startsWith(`${file}(`)) return [];
      const below = lines.slice(at + 1);
      const end = below.findIndex((next) => !next.startsWith(' '));
      return [line, ...(end < 0 ? below : below.slice(0, end))];
    })
    .join('\n');
}

const wrong = edges.filter(({ open }) => !open);
const right = edges.filter(({ open }) => open);

test.each(wrong)('$from must not import $to', ({ from, to }) => {
  for (const form of Object.keys(forms)) {
    expect(complaintsAbout(plantOf(from, to, form)), form).toContain(
      `${targetOf(from, to, form)}' is not listed within the file list of project`,
    );
  }
});

test.each(right)('$from may import $to', ({ from, to }) => {
  for (const form of Object.keys(forms)) expect(complaintsAbout(plantOf(from, to, form))).toBe('');
});

test.each(environments)('$file is refused', ({ file, refusal }) => {
  expect(complaintsAbout(file)).toMatch(refusal);
});

test('the server does not reach the opening half of crypto', () => {
  expect(existsSync(join(projectFolder, 'src/crypto/open-envelope.ts')), 'the file has kept its name').toBe(true);
  expect(complaintsAbout(openingHalf.file)).toMatch(openingHalf.refusal);
});
