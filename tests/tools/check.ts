// Types, lint, format and unused code, side by side. Prints only what is wrong, and how long each took.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

const programs: Record<string, string[]> = {
  types: ['typescript/bin/tsc', '-b', '--pretty'],
  lint: ['oxlint/bin/oxlint', '--quiet'],
  format: ['@biomejs/biome/bin/biome', 'format', '--colors=off'],
  unused: ['knip/bin/knip.js', '--no-config-hints'],
};

interface Outcome {
  name: string;
  passed: boolean;
  output: string;
  seconds: number;
}

function run(name: string, [script = '', ...parameters]: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [join(projectFolder, 'node_modules', script), ...parameters], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ name, passed: code === 0, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

const outcomes = await Promise.all(Object.entries(programs).map(([name, program]) => run(name, program)));
for (const { name, passed, output, seconds } of outcomes) {
  if (!passed) console.log(`\n${output.trim()}`);
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
}
if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1;
