// Finds a Chromium for the browser tests, or gets one: an installed one, else Playwright's, else the distribution's.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { projectFolder } from './project-folder.ts';

// The headless shell first: the same engine without a window's worth of pages of its own, and four times as quick to open a page.
const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium that starts; `say` is told which one was taken and what was installed for it. */
export function ensureBrowser(say: (line: string) => void): string {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== undefined && asked !== '') {
    if (!starts(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, but that does not start.`);
    say(`Browser: ${asked}, as CHROMIUM_PATH says.`);
    return asked;
  }
  const installed = installedBrowser();
  if (installed !== undefined) {
    say(`Browser: ${installed}, already installed.`);
    return installed;
  }
  const own = chromium.executablePath();
  if (starts(own)) {
    say(`Browser: Playwright's own, ${own}.`);
    return own;
  }
  say('Browser: none found; asking Playwright to download its Chromium.');
  const download = [join(projectFolder, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'];
  if (succeeds(process.execPath, download) && starts(own)) {
    say(`Browser: Playwright's own, downloaded to ${own}.`);
    return own;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    say('Browser: the download did not give one that starts; installing Chromium with apt-get.');
    succeeds('apt-get', ['update']);
    const install = (name: string) =>
      succeeds('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk']);
    if (!install('chromium-headless-shell')) install('chromium');
    const fromApt = installedBrowser();
    if (fromApt !== undefined) {
      say(`Browser: ${fromApt}, installed with apt-get.`);
      return fromApt;
    }
  }
  throw new Error(
    'No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one that starts.',
  );
}

/** What Chromium is started with: nothing that calls home, and no sandbox only where it cannot work (as root). */
export function launchArguments(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...fixedPlaces].find((place) => existsSync(place) && starts(place));
}

function starts(program: string): boolean {
  if (!existsSync(program)) return false;
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(
      execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return false;
  }
}

function succeeds(program: string, parameters: string[]): boolean {
  return spawnSync(program, parameters, { stdio: 'inherit' }).status === 0;
}
