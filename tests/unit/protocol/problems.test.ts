import { describe, expect, it } from 'vitest';
import { deviceProblems, problemCodes, problemStatus, Refusal } from '../../../src/protocol/problems.ts';

describe('problems', () => {
  it('each have one code on one of the two lists', () => {
    const all: string[] = [...problemCodes, ...deviceProblems];
    expect(new Set(all).size).toBe(all.length);
    for (const code of all) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it('have a status that says whose fault it is', () => {
    for (const code of problemCodes) {
      const ours = code === 'internal' || code === 'storage_unavailable';
      expect(problemStatus[code] >= 500).toBe(ours);
      expect(problemStatus[code]).toBeGreaterThanOrEqual(400);
    }
  });

  it('a refusal says its code, and where', () => {
    const refusal = new Refusal('too_many_attempts', 'sign-in', 30);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal.name).toBe('Refusal');
    expect(refusal.message).toBe('too_many_attempts: sign-in');
    expect(refusal.retryAfter).toBe(30);
    expect(new Refusal('gone').message).toBe('gone');
  });
});
