// Builds the three outputs into dist/. With --if-needed it does nothing when dist/ already matches its inputs.
// The new build replaces dist/ in one rename, so a server that is running never sees half of one.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { type BuildTarget, foyerBuild } from '../../vite.config.ts';
import { type Bundles, modulesIn } from './bundle-report.ts';
import { keepEarlier, readBuild } from './earlier-releases.ts';
import { projectFolder } from './project-folder.ts';

const inputs = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'tests/tools/{build,bundle-report,earlier-releases}.ts',
  'public/**/*',
  'src/{protocol,pii,crypto,ui,guest,staff}/**/*',
];
const dist = join(projectFolder, 'dist');
const targets: BuildTarget[] = ['guest', 'staff', 'welcome'];

function hashOfInputs(): string {
  const hash = createHash('sha256');
  for (const file of globSync(inputs, { cwd: projectFolder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash
      .update(`${file.slice(projectFolder.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function buildAll(hash: string): Promise<void> {
  const started = performance.now();
  const cache = join(projectFolder, 'node_modules/.cache/foyer-build');
  const fresh = join(cache, `new-${process.pid}`);
  const old = join(cache, `old-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    const bundles: Bundles = { guest: [], staff: [], welcome: [] };
    for (const target of targets) {
      const output = await build(foyerBuild(target, fresh));
      if (!('output' in output)) throw new Error(`The build of ${target} gave no output.`);
      bundles[target] = modulesIn(output);
    }
    writeFileSync(join(fresh, 'bundles.json'), `${JSON.stringify(bundles)}\n`);
    writeFileSync(join(fresh, 'build.json'), `${JSON.stringify(keepEarlier(dist, fresh, hash))}\n`);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

process.env['NODE_ENV'] = 'production';
const hash = hashOfInputs();
if (process.argv.includes('--if-needed') && readBuild(dist)?.inputs === hash) {
  // Nothing changed since the last build.
} else {
  await buildAll(hash);
}
