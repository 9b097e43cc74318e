import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin, Rolldown } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';

// Three builds. The output folder has the shape of the site:
//   index.html, sw.js, manifest.webmanifest, icons/     the guest's app (shell of /p/…, /r and /verify)
//   staff/index.html, staff/sw.js, staff/manifest…      the desk's app
//     The workers fetch the shells as /index.html and /staff/index.html.
//   assets/guest/…, assets/staff/…                      hashed files, immutable
//   welcome/welcome-server.js                           renders the welcome page; imported by the server, never served

export type BuildTarget = 'guest' | 'staff' | 'welcome';

const here = fileURLToPath(new URL('.', import.meta.url));

// Syntax old enough for the browsers inside WeChat and Alipay. What the language's library lacks there is not added.
const browsers = ['es2020', 'chrome87', 'edge88', 'firefox78', 'safari14'];

// The phone's app is written for React and runs on Preact's compatible layer, 50 KB smaller; the desk's runs on React itself.
const smallReact = [
  { find: /^react-dom\/server$/, replacement: 'preact/compat/server' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
];

export function foyerBuild(target: BuildTarget, outDir: string): InlineConfig {
  const shared: InlineConfig = { configFile: false, base: '/', logLevel: 'warn' };
  if (target === 'welcome') {
    return {
      ...shared,
      root: here,
      publicDir: false,
      resolve: { alias: smallReact },
      plugins: [react(), firstScreenOnly()],
      // Bundled whole, so that it is React's production build whatever NODE_ENV says when the server starts.
      ssr: { noExternal: true },
      build: {
        ssr: `${here}src/guest/welcome-server.tsx`,
        outDir: `${outDir}/welcome`,
        emptyOutDir: false,
        target: 'node24',
        minify: true,
      },
    };
  }
  return {
    ...shared,
    // The desk's root is src/, so that its page comes out as staff/index.html.
    root: target === 'guest' ? here : `${here}src`,
    publicDir: target === 'guest' ? `${here}public` : false,
    ...(target === 'guest' ? { resolve: { alias: smallReact } } : {}),
    plugins: [
      react(),
      webCryptoForHpke(),
      ...(target === 'guest' ? [namedReact(), inlineStyles(), fetchAhead()] : []),
      VitePWA(pwaOptions(target, outDir)),
    ],
    // The list's own thread, on the desk.
    worker: {
      format: 'es',
      plugins: () => [webCryptoForHpke()],
      rolldownOptions: {
        output: {
          entryFileNames: `assets/${target}/[name]-[hash].js`,
          chunkFileNames: `assets/${target}/[name]-[hash].js`,
        },
      },
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: browsers,
      cssTarget: browsers,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: target === 'guest' ? `${here}index.html` : `${here}src/staff/index.html`,
        output: {
          entryFileNames: `assets/${target}/[name]-[hash].js`,
          chunkFileNames: `assets/${target}/[name]-[hash].js`,
          assetFileNames: `assets/${target}/[name]-[hash][extname]`,
          ...(target === 'guest' ? { codeSplitting: guestFiles() } : {}),
        },
      },
    },
  };
}

/** Where each part of a guest's visit begins, in the order they are needed. */
const guestParts = [
  { part: 'app', start: 'src/guest/main.ts' },
  { part: 'schemas', start: 'src/protocol/languages.ts' },
  { part: 'start', start: 'src/guest/start.ts' },
  { part: 'screens', start: 'src/guest/app/first-screens.tsx' },
  { part: 'trust', start: 'src/guest/registration/check-published.ts' },
  { part: 'form', start: 'src/guest/form/form-flow.tsx' },
  { part: 'finish', start: 'src/guest/form/finish.ts' },
  { part: 'api', start: 'src/guest/registration/guest-api.ts' },
];

// One file for each part of a guest's visit, whatever else shares its modules: on a slow phone each request costs half a second.
function guestFiles(): Rolldown.CodeSplittingOptions {
  let parts: ReadonlyMap<string, string> | undefined;
  const partOf = (id: string, context: Rolldown.ChunkingContext) => {
    parts ??= assignParts(context);
    return parts.get(id) ?? firstWordsOf(id);
  };
  return { includeDependenciesRecursively: false, groups: [{ name: partOf, debugName: 'parts of a visit' }] };
}

/** The words a phone needs first are one file a language, also where a later file says some of them too. */
function firstWordsOf(id: string): string | null {
  const [, ofMessages, ofSeal] =
    /(?:\/messages\/([^/]+)\/(?:common|guest|guest-catalogue|near-problems)|fingerprint-words-([^/]+))\.ts$/.exec(id) ??
    [];
  const language = ofMessages ?? ofSeal;
  return language === undefined ? null : `words-${language}`;
}

function assignParts(context: Rolldown.ChunkingContext): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { part, start } of guestParts) {
    const open = [`${here}${start}`];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (parts.has(id)) continue;
      // The first screens' styles are the page's own, and inlined with them.
      parts.set(id, ['start', 'screens'].includes(part) && id.endsWith('.css') ? 'app' : part);
      open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return parts;
}

function pwaOptions(target: 'guest' | 'staff', outDir: string): Partial<VitePWAOptions> {
  const desk = target === 'staff';
  const shell = desk ? 'staff/index.html' : 'index.html';
  return {
    strategies: 'generateSW',
    // Nobody is updated in the middle of a form: a new worker waits until every page of the app has closed.
    registerType: 'prompt',
    // Registered by the apps themselves: Trusted Types asks for a policy.
    injectRegister: null,
    outDir: desk ? `${outDir}/staff` : outDir,
    filename: 'sw.js',
    scope: desk ? '/staff/' : '/',
    // The web app manifests are plain files under public/.
    manifest: false,
    workbox: {
      globDirectory: outDir,
      globPatterns: [shell, `assets/${target}/**/*.{js,css,woff2,svg,png}`],
      globIgnores: [],
      modifyURLPrefix: { '': '/' },
      // Hashed names need no cache-busting query.
      dontCacheBustURLsMatching: /^\/?assets\//,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      skipWaiting: false,
      clientsClaim: false,
      cacheId: desk ? 'foyer-desk' : 'foyer',
      // Workbox's clean-up of foreign formats matches by scope prefix: the guest's would delete the desk's cache too.
      cleanupOutdatedCaches: false,
      // HTML is never answered from the cache first: no directory index, no navigation fallback route.
      directoryIndex: null,
      navigateFallback: null,
      // Pages come from the network; the cached shell only stands in when it cannot be reached. Page HTML itself is
      // never stored (it is sent no-store), so shell and assets always belong to the same release. The API has no
      // route here, so it is never cached.
      runtimeCaching: [
        {
          urlPattern: desk
            ? ({ request, url, sameOrigin }) =>
                sameOrigin && request.mode === 'navigate' && /^\/staff(\/|$)/.test(url.pathname)
            : ({ request, url, sameOrigin }) =>
                sameOrigin && request.mode === 'navigate' && /^\/($|p\/|r$|r\/|verify$|verify\/)/.test(url.pathname),
          handler: 'NetworkOnly',
          options: { precacheFallback: { fallbackURL: `/${shell}` } },
        },
      ],
    },
  };
}

// @hpke/common reaches for Node's module only where globalThis.crypto is missing; a browser has none to offer.
function webCryptoForHpke(): Plugin {
  const id = '\0web-crypto';
  return {
    name: 'foyer:web-crypto',
    enforce: 'pre',
    resolveId: (source) => (source === 'crypto' ? id : null),
    load: (asked) => (asked === id ? 'export const webcrypto = globalThis.crypto;' : null),
  };
}

// The server renders the first screen and never goes further: none of what comes later, and so nothing that knows a guest's details
// or opens anything, gets into what it runs.
function firstScreenOnly(): Plugin {
  const id = '\0parts-of-a-visit';
  return {
    name: 'foyer:first-screen-only',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/load-parts.ts') ? id : null),
    load: (asked) =>
      asked === id
        ? `const never = () => Promise.reject(new Error('The welcome page is rendered here, not run.'));
           export { never as loadTrust, never as loadFormFlow, never as loadKeptPages, never as loadCompanionNote, never as loadHandedBack };`
        : null,
  };
}

// react-hook-form takes React whole, and with it all of the compatible layer; asked for by name, what nobody uses stays away.
function namedReact(): Plugin {
  const whole = "import React from 'react';";
  return {
    name: 'foyer:named-react',
    transform: {
      filter: { id: /\/react-hook-form\/dist\// },
      handler: (code) => ({ code: code.replace(whole, "import * as React from 'react';"), map: null }),
    },
  };
}

// What the first part asks for as soon as it runs is on its way before: one round trip fewer.
function fetchAhead(): Plugin {
  return {
    name: 'foyer:fetch-ahead',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((file) => file.type === 'chunk' && ['schemas', 'start', 'screens', 'trust'].includes(file.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            injectTo: 'head',
          })),
    },
  };
}

// The first screen's styles travel inside the page: one round trip fewer before a guest can read.
function inlineStyles(): Plugin {
  return {
    name: 'foyer:inline-styles',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        html.replace(/<link rel="stylesheet"[^>]*? href="\/([^"]+)"[^>]*>/g, (tag: string, file: string) => {
          const asset = bundle?.[file];
          if (bundle === undefined || asset?.type !== 'asset') return tag;
          const named = Object.values(bundle).some((chunk) => chunk.type === 'chunk' && chunk.code.includes(file));
          // Left in the folder it would be put into every phone's cache for nothing.
          if (!named) Reflect.deleteProperty(bundle, file);
          const css = typeof asset.source === 'string' ? asset.source : new TextDecoder().decode(asset.source);
          return `<style>${css.trim()}</style>`;
        }),
    },
  };
}
