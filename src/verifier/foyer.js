#!/usr/bin/env node
// The command `foyer`. Any Node may start it; the project's own runs it, because the sources are TypeScript as it stands.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = dirname(createRequire(import.meta.url).resolve('node/package.json'));
const own = ['bin/node', 'bin/node.exe'].map((path) => join(installed, path)).find((path) => existsSync(path));
const main = fileURLToPath(new URL('main.ts', import.meta.url));
const child = spawn(own ?? process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 2;
});
child.on('close', (code) => {
  process.exitCode = code ?? 2;
});
