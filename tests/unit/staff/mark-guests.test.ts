import { expect, test } from 'vitest';
import type { HandOverWay } from '../../../src/protocol/hand-over.ts';
import { type ProblemCode, Refusal } from '../../../src/protocol/problems.ts';
import { markGuests } from '../../../src/staff/register/mark-guests.ts';

const whole = ['a', 'b', 'c', 'd'].map((registration, at) => ({ registration, consentNumber: at + 1 }));
const [a, b, c, d] = whole;

/** A server that refuses some, and what it was asked. */
function serverThat(refuses: Readonly<Record<string, ProblemCode | 'offline'>>) {
  const asked: unknown[] = [];
  const handOver = async (registration: string, way: HandOverWay | null, consentNumber?: number) => {
    asked.push([registration, way, consentNumber]);
    const code = refuses[registration];
    if (code !== undefined) throw new Refusal(code);
  };
  return { asked, api: { handOver } };
}

test('one who is gone by now keeps nobody else from being marked', async () => {
  const { asked, api } = serverThat({ b: 'gone', d: 'conflict' });
  expect(await markGuests(api, whole)).toEqual({ left: [b, d], problem: 'gone' });
  expect(asked).toEqual(whole.map(({ registration, consentNumber }) => [registration, 'file', consentNumber]));
  expect(await markGuests(serverThat({}).api, whole)).toEqual({ left: [], problem: null });
});

test.each(['offline', 'session_ended', 'storage_unavailable'] as const)(
  'where everybody would hear %s, the rest isn’t tried, and stays to be marked',
  async (code) => {
    const { asked, api } = serverThat({ a: 'gone', c: code });
    expect(await markGuests(api, whole)).toEqual({ left: [a, c, d], problem: code });
    expect(asked).toHaveLength(3);
  },
);
