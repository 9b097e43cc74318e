import { type NativeReaderHolder, readNatively } from './native-code.ts';

/** Longest side of the picture that is searched; a phone's twelve megapixels say no more about one code. */
const longestSide = 1600;

/**
 * The text of the QR code in a picture, or null where none is found or the file is no picture. The browser's own reader where there
 * is one, else ours, fetched when it is needed. The picture stays on this device.
 */
export async function readPhotographedCode(file: Blob, browser: NativeReaderHolder = window): Promise<string | null> {
  try {
    const picture = await createImageBitmap(file);
    return (await readNatively(picture, browser)) ?? (await readOurselves(picture));
  } catch {
    return null;
  }
}

async function readOurselves(picture: ImageBitmap): Promise<string | null> {
  const { decodeQR } = await import('qr/decode.js');
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), { effort: 4, timeLimit: 3000 });
}
