import { encodeBase64Url } from '../../protocol/base64url.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { FromList, ListThread } from './list-messages.ts';
import listWorker from './list-worker.ts?worker&url';

/** The script the list's own thread runs. */
export const listWorkerAddress: string = listWorker;

/**
 * Starts the list's own thread. It gets its keys by message and loses them, with every name it holds, when it is ended. It answers on a
 * channel whose name only the two know: after a keystroke Chromium keeps what a thread posts waiting until the next frame has been
 * drawn, and what comes on a channel it doesn't.
 */
export function startListThread(
  makeWorker: (address: string, name: string) => Worker,
  hear: (message: FromList) => void,
  random: RandomBytes,
): ListThread {
  const name = encodeBase64Url(random(32));
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
  const worker = makeWorker(listWorkerAddress, name);
  const answers: Pick<Worker, 'addEventListener'> = channel ?? worker;
  answers.addEventListener('message', (event: MessageEvent<FromList>) => hear(event.data));
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    end: () => {
      worker.terminate();
      channel?.close();
    },
  };
}
