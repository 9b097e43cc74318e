import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawingSvg } from '../../../src/staff/posters/drawing-svg.ts';
import { breakLines, fitSize, textWidth } from '../../../src/staff/posters/fit-text.ts';
import { posterDrawing, type PosterContent } from '../../../src/staff/posters/poster-drawing.ts';

const content: PosterContent = {
  url: 'https://register.bluestone.example/p/0123456789#AAECAwQFBgcICQoLDA0ODw.reception',
  site: 'register.bluestone.example',
  fingerprint: Uint8Array.from({ length: 16 }, (_, index) => index * 7),
  words: [
    { language: 'zh-Hans', hotel: '青石客栈', line: '扫一扫，登记入住。', compare: '同样的印章：', channel: '前台' },
    {
      language: 'en',
      hotel: 'Bluestone & "Sons" <1>',
      line: 'Scan to register.',
      compare: 'The same seal:',
      channel: 'Reception',
    },
  ],
};

test('the code has four empty modules around it and says the address', () => {
  const { shapes } = posterDrawing(content);
  const code = shapes.find((shape) => shape.kind === 'path' && shape.colour === '#000000');
  if (code?.kind !== 'path') throw new Error('the poster has a code');
  const runs = [...code.d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(
    ([, x, y, length]) => [Number(x), Number(y), Number(length)] as const,
  );
  const size = Math.round(118 / code.scale);
  expect(Math.min(...runs.map(([x]) => x))).toBe(4);
  expect(Math.min(...runs.map(([, y]) => y))).toBe(4);
  expect(Math.max(...runs.map(([x, , length]) => x + length))).toBe(size - 4);
  expect(Math.max(...runs.map(([, y]) => y + 1))).toBe(size - 4);
  const pixel = 4;
  const side = size * pixel;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [x, y, length] of runs)
    for (let row = y * pixel; row < (y + 1) * pixel; row++)
      data.fill(0, (row * side + x * pixel) * 4, (row * side + (x + length) * pixel) * 4);
  for (let i = 3; i < data.length; i += 4) data[i] = 255;
  expect(decodeQR({ width: side, height: side, data })).toBe(content.url);
});

test('hotel, lines, site name and four words in each language are on it, inside the sheet', () => {
  const { shapes, width, height } = posterDrawing(content);
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
  const said = texts.map(({ text }) => text);
  for (const { hotel, line, compare } of content.words)
    expect(said).toEqual(expect.arrayContaining([hotel, line, compare]));
  expect(said).toContain(content.site);
  expect(said.filter((text) => text.split(' · ').length === 4)).toHaveLength(2);
  for (const { x, y, size, text, anchor } of texts) {
    expect(y).toBeLessThan(height);
    const left =
      anchor === 'start' ? x : anchor === 'end' ? x - textWidth(text) * size : x - (textWidth(text) * size) / 2;
    expect(left, text).toBeGreaterThanOrEqual(0);
    expect(left + textWidth(text) * size, text).toBeLessThanOrEqual(width);
  }
});

test('as a file, whatever a hotel is called stays text', () => {
  const svg = drawingSvg(posterDrawing({ ...content, site: 'a\u0000b' }), 'x');
  expect(svg).toContain('Bluestone &amp; &quot;Sons&quot; &lt;1&gt;');
  expect(svg).not.toMatch(/\p{Cc}/u);
});

test('lines break between words, between Chinese characters, and never before a full stop', () => {
  expect(breakLines('one two three', 4.4)).toEqual(['one two', 'three']);
  expect(breakLines('一二三四五六', 3)).toEqual(['一二三', '四五六']);
  expect(breakLines('一二三。四', 3)).toEqual(['一二三。', '四']);
  expect(fitSize('一二三四五', 50, 15, 6)).toBe(10);
  expect(fitSize('一', 50, 15, 6)).toBe(15);
});
