import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinReceipt, splitReceipt } from '../../../src/server/store/receipt-template.ts';

test('two receipts that differ in their ids and times share a template', () => {
  const receipt = (id: string, time: string) => JSON.stringify({ id, text: '文字 words', again: `stay:${id}`, time });
  const [a, b] = [
    splitReceipt(receipt('aaaaaaaaaaaa', '2026-11-21T10:00:00+08:00'), ['aaaaaaaaaaaa', '2026-11-21T10:00:00+08:00']),
    splitReceipt(receipt('bbbbbbbbbbbb', '2026-11-22T11:00:00+08:00'), ['bbbbbbbbbbbb', '2026-11-22T11:00:00+08:00']),
  ];
  expect(a.template).toBe(b.template);
  expect(a.template).not.toContain('aaaa');
  expect(joinReceipt(b)).toBe(receipt('bbbbbbbbbbbb', '2026-11-22T11:00:00+08:00'));
});

test('joining gives back the exact text, whatever the text and the pieces', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('aaaaaaaa', 'aaaaaaaaaa', '00000000', '\u{e000}1\u{e000}', '1'),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (texts, parts) => {
      const text = texts.join('');
      expect(joinReceipt(splitReceipt(text, parts))).toBe(text);
    }),
  );
});
