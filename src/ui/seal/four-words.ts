/**
 * Four words to compare by eye or aloud: the fingerprint's first four bytes, each naming one of a list's 256 words. They help people
 * notice; the phone checks all 16 bytes.
 *
 * @throws RangeError with fewer than four bytes
 */
export function fourWords(fingerprint: Uint8Array, list: readonly string[]): readonly string[] {
  if (fingerprint.length < 4) throw new RangeError('a fingerprint has at least four bytes');
  return Array.from(fingerprint.subarray(0, 4), (byte) => list[byte] ?? '');
}
