import { type Stretch, stretchPassphrase } from '../../crypto/passphrase.ts';
import stretchWorker from './stretch-worker.ts?worker&url';

/** The script that stretches. */
export const stretchWorkerAddress: string = stretchWorker;

/** Stretches in a thread of its own, which ends with it, so that the page goes on meanwhile; where there is none, on the page. */
export function stretchInThread(makeWorker: (address: string) => Worker): Stretch {
  return async (input) => (await inThread(makeWorker, input)) ?? stretchPassphrase(input);
}

function inThread(makeWorker: (address: string) => Worker, input: Parameters<Stretch>[0]): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const worker = makeWorker(stretchWorkerAddress);
    const settle = (bytes: Uint8Array | null) => {
      worker.terminate();
      resolve(bytes);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array | null>) => settle(data));
    // Its script couldn't be fetched.
    worker.addEventListener('error', () => settle(null));
    worker.postMessage(input, []);
  });
}
