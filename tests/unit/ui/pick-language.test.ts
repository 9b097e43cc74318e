import { describe, expect, test } from 'vitest';
import { pickLanguage } from '../../../src/ui/messages/pick-language.ts';

const both = ['zh-Hans', 'en'] as const;

describe('the language a guest is shown', () => {
  test.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-Hans-SG'], 'zh-Hans'],
    [['en-GB', 'zh-CN'], 'en'],
    [['EN_us'], 'en'],
    [['fr-FR', 'zh-CN'], 'zh-Hans'],
  ])('is the first of theirs that we have: %j', (wanted, shown) => {
    expect(pickLanguage(both, wanted)).toBe(shown);
  });

  test('keeps Chinese for readers of the other script before falling back to English', () => {
    expect(pickLanguage(both, ['zh-TW', 'en'])).toBe('zh-Hans');
  });

  test('prefers the reader’s own script where both are offered', () => {
    const available = ['zh-Hans', 'zh-Hant', 'en'];
    expect(pickLanguage(available, ['zh-HK'])).toBe('zh-Hant');
    expect(pickLanguage(available, ['zh-Hant-CN'])).toBe('zh-Hant');
    expect(pickLanguage(available, ['zh-CN'])).toBe('zh-Hans');
  });

  test('is English when none of theirs is here, and the first one where there is no English', () => {
    expect(pickLanguage(both, ['fr', 'sw'])).toBe('en');
    expect(pickLanguage(both, [])).toBe('en');
    expect(pickLanguage(['zh-Hans'], ['fr'])).toBe('zh-Hans');
  });

  test('cannot be picked from nothing', () => {
    expect(() => pickLanguage([], ['en'])).toThrow(RangeError);
  });
});
