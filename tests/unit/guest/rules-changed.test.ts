import { beforeAll, describe, expect, it } from 'vitest';
import { answeredAnew, rulesChanged } from '../../../src/guest/registration/rules-changed.ts';
import type { Manifest, ManifestPurpose } from '../../../src/protocol/manifest.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { hotelInMemory } from '../../support/hotel-in-memory.ts';

const now = Date.parse('2026-11-21T12:00:00+08:00');
let before: Manifest;
let temporary: ManifestPurpose;
beforeAll(async () => {
  before = (await hotelInMemory(now)).manifest.manifest;
  const [any] = before.purposes;
  if (any === undefined) throw new Error('no purpose');
  const retention = { kind: 'until-date', asked: '2026-11-30', erased: '2026-12-01' } as const;
  temporary = { ...any, id: 'temporary', basis: 'law', retention, rule: 'r'.repeat(43) };
});

const choices = { answers: { emergency: 'yes', offers: 'no' }, identity: 'here' } as const;
const otherNotice = { 'zh-Hans': { hash: 'n'.repeat(43), version: 2 } };

function reworded(...ids: readonly PurposeId[]): Manifest {
  return {
    ...before,
    sequence: before.sequence + 1,
    notices: otherNotice,
    purposes: before.purposes.map((purpose) =>
      ids.includes(purpose.id) ? { ...purpose, wording: { 'zh-Hans': 'x'.repeat(43) } } : purpose,
    ),
  };
}

const without = (id: PurposeId): Manifest => ({
  ...before,
  notices: otherNotice,
  purposes: before.purposes.filter((purpose) => purpose.id !== id),
});
const changed = (then: Manifest, today: Manifest, at = now) => rulesChanged(then, today, 'zh-Hans', choices, at);

describe('newer rules while a guest fills in the form', () => {
  it('with other keys only tell nothing', () => {
    const after = { ...before, sequence: 2, purposes: before.purposes.map((one) => ({ ...one, keyId: 'new' })) };
    expect(changed(before, after)).toBeNull();
  });

  it('ask again only for a yes whose words changed', () => {
    const ask = { ask: ['emergency'], place: [], refill: true };
    expect(changed(before, reworded('emergency', 'offers', 'identity'))).toEqual(ask);
    // A manifest and a notice that don't fit together are no reason to ask less.
    expect(changed(before, { ...reworded('emergency'), notices: before.notices })).toEqual(ask);
  });

  it('ask for a use that was not there before, and look the form through where one is gone', () => {
    expect(changed(without('membership'), before)).toEqual({ ask: ['membership'], place: [], refill: true });
    expect(changed(before, without('emergency'))).toEqual({ ask: [], place: [], refill: true });
    expect(changed(before, without('offers'))).toEqual({ ask: [], place: [], refill: false });
  });

  it('tell what a law asks in other words, and anything else that is told, and ask nothing', () => {
    const told = { ask: [], place: [], refill: false };
    expect(changed(before, reworded('identity'))).toEqual(told);
    expect(changed(before, reworded('minors'))).toEqual(told);
    expect(changed(before, reworded())).toEqual(told);
  });

  it('have the guest say where they fill in what a law asks anew, while it asks', () => {
    const after = { ...reworded(), purposes: [...before.purposes, temporary] };
    const place = { ask: [], place: ['temporary'], refill: true };
    expect(changed(before, after)).toEqual(place);
    const another = { ...after, purposes: [...before.purposes, { ...temporary, rule: 's'.repeat(43) }] };
    expect(changed(after, another)).toEqual(place);
    expect(changed(without('identity'), before)).toEqual({ ask: [], place: ['identity'], refill: true });
    expect(changed(before, after, Date.parse('2026-12-01T00:00:00+08:00'))).toMatchObject({ place: [] });
  });
});

describe('answers to what was asked anew', () => {
  const asked = { ask: ['emergency'], place: ['temporary'], refill: true } as const;

  it('left open are a no, or the desk; everything else stays', () => {
    expect(answeredAnew(choices, asked, { answers: {}, identity: null })).toEqual({
      answers: { emergency: 'no', offers: 'no' },
      identity: 'here',
      temporary: null,
    });
  });

  it('are taken for what was asked and for nothing else', () => {
    const said = { answers: { emergency: 'yes', offers: 'yes' }, identity: 'desk', temporary: 'here' } as const;
    expect(answeredAnew(choices, asked, said)).toEqual({
      answers: { emergency: 'yes', offers: 'no' },
      identity: 'here',
      temporary: 'here',
    });
  });
});
