import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepEarlier, readBuild } from '../../tools/earlier-releases.ts';

const root = () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-releases-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** A build of these hashed files into a folder beside the one before, as the build tool does it. */
function release(at: string, before: string, inputs: string, files: readonly string[]): string {
  const fresh = join(at, inputs);
  mkdirSync(join(fresh, 'assets/guest'), { recursive: true });
  for (const file of files) writeFileSync(join(fresh, 'assets/guest', file), file);
  writeFileSync(join(fresh, 'build.json'), JSON.stringify(keepEarlier(before, fresh, inputs)));
  return fresh;
}

const served = (folder: string) => readdirSync(join(folder, 'assets/guest')).sort();

test('the hashed files of the two releases before stay, those of the third go', () => {
  const at = root();
  const first = release(at, join(at, 'none'), 'one', ['app-1.js', 'same.css']);
  expect(served(first)).toEqual(['app-1.js', 'same.css']);
  const second = release(at, first, 'two', ['app-2.js', 'same.css']);
  expect(served(second)).toEqual(['app-1.js', 'app-2.js', 'same.css']);
  const third = release(at, second, 'three', ['app-3.js']);
  expect(served(third)).toEqual(['app-1.js', 'app-2.js', 'app-3.js', 'same.css']);
  const fourth = release(at, third, 'four', ['app-4.js']);
  expect(served(fourth)).toEqual(['app-2.js', 'app-3.js', 'app-4.js', 'same.css']);
});

test('the same release built again pushes none out', () => {
  const at = root();
  const first = release(at, join(at, 'none'), 'one', ['app-1.js']);
  const second = release(at, first, 'two', ['app-2.js']);
  rmSync(join(at, 'again'), { recursive: true, force: true });
  const elsewhere = join(at, 'again');
  mkdirSync(elsewhere);
  const again = release(elsewhere, second, 'two', ['app-2.js']);
  expect(readBuild(again)?.releases).toEqual([['assets/guest/app-2.js'], ['assets/guest/app-1.js']]);
});

test('a build of before there were records counts as none', () => {
  const at = root();
  const old = join(at, 'old');
  mkdirSync(old);
  writeFileSync(join(old, 'build.json'), '{"inputs":"zero"}');
  expect(served(release(at, old, 'one', ['app-1.js']))).toEqual(['app-1.js']);
  writeFileSync(join(old, 'build.json'), '[]');
  expect(readBuild(old)).toBeNull();
  expect(existsSync(join(at, 'none'))).toBe(false);
});
