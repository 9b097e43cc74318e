import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { ensureBrowser, launchArguments } from '../tools/ensure-browser.ts';
import { projectFolder } from '../tools/project-folder.ts';
import { longRun } from './both-languages.ts';

// Looked up once, in the main process; the workers are told by environment.
process.env['CHROMIUM_PATH'] ??= ensureBrowser(console.log);

const reportFile = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

export default defineConfig({
  testDir: '.',
  outputDir: join(projectFolder, 'test-results'),
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: reportFile === undefined ? [['list']] : [['list'], ['json', { outputFile: reportFile }]],
  // What every run does, and what `npm run test:slow` does besides.
  projects: [
    { name: 'browser', grepInvert: new RegExp(longRun) },
    { name: 'slow', grep: new RegExp(longRun) },
  ],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 375, height: 812 },
    // Recording every step of every test doubles the time of a run; FOYER_TRACE=1 when looking for a failure.
    trace: process.env['FOYER_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: launchArguments(),
    },
  },
});
