import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allowed, type Room, rooms } from './rooms.ts';
import { type Import, importsOf, packageOf, readImports } from './read-imports.ts';

/** Everything in `imports` that the room may not have, one sentence each. */
function violations(room: Room, imports: Import[]): string[] {
  const rule = allowed[room];
  const open = [room, ...rule.rooms].map((name) => `src/${name}/`);
  return imports.flatMap(({ file, specifier, target, kind }) => {
    if (specifier === undefined) {
      // The server loads the built welcome page, whose place is known only at run time.
      return file === 'src/server/site/load-site.ts' ? [] : [`${file} imports a computed path`];
    }
    if (kind === 'barrel') return [`${file} re-exports ${specifier}; import it where it is used`];
    if (target !== undefined) {
      return open.some((start) => target.startsWith(start)) ? [] : [`${file} imports ${target}`];
    }
    return rule.packages.includes(packageOf(specifier)) ? [] : [`${file} imports the package ${specifier}`];
  });
}

describe.each(rooms)('src/%s', (room) => {
  test('imports only the rooms and packages it is allowed', () => {
    expect(violations(room, readImports(`src/${room}`))).toEqual([]);
  });
});

test.each([
  ['a forbidden room, dynamically', 'server', `await import('../pii/details.ts');`],
  ['a forbidden room, as a template', 'server', 'await import(`../crypto/open-envelope.ts`);'],
  ['a computed path', 'guest', 'await import(place);'],
  ['a package of another room', 'guest', `import { Hono } from 'hono';`],
  ['a package by a path inside it', 'protocol', `import { x } from '@hpke/core/inner';`],
  ['Node on the phone', 'crypto', `import { createHash } from 'node:crypto';`],
  ['the build', 'server', `import { renderWelcome } from '../../dist/welcome/welcome-server.js';`],
  ['the tests', 'staff', `import { startServer } from '../../tests/tools/start-server.ts';`],
  ['a re-export', 'ui', `export { Button } from './components/button.tsx';`],
  ['a whole re-export', 'ui', `export * from './components/button.tsx';`],
] as const)('this test would see %s', (_what, room, code) => {
  expect(violations(room, importsOf(`src/${room}/planted.ts`, code))).toHaveLength(1);
});

test('nothing but the rooms lives in src', () => {
  const places = readImports('src').map(({ file }) => dirname(file).split('/')[1]);
  expect([...new Set(places)].filter((place) => !rooms.some((room) => room === place))).toEqual([]);
});
