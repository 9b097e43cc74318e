import { decodeQR } from 'qr/decode.js';
import { readNatively } from './native-code.ts';

/** Milliseconds for the harder attempts at one picture; the next is on its way. */
const timeLimit = 200;

// The browser's own reader where there is one, else ours, as for photos.
addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
  readNatively(data, self)
    .then((text) => text ?? readOurselves(data))
    .then(
      (text) => postMessage(text),
      () => postMessage(null),
    );
});

function readOurselves({ width, height, data }: ImageData): string | null {
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', effort: 2, timeLimit });
  } catch {
    // How it says that there is none.
    return null;
  }
}
