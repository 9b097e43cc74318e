import { decodeBase64Url, encodeBase64Url } from '../../src/protocol/base64url.ts';

/** The same base64url text with the lowest bit of one byte flipped; negative counts from the end. */
export function flipBit(text: string, at: number): string {
  const bytes = decodeBase64Url(text);
  if (bytes === null) throw new TypeError('not base64url');
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return encodeBase64Url(bytes);
}

/** The same base64url text less its last `count` bytes. */
export function truncate(text: string, count: number): string {
  const bytes = decodeBase64Url(text);
  if (bytes === null) throw new TypeError('not base64url');
  return encodeBase64Url(bytes.subarray(0, bytes.length - count));
}
