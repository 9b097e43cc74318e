import { describe, expect, it } from 'vitest';
import { attacksOnEnvelopes } from './hostile/attacks-on-envelopes.ts';
import { attacksOnReceipts } from './hostile/attacks-on-receipts.ts';
import { attacksOnRules } from './hostile/attacks-on-rules.ts';
import { attacksOnStaff } from './hostile/attacks-on-staff.ts';
import { refusalOf } from './refusal-of.ts';

const attacks = [...attacksOnRules, ...attacksOnEnvelopes, ...attacksOnReceipts, ...attacksOnStaff];

describe('a hostile server', () => {
  it.each(attacks)('with %s is refused: %s', async (_, refusal, attempt) => {
    expect(await refusalOf(attempt())).toBe(refusal);
  });

  it('was tried in many ways, each its own', () => {
    expect(new Set(attacks.map(([attack]) => attack)).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThanOrEqual(50);
  });
});
