import { describe, expect, test } from 'vitest';
import { formatRecoveryCode } from '../../../src/crypto/recovery-code.ts';
import { answerMilliseconds, quietMilliseconds, startIdleWipe } from '../../../src/guest/assisted/idle-wipe.ts';
import { memoryTrail } from '../../../src/guest/assisted/memory-trail.ts';
import { readTypedSecret } from '../../../src/guest/assisted/read-typed-secret.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';

/** A clock that goes when told, and what it was asked to call. */
function turnedClock() {
  let now = 1_000_000;
  let waiting: { readonly at: number; readonly call: () => void }[] = [];
  const clock = () => now;
  const later = (milliseconds: number, call: () => void) => {
    const one = { at: now + milliseconds, call };
    waiting.push(one);
    return () => {
      waiting = waiting.filter((other) => other !== one);
    };
  };
  const turn = (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      const [next] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      waiting = waiting.filter((one) => one !== next);
      now = next.at;
      next.call();
    }
    now = end;
  };
  /** As while the tablet sleeps: time goes and nothing is called. */
  const sleep = (milliseconds: number) => {
    now += milliseconds;
  };
  return { clock, later, turn, sleep };
}

function watched() {
  const time = turnedClock();
  const said: string[] = [];
  const idle = startIdleWipe(time, {
    onAsk: () => said.push('ask'),
    onCalm: () => said.push('calm'),
    onGone: () => said.push('gone'),
  });
  return { ...time, idle, said };
}

describe('a tablet in a guest’s hands', () => {
  test('asks after two quiet minutes and wipes when nobody answers', () => {
    const { turn, said } = watched();
    turn(quietMilliseconds - 1);
    expect(said).toEqual([]);
    turn(1);
    expect(said).toEqual(['ask']);
    turn(answerMilliseconds);
    expect(said).toEqual(['ask', 'gone']);
    turn(10 * quietMilliseconds);
    expect(said).toEqual(['ask', 'gone']);
  });

  test('goes on after a touch, counting from the touch', () => {
    const { turn, idle, said } = watched();
    turn(quietMilliseconds + 1000);
    idle.touch();
    expect(said).toEqual(['ask', 'calm']);
    turn(quietMilliseconds - 1);
    expect(said).toEqual(['ask', 'calm']);
    turn(1);
    expect(said).toEqual(['ask', 'calm', 'ask']);
  });

  test('is not kept by the touch that wakes it', () => {
    const { sleep, idle, said } = watched();
    sleep(quietMilliseconds + answerMilliseconds);
    idle.touch();
    expect(said).toEqual(['gone']);
  });

  test('counts anew when it is told to wait', () => {
    const { turn, idle, said } = watched();
    turn(quietMilliseconds + answerMilliseconds);
    idle.restart();
    turn(quietMilliseconds);
    expect(said).toEqual(['ask', 'gone', 'ask']);
  });
});

describe('a trail in memory', () => {
  test('goes back and forth like a browser’s', () => {
    const trail = memoryTrail();
    const seen: unknown[] = [];
    const stop = trail.onMove((mark) => seen.push(mark));
    trail.push('a');
    trail.push('b');
    trail.go(-1);
    trail.push('c');
    trail.go(-2);
    trail.go(-1);
    stop();
    trail.go(1);
    expect(seen).toEqual(['a', null]);
    expect(trail.state()).toBe('a');
  });
});

describe('what is typed at the desk’s tablet', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
  const secret = encodeBase64Url(bytes);

  test.each([
    ['a link', (typed: string) => `https://hotel.example/r#${typed}`],
    ['a link with things behind it', (typed: string) => ` https://hotel.example/r#${typed}?from=app\n`],
    ['what stands behind #', (typed: string) => typed],
  ])('is read as %s', async (_, write) => {
    expect(await readTypedSecret(write(secret))).toBe(secret);
  });

  test('is read as the slip’s groups, however they are typed', async () => {
    const code = await formatRecoveryCode(bytes);
    expect(await readTypedSecret(code.toLowerCase().replaceAll('-', ' '))).toBe(secret);
    expect(await readTypedSecret(code.replaceAll('0', 'o'))).toBe(secret);
  });

  test('is refused with a slip of the finger', async () => {
    const code = await formatRecoveryCode(bytes);
    const wrong = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    expect(await readTypedSecret(wrong)).toBeNull();
    expect(await readTypedSecret('K7M4Q2')).toBeNull();
  });
});
