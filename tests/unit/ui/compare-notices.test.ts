import { describe, expect, it } from 'vitest';
import { compareNotices } from '../../../src/ui/changes/compare-notices.ts';
import { compareTexts } from '../../../src/ui/changes/compare-texts.ts';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';

const titles = { who: '谁', collected: '收集', passedOn: '提供', complaints: '投诉' };
const then = composeNotice({ profile: sampleProfile, property: '0123456789', language: 'zh-Hans', version: 1 });

function now(changes: Partial<typeof sampleProfile>) {
  const profile = { ...sampleProfile, ...changes };
  return composeNotice({ profile, property: '0123456789', language: 'zh-Hans', version: 2 });
}

describe('the rules agreed to beside today’s', () => {
  it('are the same when only the version grew', () => {
    expect(compareNotices(then, now({}), titles)).toEqual([]);
  });

  it('name every part that says something else, and mark only the words that differ', () => {
    const purposes = sampleProfile.purposes.map((one) =>
      one.id === 'emergency' ? { ...one, retention: { kind: 'after-departure' as const, workingDays: 3 } } : one,
    );
    const changed = compareNotices(then, now({ purposes }), titles);
    const emergency = changed.find(({ id }) => id === 'purpose-emergency');
    expect(emergency?.lines).toEqual([
      {
        before: [
          { text: '退房后最迟 ', change: 'same' },
          { text: '7', change: 'removed' },
          { text: ' 个工作日删除。', change: 'same' },
        ],
        after: [
          { text: '退房后最迟 ', change: 'same' },
          { text: '3', change: 'added' },
          { text: ' 个工作日删除。', change: 'same' },
        ],
      },
    ]);
    expect(changed.every(({ id }) => id === 'purpose-emergency' || id === 'collected')).toBe(true);
  });

  it('show a use that is no longer offered as removed, and a new one as added', () => {
    const without = now({ purposes: sampleProfile.purposes.filter(({ id }) => id !== 'offers') });
    expect(compareNotices(then, without, titles)).toContainEqual(
      expect.objectContaining({ id: 'purpose-offers', kind: 'removed' }),
    );
    expect(compareNotices(without, then, titles)).toContainEqual(
      expect.objectContaining({ id: 'purpose-offers', kind: 'added' }),
    );
  });
});

it('marking loses no character of either text', () => {
  const [before, after] = ['We call you, 房间 306, if needed.', 'We write to you, 房间 307, when needed!'];
  const pieces = compareTexts(before, after);
  const side = (left: 'added' | 'removed') =>
    pieces
      .filter(({ change }) => change !== left)
      .map(({ text }) => text)
      .join('');
  expect(side('added')).toBe(before);
  expect(side('removed')).toBe(after);
});

it('a few shared characters between two rewritten passages are marked with them', () => {
  const pieces = compareTexts(
    '有优惠、有新鲜事，偶尔给您发条消息。您说停，我们就停。',
    '有优惠、有新鲜事，每月给您寄一封信。您说停，我们就停。',
  );
  expect(pieces.map(({ change }) => change)).toEqual(['same', 'removed', 'added', 'same']);
});

it('two texts with next to nothing in common are one replaced by the other', () => {
  expect(compareTexts('We call you if there is a fire.', 'Points are counted for a year.')).toEqual([
    { text: 'We call you if there is a fire.', change: 'removed' },
    { text: 'Points are counted for a year.', change: 'added' },
  ]);
});
