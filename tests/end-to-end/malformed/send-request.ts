import { Agent, request } from 'node:http';
import type { RawAnswer } from './answer-faults.ts';

export interface RequestToSend {
  readonly method: string;
  /** Path and query, sent as it is. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

class ClosedMeanwhile extends Error {}

/** Sends requests over kept connections, a limited number at a time. */
export class Sender {
  readonly #url: URL;
  readonly #agent: Agent;

  constructor(url: string, connections: number) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /**
   * Rejects where no whole answer comes. A kept connection may have been closed by the server, idle for as long as it waits, while the
   * request was on its way: that is no answer to the request, which is then sent once more on a connection of its own.
   */
  async send(sent: RequestToSend): Promise<RawAnswer> {
    try {
      return await this.#send(sent, this.#agent);
    } catch (error) {
      if (error instanceof ClosedMeanwhile) return this.#send(sent, false);
      throw error;
    }
  }

  #send(sent: RequestToSend, agent: Agent | false): Promise<RawAnswer> {
    const { method, path, headers, body } = sent;
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#url;
      const length = body.length > 0 || method !== 'GET' ? { 'content-length': String(body.length) } : {};
      const outgoing = request(
        { agent, hostname, port, method, path, headers: { ...length, ...headers } },
        (incoming) => {
          const { statusCode: status = 0, headers: given } = incoming;
          // A change stream doesn't end by itself.
          if (given['content-type'] === 'text/event-stream') {
            outgoing.destroy();
            resolve({ status, headers: given, body: '' });
            return;
          }
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => resolve({ status, headers: given, body: Buffer.concat(chunks).toString() }));
        },
      );
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        reject(outgoing.reusedSocket && error.code === 'ECONNRESET' ? new ClosedMeanwhile() : error),
      );
      outgoing.end(body);
    });
  }

  stop(): void {
    this.#agent.destroy();
  }
}

/** Works through `count` pieces of work, `width` at a time. */
export async function inParallel(count: number, width: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
