import { qrCodeRuns } from './qr-code-paths.ts';

/**
 * The code as a PNG, drawn by the browser.
 *
 * @param pixelsPerModule whole pixels, so that the edges stay sharp
 * @throws Error when the browser refuses to draw or the text is too long
 */
export async function qrCodePng(document: Document, text: string, pixelsPerModule = 12): Promise<Blob> {
  const { size, runs } = qrCodeRuns(text);
  const canvas = document.createElement('canvas');
  canvas.width = size * pixelsPerModule;
  canvas.height = size * pixelsPerModule;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser does not draw');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(pixelsPerModule, pixelsPerModule);
  context.fillStyle = '#000000';
  for (const { x, y, length } of runs) context.fillRect(x, y, length, 1);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png');
  });
}
