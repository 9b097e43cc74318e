import { describe, expect, test } from 'vitest';
import { qrCodePaths, qrCodeRuns, qrCodeSvg, quietZone } from '../../../src/ui/qr/qr-code-paths.ts';

const link = 'https://hotel.example/p/AbCdEf0123456789AbCdEf#w9x8y7z6w5v4u3t2s1r0qA.reception';

describe('a QR code', () => {
  test('leaves four modules of empty paper on every side', () => {
    const { size, runs } = qrCodeRuns(link);
    for (const { x, y, length } of runs) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(quietZone);
      expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - quietZone);
    }
  });

  test('has its finder pattern in the first corner', () => {
    const { runs } = qrCodeRuns(link);
    expect(runs[0]).toEqual({ x: quietZone, y: quietZone, length: 7 });
  });

  test('is one path with a run for each stretch of dark modules', () => {
    const { runs } = qrCodeRuns(link);
    expect(qrCodePaths(link).dark.split('z')).toHaveLength(runs.length + 1);
  });

  test('as a file is black on white and escapes its label', () => {
    const svg = qrCodeSvg(link, 'a "quoted" hotel');
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain('aria-label="a &quot;quoted&quot; hotel"');
    expect(svg).not.toContain(link);
  });

  test('refuses what does not fit', () => {
    expect(() => qrCodePaths('x'.repeat(3000))).toThrow(/too long/i);
  });
});
