import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a text's UTF-8 or of bytes, as 43 characters of base64url. */
export function digest(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url');
}

export function digestBytes(data: string | Uint8Array): Buffer {
  return hash('sha256', data, 'buffer');
}

/** Compares two digests without telling by time where they differ. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
