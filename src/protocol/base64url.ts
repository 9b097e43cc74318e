const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The alphabet's inverse by character code, -1 where there is none. */
const values = Int8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));

/** Encodes bytes as base64url without padding (RFC 4648 §5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += alphabet.charAt(word >> 18) + alphabet.charAt((word >> 12) & 63);
    if (b !== undefined) text += alphabet.charAt((word >> 6) & 63);
    if (c !== undefined) text += alphabet.charAt(word & 63);
  }
  return text;
}

/**
 * Decodes base64url without padding.
 * Returns null where the text is not the one canonical encoding of some bytes
 * (padding, foreign characters, stray bits), so two texts never mean the same bytes.
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    word = ((word << 6) | value) & 0xfffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (word >> bits) & 0xff;
    }
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : null;
}

/** Encodes bytes as standard base64 with padding (RFC 4648 §4), as signed notes use it (C2SP signed-note). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Decodes standard base64 with padding; null where it is not canonical. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = decodeBase64Url(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
  return bytes !== null && encodeBase64(bytes) === text ? bytes : null;
}
