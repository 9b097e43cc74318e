import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';

/** Pages of a PDF. */
export function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Presses a button and gives the file that comes of it. */
export async function download(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await file.path());
}

/** Draws a picture in the browser and reads its QR code with a decoder that knows nothing of how it was made. */
export async function decodePicture(page: Page, picture: Buffer, type: string): Promise<string> {
  const { width, height, pixels } = await page.evaluate(
    async ([data, mime]) => {
      const image = new Image();
      image.src = `data:${mime};base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = 1000;
      canvas.height = Math.round((1000 * image.height) / image.width);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data: bytes } = context.getImageData(0, 0, canvas.width, canvas.height);
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { width: canvas.width, height: canvas.height, pixels: btoa(text) };
    },
    [picture.toString('base64'), type] as const,
  );
  return decodeQR({ width, height, data: new Uint8Array(Buffer.from(pixels, 'base64')) });
}
