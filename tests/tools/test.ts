// The whole proof, in one command: a browser, the checks, the build, the tests under Node, the tests in the browser.
// Ends with one plain line, `N passed, N failed`, and fails if anything failed or if no test ran.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureBrowser } from './ensure-browser.ts';
import { projectFolder } from './project-folder.ts';
import { type Tally, playwrightTally, vitestTally } from './tally.ts';

const reports = mkdtempSync(join(tmpdir(), 'foyer-reports-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const total: Tally = { passed: 0, failed: 0 };

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  // What the stages start by name must find this project's own programs and Node first.
  PATH: [join(projectFolder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
  PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
};

/** Runs a stage with its output passed on as it comes; true if it succeeded. */
function stage(title: string, script: string, parameters: string[]): Promise<boolean> {
  console.log(`\n== ${title}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectFolder, script), ...parameters], {
      cwd: projectFolder,
      env: environment,
      stdio: 'inherit',
    });
    child.on('error', (error) => {
      console.log(`${title} could not be started: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}

/** Adds the report's tests to the total; a stage that failed without a failed test counts as one failure. */
function count(name: string, succeeded: boolean, file: string, read: (report: unknown) => Tally): void {
  let tally: Tally = { passed: 0, failed: 0 };
  try {
    tally = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.log(`${name} left no report that can be read: ${String(error)}`);
    tally.failed += 1;
  }
  if (!succeeded && tally.failed === 0) tally.failed += 1;
  if (tally.passed + tally.failed === 0) {
    console.log(`${name} ran no test at all.`);
    tally.failed += 1;
  }
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed`);
  total.passed += tally.passed;
  total.failed += tally.failed;
}

function failed(reason: string): void {
  console.log(reason);
  total.failed += 1;
}

console.log(`Node ${process.version} (${process.execPath})`);
try {
  environment['CHROMIUM_PATH'] = ensureBrowser(console.log);
} catch (error) {
  failed(error instanceof Error ? error.message : String(error));
}

if (!(await stage('Types, lint, format, unused code', 'tests/tools/check.ts', []))) failed('The checks failed.');
const built = await stage('Build', 'tests/tools/build.ts', ['--if-needed']);
if (!built) failed('The build failed.');

const vitest = await stage('Tests under Node', 'node_modules/vitest/vitest.mjs', [
  'run',
  '--config=tests/vitest.config.ts',
  '--project=!slow',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
]);
count('Tests under Node', vitest, vitestReport, vitestTally);

if (built && environment['CHROMIUM_PATH'] !== undefined) {
  const playwright = await stage('Tests in the browser', 'node_modules/@playwright/test/cli.js', [
    'test',
    '--config=tests/browser/playwright.config.ts',
    '--project=browser',
  ]);
  count('Tests in the browser', playwright, playwrightReport, playwrightTally);
} else {
  failed('The tests in the browser could not be run.');
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
