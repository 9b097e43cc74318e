import codeWorker from './code-worker.ts?worker&url';

/** The script that reads codes. */
export const codeWorkerAddress: string = codeWorker;

export interface CodeReader {
  /** The text of the QR code in a picture, null where none is found; one picture at a time. Rejects where its script couldn't be fetched. */
  read(picture: ImageData): Promise<string | null>;
  end(): void;
}

/** Reads codes in a thread of its own, so that the page goes on meanwhile. */
export function startCodeReader(makeWorker: (address: string) => Worker): CodeReader {
  const worker = makeWorker(codeWorkerAddress);
  let broken = false;
  let answered: (text: string | null) => void = () => undefined;
  let failed: (reason: Error) => void = () => undefined;
  const fail = () => failed(new Error('the thread that reads codes did not start'));
  worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => answered(data));
  worker.addEventListener('error', () => {
    broken = true;
    fail();
  });
  return {
    read: (picture) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        if (broken) fail();
        else worker.postMessage(picture, [picture.data.buffer]);
      }),
    end: () => worker.terminate(),
  };
}
