import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, RandomBytes } from '../../protocol/ids.ts';

/** Milliseconds a challenge is good for. */
const lasts = 5 * 60_000;

export interface ChallengeParts {
  readonly secret: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/**
 * Challenges for passkeys. One carries its own end and the server's seal, so that asking for many costs no memory; only those that
 * proved something are remembered, until they would have ended, so that each proves something once.
 */
export class Challenges {
  readonly #parts: ChallengeParts;
  readonly #spent = new Map<string, number>();

  constructor(parts: ChallengeParts) {
    this.#parts = parts;
  }

  /** Good for one `use`, such as signing in to one hotel. 16 random bytes, 6 of time, 16 of HMAC-SHA-256. */
  make(use: string): string {
    const { clock, random } = this.#parts;
    const body = Buffer.alloc(22);
    body.set(random(16));
    body.writeUIntBE(clock() + lasts, 16, 6);
    return Buffer.concat([body, this.#seal(use, body)]).toString('base64url');
  }

  /** Whether it is one of ours for this use, in time and not spent. */
  holds(use: string, challenge: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== 38 || bytes.toString('base64url') !== challenge) return false;
    const [body, seal] = [bytes.subarray(0, 22), bytes.subarray(22)];
    const left = body.readUIntBE(16, 6) - this.#parts.clock();
    // A clock that was set back doesn't lengthen it.
    return timingSafeEqual(seal, this.#seal(use, body)) && left > 0 && left <= lasts && !this.#spent.has(challenge);
  }

  /** Takes it out of use. False where that was done already. */
  spend(challenge: string): boolean {
    if (this.#spent.has(challenge)) return false;
    const now = this.#parts.clock();
    for (const [other, until] of this.#spent) if (until <= now) this.#spent.delete(other);
    this.#spent.set(challenge, now + lasts);
    return true;
  }

  #seal(use: string, body: Uint8Array): Buffer {
    return createHmac('sha256', this.#parts.secret).update(`passkey\n${use}\n`).update(body).digest().subarray(0, 16);
  }
}
