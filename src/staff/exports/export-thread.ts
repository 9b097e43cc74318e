import type { ExportThread, FromExport } from './export-messages.ts';
import exportWorker from './export-worker.ts?worker&url';

/** The script that makes a file of guests' details. */
export const exportWorkerAddress: string = exportWorker;

/** Starts the thread that makes one file. It gets its keys by message and loses them, with what it made so far, when it is ended. */
export function startExportThread(
  makeWorker: (address: string) => Worker,
  hear: (message: FromExport) => void,
): ExportThread {
  const worker = makeWorker(exportWorkerAddress);
  worker.addEventListener('message', ({ data }: MessageEvent<FromExport>) => hear(data));
  // What fails inside says what it was; a script that couldn't be fetched doesn't.
  worker.addEventListener('error', (event: Event) =>
    hear({ kind: 'refused', problem: event instanceof ErrorEvent ? 'internal' : 'offline' }),
  );
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    end: () => worker.terminate(),
  };
}
