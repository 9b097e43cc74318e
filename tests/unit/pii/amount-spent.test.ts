import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountText, parseAmountSpent } from '../../../src/pii/amount-spent.ts';
import { limits } from '../../../src/pii/limits.ts';
import { formatAmount } from '../../../src/ui/messages/format-amount.ts';

test.each([
  ['', null],
  ['   ', null],
  ['0', 0],
  ['1280', 128_000],
  ['1280.5', 128_050],
  ['1,280.50', 128_050],
  ['¥ 88', 8800],
  ['８８．５元', 8850],
  ['1,000,000', limits.amountSpent],
])('%j is understood', (typed, amount) => {
  expect(parseAmountSpent(typed)).toBe(amount);
});

test.each(['-1', '1.234', '1000000.01', '12a', '1,28', '=1+1', '1e5', '.5', '1.', '٣', '9'.repeat(40)])(
  '%j is no amount',
  (typed) => {
    expect(parseAmountSpent(typed)).toBeUndefined();
  },
);

test('what was understood is shown so that it is understood again', () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 0, max: limits.amountSpent })), (amount) => {
      expect(parseAmountSpent(amountText(amount))).toBe(amount);
    }),
  );
});

test('is written the reader’s way', () => {
  expect(formatAmount(128_050, 'zh-Hans')).toBe('¥1,280.50');
  expect(formatAmount(128_050, 'en')).toBe('CN¥1,280.50');
});
