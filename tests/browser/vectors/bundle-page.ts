import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Bundles the page that runs the vectors into one script, the way the product's own builds treat the same libraries. */
export async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: false,
    plugins: [webCrypto()],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('page.ts', import.meta.url)),
        output: { codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const [script, ...others] = outputs;
  if (script?.type !== 'chunk' || others.length > 0) throw new Error('the page must be one script');
  return script.code;
}

/** @hpke/common asks for Node's module where globalThis.crypto is missing; a browser has it. */
function webCrypto(): Plugin {
  const id = '\0web-crypto';
  return {
    name: 'foyer:web-crypto',
    enforce: 'pre',
    resolveId: (source) => (source === 'crypto' ? id : null),
    load: (asked) => (asked === id ? 'export const webcrypto = globalThis.crypto;' : null),
  };
}
