// Serves what Foyer is measured beside: files held in memory, compressed beforehand as hard as brotli can.

import { createServer } from 'node:http';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface FileServer {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** `files` by path with a leading slash; a path that ends in a slash is its index.html. */
export async function serveFiles(files: ReadonlyMap<string, string | Uint8Array>, port: number): Promise<FileServer> {
  const ready = new Map(
    [...files].map(([path, content]) => [
      path,
      {
        type: types[extname(path)] ?? 'application/octet-stream',
        body: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      },
    ]),
  );
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = ready.get(path.endsWith('/') ? `${path}index.html` : path);
    request.resume();
    if (request.method === 'POST') response.writeHead(204).end();
    else if (file === undefined) response.writeHead(404).end();
    else {
      response
        .writeHead(200, {
          'content-type': file.type,
          'content-encoding': 'br',
          'content-length': file.body.length,
          'cache-control': 'no-store',
        })
        .end(file.body);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}
