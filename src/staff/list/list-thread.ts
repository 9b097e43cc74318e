import type { FromList, ListThread } from './list-messages.ts';
import listWorker from './list-worker.ts?worker&url';

/** The script the list's own thread runs. */
export const listWorkerAddress: string = listWorker;

/** Starts the list's own thread. It gets its keys by message and loses them, with every name it holds, when it is ended. */
export function startListThread(
  makeWorker: (address: string) => Worker,
  hear: (message: FromList) => void,
): ListThread {
  const worker = makeWorker(listWorkerAddress);
  worker.addEventListener('message', (event: MessageEvent<FromList>) => hear(event.data));
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    end: () => worker.terminate(),
  };
}
