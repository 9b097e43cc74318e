import type { RandomBytes } from '../protocol/ids.ts';

/** The platform's cryptographic random source, for composing an application. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
