import { expect, test } from 'vitest';
import { emailAddress } from '../../../src/pii/email-address.ts';

test.each([
  ['guest@example.com', 'guest@example.com'],
  ['  Guest.Name+Hotel@Sub.EXAMPLE.co.uk\n', 'Guest.Name+Hotel@sub.example.co.uk'],
  ['ｇｕｅｓｔ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'guest@example.com'],
  ['guest@example。com', 'guest@example.com'],
  ['\u2068guest@example.com\u2069', 'guest@example.com'],
  ['用户@例子.中国', '用户@例子.中国'],
  ["o'neill_{x}=y/z@example.com", "o'neill_{x}=y/z@example.com"],
  // Addresses Japanese carriers once gave out.
  ['a..b.@docomo.example', 'a..b.@docomo.example'],
  ['1@qq.example', '1@qq.example'],
])('%j is %s', (typed, address) => {
  expect(emailAddress(typed)).toEqual({ ok: true, value: address });
});

test.each([
  ['', 'missing'],
  ['guest', 'email_no_at'],
  ['guest.example.com', 'email_no_at'],
  ['guest@', 'email_incomplete'],
  ['@example.com', 'email_incomplete'],
  ['guest@example', 'email_incomplete'],
  ['guest@example.', 'email_incomplete'],
  ['guest@.com', 'email_incomplete'],
  ['guest@example..com', 'email_incomplete'],
  ['guest@@example.com', 'email_characters'],
  ['guest@exam ple.com', 'email_characters'],
  ['Guest <guest@example.com>', 'email_characters'],
  ['a@example.com, b@example.com', 'email_characters'],
  ['guest@example.com;', 'email_characters'],
  ['guest@-example.com', 'email_characters'],
  ['guest@exam_ple.com', 'email_characters'],
  [`${'a'.repeat(250)}@example.com`, 'too_long'],
])('%j is refused: %s', (typed, reason) => {
  expect(emailAddress(typed)).toEqual({ ok: false, reason });
});
