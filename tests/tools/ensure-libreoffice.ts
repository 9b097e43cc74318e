// Finds LibreOffice's calc without a window for the tests of exported files, or gets it: what is installed, else the distribution's.

import { spawnSync } from 'node:child_process';

const names = ['soffice', 'libreoffice'];

/** The name of a LibreOffice that starts; `say` is told which one was taken and what was installed for it. */
export function ensureLibreOffice(say: (line: string) => void): string {
  const installed = names.find(starts);
  if (installed !== undefined) {
    say(`LibreOffice: ${installed}, already installed.`);
    return installed;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
    say('LibreOffice: none found; installing libreoffice-calc-nogui with apt-get.');
    runs('apt-get', ['update']);
    runs('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-calc-nogui']);
    const fromApt = names.find(starts);
    if (fromApt !== undefined) {
      say(`LibreOffice: ${fromApt}, installed with apt-get.`);
      return fromApt;
    }
  }
  throw new Error('No LibreOffice could be found or installed. Install LibreOffice Calc (libreoffice-calc-nogui).');
}

function starts(name: string): boolean {
  return runs(name, ['--version']);
}

function runs(program: string, parameters: string[]): boolean {
  return spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;
}
