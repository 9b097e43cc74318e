import { describe, expect, it } from 'vitest';
import { readVectors } from './read-vectors.ts';
import { runVectors } from './run-vectors.ts';

const outcomes = await runVectors(readVectors());

describe('frozen vectors', () => {
  it.each(outcomes)('$name', ({ expected, found }) => {
    expect(found).toBe(expected);
  });

  it('are many, and more of them bad than good', () => {
    const bad = outcomes.filter(({ expected }) => expected.startsWith('refused'));
    expect(outcomes.length).toBeGreaterThan(200);
    expect(bad.length).toBeGreaterThan(100);
  });
});
