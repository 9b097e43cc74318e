import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { type RenderWelcome, welcomePageSchema } from '../../protocol/welcome-page.ts';
import { digest } from '../digest.ts';
import { compressed } from './compressed.ts';
import type { Site, SiteFile } from './site.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.webmanifest']);
/** Of the build, but nobody's to fetch. */
const hidden = [/^\/welcome\//, /^\/(?:build|bundles)\.json$/, /^\/(?:staff\/)?index\.html$/, /\.(?:br|gz|map)$/];

const artefactSchema = z.object({
  renderWelcome: z.custom<(input: unknown) => unknown>((value) => typeof value === 'function'),
});

/** Reads the build's output folder. Rejects where it isn't a whole build. */
export async function loadSite(folder: string): Promise<Site> {
  const files = new Map<string, SiteFile>();
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const names = new Set(entries.map((entry) => join(entry.parentPath, entry.name)));
  for (const file of names) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = types[extname(path)];
    if (type === undefined || hidden.some((pattern) => pattern.test(path))) continue;
    const brotli = names.has(`${file}.br`) ? new Uint8Array(await readFile(`${file}.br`)) : undefined;
    files.set(path, siteFile(path, type, new Uint8Array(await readFile(file)), brotli));
  }
  const [guestShell, staffShell] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    readFile(join(folder, 'staff/index.html'), 'utf8'),
  ]);
  return { guestShell, staffShell, files, renderWelcome: await loadRenderWelcome(folder) };
}

async function loadRenderWelcome(folder: string): Promise<RenderWelcome> {
  const artefact: unknown = await import(pathToFileURL(join(folder, 'welcome/welcome-server.js')).href);
  const { renderWelcome } = artefactSchema.parse(artefact);
  return (input) => welcomePageSchema.parse(renderWelcome(input));
}

function siteFile(
  path: string,
  type: string,
  identity: Uint8Array<ArrayBuffer>,
  brotli: Uint8Array<ArrayBuffer> | undefined,
): SiteFile {
  return {
    ...compressed(identity, compressible.has(extname(path)), brotli),
    type,
    etag: `"${digest(identity).slice(0, 22)}"`,
    immutable: path.startsWith('/assets/'),
  };
}
