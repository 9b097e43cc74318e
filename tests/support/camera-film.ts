// What stands in front of a test browser's camera: pictures after each other, each for a second, again and again.

import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encodeQR } from 'qr';
import { ensureBrowser, launchArguments } from '../tools/ensure-browser.ts';

interface Picture {
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const [width, height] = [640, 480];

/** A film of this worker's own, gone with it. */
export function filmOf(name: string): string {
  const file = join(tmpdir(), `foyer-film-${process.pid}-${name}.y4m`);
  process.once('exit', () => rmSync(file, { force: true }));
  return file;
}

/** What a browser is started with whose camera plays the film, once there is one, to whoever asks; `deny`: nobody is allowed to. */
export function cameraArguments(film: string, asked: 'allow' | 'deny'): string[] {
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
    // A browser without a window has nothing to ask with.
    `--use-fake-ui-for-media-stream${asked === 'deny' ? '=deny' : ''}`,
  ];
}

export function launchWithCamera(film: string, asked: 'allow' | 'deny') {
  return {
    executablePath: process.env['CHROMIUM_PATH'] ?? ensureBrowser(console.log),
    args: [...launchArguments(), ...cameraArguments(film, asked)],
  };
}

/** A code as somebody else would print it. */
export function pictureOf(text: string): Picture & { readonly name: string } {
  return {
    name: 'poster.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from(encodeQR(text, 'gif', { scale: 6, border: 4 })),
  };
}

/** Writes the film Chromium's stand-in for a camera plays: each picture on a wall, held a little askew. Null: the bare wall. */
export async function writeFilm(page: Page, file: string, pictures: readonly (Picture | null)[]): Promise<void> {
  // No colours.
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F1:1 Ip A1:1 C420jpeg\n`)];
  for (const picture of pictures) {
    const brightness = await onWall(page, picture === null ? '' : addressOf(picture));
    parts.push(Buffer.from('FRAME\n'), Buffer.from(brightness, 'base64'), chroma);
  }
  await writeFile(file, Buffer.concat(parts));
}

const addressOf = ({ mimeType, buffer }: Picture) => `data:${mimeType};base64,${buffer.toString('base64')}`;

/** One byte of brightness for each pixel, in base64. */
function onWall(page: Page, address: string): Promise<string> {
  return page.evaluate(
    async ({ address: source, size: [across, down] }) => {
      const canvas = document.createElement('canvas');
      canvas.width = across;
      canvas.height = down;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.fillStyle = '#b9b2a6';
      context.fillRect(0, 0, across, down);
      if (source !== '') {
        const image = new Image();
        image.src = source;
        await image.decode();
        const scale = (0.95 * down) / Math.max(image.width, image.height);
        context.translate(across / 2, down / 2);
        context.rotate(0.05);
        context.drawImage(
          image,
          (-image.width * scale) / 2,
          (-image.height * scale) / 2,
          image.width * scale,
          image.height * scale,
        );
      }
      const { data } = context.getImageData(0, 0, across, down);
      let text = '';
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        text += String.fromCharCode(Math.round(0.299 * red + 0.587 * green + 0.114 * blue));
      }
      return btoa(text);
    },
    { address, size: [width, height] as const },
  );
}
