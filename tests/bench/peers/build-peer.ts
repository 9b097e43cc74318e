// A production build of one peer's form, kept in memory.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { projectFolder } from '../../tools/project-folder.ts';
import type { FormWords } from './form-words.ts';

export const peerNames = ['surveyjs', 'formio'] as const;
export type PeerName = (typeof peerNames)[number];

const benchFolder = join(projectFolder, 'tests/bench');

/** Installs the peers' packages from their own lock, unless they are there. */
export function ensurePeers(say: (line: string) => void): void {
  if (existsSync(join(benchFolder, 'node_modules/.package-lock.json'))) return;
  say('Installing what Foyer is measured beside (tests/bench/package.json).');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: benchFolder, stdio: 'ignore' });
}

/** The built site, by path with a leading slash. */
export async function buildPeer(name: PeerName, words: FormWords): Promise<Map<string, string | Uint8Array>> {
  const output = await build({
    configFile: false,
    root: join(benchFolder, 'peers', name),
    base: `/${name}/`,
    logLevel: 'silent',
    // Form.io's code is written for a bundler that offers Node's name.
    define: { global: 'globalThis' },
    plugins: [formWords(words)],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
    },
  });
  if (!('output' in output)) throw new Error(`The build of ${name} gave no output.`);
  return new Map(
    output.output.map((file) => [`/${name}/${file.fileName}`, file.type === 'asset' ? file.source : file.code]),
  );
}

function formWords(words: FormWords): Plugin {
  const id = 'virtual:form';
  return {
    name: 'bench:form-words',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (asked) =>
      asked === `\0${id}`
        ? `export const blocks = ${JSON.stringify(words.blocks)};\nexport const fields = ${JSON.stringify(words.fields)};`
        : null,
  };
}
