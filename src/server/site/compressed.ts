import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** A body with its compressed forms, each made once, when first asked for, at full strength. */
export interface Compressed {
  readonly identity: Uint8Array<ArrayBuffer>;
  /** Null where compressing wouldn't help. */
  readonly encoded: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>> | null;
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this many bytes headers outweigh what compressing saves. */
const worthwhile = 300;

/** `brotli` is the form the build made, where it did. */
export function compressed(
  identity: Uint8Array<ArrayBuffer>,
  compressible = true,
  brotli?: Uint8Array<ArrayBuffer>,
): Compressed {
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  if (brotli !== undefined) made.set('br', Promise.resolve(brotli));
  return {
    identity,
    encoded: (encoding) => {
      if (!compressible || identity.length < worthwhile) return null;
      const body = made.get(encoding) ?? compress(identity, encoding);
      made.set(encoding, body);
      return body;
    },
  };
}

async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return new Uint8Array(await gzipAsync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return new Uint8Array(await brotliAsync(bytes, { params }));
}
