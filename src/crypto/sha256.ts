import { encodeBase64Url } from '../protocol/base64url.ts';

/** SHA-256 of bytes, or of a text's UTF-8. 32 bytes. */
export async function sha256(data: Uint8Array<ArrayBuffer> | string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** SHA-256 as 43 characters of base64url: the form in which one text names another. */
export async function digest(data: Uint8Array<ArrayBuffer> | string): Promise<string> {
  return encodeBase64Url(await sha256(data));
}

/** Whether two byte strings are equal, without stopping at the first difference. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
