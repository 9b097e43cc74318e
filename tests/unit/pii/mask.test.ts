import { expect, test } from 'vitest';
import { cardPayload, cardPayloadSchema } from '../../../src/pii/payloads.ts';
import { maskContact } from '../../../src/pii/mask.ts';

test.each([
  ['+8613812341234', '138****1234'],
  ['+861012345678', '+86 ****5678'],
  ['+85251234567', '+852 ****4567'],
  ['+442079460958', '+44 ****0958'],
  ['+19175550123', '+1 ****0123'],
  ['+79161234567', '+7 ****4567'],
  ['+390612345678', '+39 ****5678'],
  ['+976881234', '+976 ****34'],
  ['+3545812345', '+354 ****45'],
  ['+6834002', '+683 ****'],
  ['me@example.com', 'm***@example.com'],
  ['m@example.com', '***@example.com'],
  ['用户@例子.中国', '用***@例子.中国'],
  ['𠮷田@example.com', '𠮷***@example.com'],
  ['', '****'],
  ['12345678', '****'],
])('%s is shown as %s', (contact, masked) => {
  expect(maskContact(contact)).toBe(masked);
});

test('the longest address still fits the card', () => {
  const email = `a@${'b'.repeat(248)}.com`;
  expect(email).toHaveLength(254);
  const details = {
    name: 'A',
    phone: null,
    email,
    checkIn: '2026-05-04',
    checkOut: '2026-05-05',
    partySize: 1,
    people: [],
    minors: [],
  };
  expect(cardPayloadSchema.safeParse(cardPayload(details)).success).toBe(true);
});
