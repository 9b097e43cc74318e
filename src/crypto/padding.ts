import { plaintextBuckets } from '../protocol/envelope.ts';
import { Refusal } from '../protocol/problems.ts';

/**
 * Pads to the next bucket: 4 bytes of length (big endian), the data, zeros. All registrations with ordinary names fall into one bucket,
 * so a ciphertext's length says little. Throws Refusal `too_large` past the largest bucket less 4 bytes.
 */
export function pad(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bucket = plaintextBuckets.find((size) => data.length + 4 <= size);
  if (bucket === undefined) throw new Refusal('too_large', 'plaintext');
  const padded = new Uint8Array(bucket);
  new DataView(padded.buffer).setUint32(0, data.length);
  padded.set(data, 4);
  return padded;
}

/** Takes the padding off. Throws Refusal `cannot_open` unless it is exactly what `pad` makes. */
export function unpad(padded: Uint8Array): Uint8Array {
  const length = padded.length < 4 ? -1 : new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const bucket = plaintextBuckets.find((size) => length + 4 <= size);
  if (length < 0 || bucket !== padded.length) throw new Refusal('cannot_open', 'padding');
  if (padded.subarray(length + 4).some((byte) => byte !== 0)) throw new Refusal('cannot_open', 'padding');
  return padded.subarray(4, 4 + length);
}
