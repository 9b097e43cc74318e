import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { projectFolder } from '../tools/project-folder.ts';

const versions = z.record(z.string(), z.string());
const packageSchema = z.object({ dependencies: versions, devDependencies: versions });
const { dependencies, devDependencies } = packageSchema.parse(
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')),
);

test('docs/dependencies.md explains each runtime dependency, and no other', () => {
  const rows = readFileSync(join(projectFolder, 'docs/dependencies.md'), 'utf8')
    .split('\n')
    .flatMap((line) => /^\| (`[^|]+) \|/.exec(line)?.[1] ?? []);
  const explained = rows.flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(explained.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('every version is exact', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
