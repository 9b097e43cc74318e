import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sealMarkPaths, sealMarkSvg } from '../../../src/ui/seal/seal-mark-paths.ts';

const fingerprint = Uint8Array.from({ length: 16 }, (_, index) => index * 15);

describe('the seal mark', () => {
  test('stays the one on posters already printed', () => {
    const { ground, strokes } = sealMarkPaths(fingerprint);
    expect(createHash('sha256').update(`${ground} ${strokes}`).digest('hex')).toBe(
      '2a96bb4813a1b75fd812a742f6c879ff3181e6cfa652d30ef0a98ebb01b56d9a',
    );
  });

  test('depends on every byte of the fingerprint', () => {
    const original = sealMarkPaths(fingerprint).strokes;
    for (const index of fingerprint.keys()) {
      const changed = fingerprint.map((byte, place) => (place === index ? byte ^ 1 : byte));
      expect(sealMarkPaths(changed).strokes, `byte ${index}`).not.toBe(original);
    }
  });

  test('is drawn from the bytes alone, wherever they lie in memory', () => {
    const inside = new Uint8Array([9, 9, 9, ...fingerprint, 9]).subarray(3, 19);
    expect(sealMarkPaths(inside)).toEqual(sealMarkPaths(fingerprint));
  });

  test('is symmetrical and stays inside its square', () => {
    const { strokes, size } = sealMarkPaths(fingerprint);
    const segments = [...strokes.matchAll(/M(\S+) (\S+?)L(\S+) ([\d.]+)/g)].map((match) => match.slice(1).map(Number));
    expect(segments.flat().every((part) => part > 0 && part < size)).toBe(true);
    const ends = segments.map(([x = 0, y = 0, nextX = 0, nextY = 0]) => [x, y, nextX, nextY].join());
    const mirrored = segments.map(([x = 0, y = 0, nextX = 0, nextY = 0]) => [size - x, y, size - nextX, nextY].join());
    expect(mirrored.sort()).toEqual(ends.sort());
  });

  test('draws even a fingerprint of zeroes', () => {
    expect(sealMarkPaths(new Uint8Array(16)).strokes.length).toBeGreaterThan(100);
  });

  test('needs exactly 16 bytes', () => {
    expect(() => sealMarkPaths(new Uint8Array(15))).toThrow(RangeError);
  });

  test('as a file escapes its label', () => {
    expect(sealMarkSvg(fingerprint, '"<b>&')).toContain('aria-label="&quot;&lt;b&gt;&amp;"');
  });
});
