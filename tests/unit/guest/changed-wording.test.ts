import { beforeAll, describe, expect, it } from 'vitest';
import { changedWording } from '../../../src/guest/registration/changed-wording.ts';
import type { Manifest } from '../../../src/protocol/manifest.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { hotelInMemory } from '../../support/hotel-in-memory.ts';

let before: Manifest;
beforeAll(async () => {
  before = (await hotelInMemory(Date.parse('2026-11-21T12:00:00+08:00'))).manifest.manifest;
});

const choices = { answers: { emergency: 'yes', offers: 'no' }, identity: 'here' } as const;

function reworded(...ids: readonly PurposeId[]): Manifest {
  return {
    ...before,
    sequence: before.sequence + 1,
    purposes: before.purposes.map((purpose) =>
      ids.includes(purpose.id) ? { ...purpose, wording: { 'zh-Hans': 'x'.repeat(43) } } : purpose,
    ),
  };
}

describe('newer rules while a guest fills in the form', () => {
  it('with other keys only ask nothing', () => {
    const after = { ...before, sequence: 2, purposes: before.purposes.map((one) => ({ ...one, keyId: 'new' })) };
    expect(changedWording(before, after, 'zh-Hans', choices)).toEqual([]);
  });

  it('ask again only for a yes whose words changed', () => {
    expect(changedWording(before, reworded('emergency', 'offers', 'identity'), 'zh-Hans', choices)).toEqual([
      'emergency',
    ]);
  });

  it('ask for a use that was not there before', () => {
    const smaller = { ...before, purposes: before.purposes.filter(({ id }) => id !== 'membership') };
    expect(changedWording(smaller, before, 'zh-Hans', choices)).toEqual(['membership']);
  });

  it('never ask about what the law requires', () => {
    const smaller = { ...before, purposes: before.purposes.filter(({ id }) => id !== 'identity') };
    expect(changedWording(smaller, before, 'zh-Hans', choices)).toEqual([]);
  });

  it('ask anew where another temporary rule is in the place of the one that was answered', () => {
    const [one, ...others] = before.purposes;
    if (one === undefined) throw new Error('a hotel offers something');
    const asking = (rule: string): Manifest => ({
      ...before,
      purposes: [...others, { ...one, id: 'temporary', basis: 'law', rule }],
    });
    const here = { ...choices, temporary: 'here' } as const;
    expect(changedWording(asking('a'), asking('b'), 'zh-Hans', here)).toEqual(['temporary']);
    expect(changedWording(asking('a'), asking('a'), 'zh-Hans', here)).toEqual([]);
    expect(changedWording(asking('a'), asking('b'), 'zh-Hans', { ...here, temporary: 'desk' })).toEqual([]);
    // Ended: what was filled in is left out when it is sealed, and there is nothing to ask.
    expect(changedWording(asking('a'), { ...before, purposes: others }, 'zh-Hans', here)).toEqual([]);
  });
});
