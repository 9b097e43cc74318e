// Many submissions at once over kept connections, as a full lobby would send them.

import { Agent, request } from 'node:http';
import { routePath } from '../../src/protocol/routes.ts';

export interface Posted {
  /** Null where no whole answer came: the connection broke. */
  readonly answer: { readonly status: number; readonly text: string } | null;
  readonly body: string;
}

export interface PostBodies {
  readonly url: string;
  readonly property: string;
  readonly bodies: readonly string[];
  /** Requests under way at a time. */
  readonly concurrency: number;
  /** Told of each whole answer. */
  readonly onAnswer?: (status: number) => void;
}

/** Sends every body once. Resolves with one outcome each, in their order; never rejects for a broken connection. */
export async function postBodies({ url, property, bodies, concurrency, onAnswer }: PostBodies): Promise<Posted[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const target = `${url}${routePath('register', { property })}`;
  const post = (body: string) =>
    new Promise<Posted>((resolve) => {
      const broken = () => resolve({ answer: null, body });
      const outgoing = request(
        target,
        {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', broken);
          incoming.on('close', broken);
          incoming.on('end', () => {
            if (!incoming.complete) return;
            const status = incoming.statusCode ?? 0;
            resolve({ answer: { status, text: Buffer.concat(chunks).toString() }, body });
            onAnswer?.(status);
          });
        },
      );
      outgoing.on('error', broken);
      outgoing.end(body);
    });
  try {
    return await Promise.all(bodies.map(post));
  } finally {
    agent.destroy();
  }
}
