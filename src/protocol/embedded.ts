import * as z from 'zod/mini';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import { type Published, publishedSchema } from './published.ts';

/**
 * What the welcome page carries for its script: a publication with the manifest's JWS taken apart. Its JSON compresses, its base64url
 * does not.
 */
const embeddedSchema = z.object({
  manifest: z.object({ header: z.string(), payload: z.string(), signature: z.string() }),
  language: z.string(),
  notice: z.string(),
});

/** The text of the page's data script, every `<` written as `\u003c`. Throws TypeError for a manifest that isn't a JWS in compact form (RFC 7515 §7.1). */
export function embedPublished({ manifest, language, notice }: Published): string {
  const [header, payload, signature, ...more] = manifest.split('.');
  if (signature === undefined || more.length > 0) throw new TypeError('not a JWS in compact form');
  const embedded = { manifest: { header: textOf(header), payload: textOf(payload), signature }, language, notice };
  return JSON.stringify(embedded).replaceAll('<', String.raw`\u003c`);
}

/** The publication again, the manifest to the letter. Null where the text isn't one. */
export function readEmbedded(text: string): Published | null {
  const embedded = embeddedSchema.safeParse(jsonOf(text));
  if (!embedded.success) return null;
  const { header, payload, signature } = embedded.data.manifest;
  const manifest = `${base64UrlOf(header)}.${base64UrlOf(payload)}.${signature}`;
  const published = publishedSchema.safeParse({ ...embedded.data, manifest });
  return published.success ? published.data : null;
}

function textOf(part: string | undefined): string {
  const bytes = part === undefined ? null : decodeBase64Url(part);
  if (bytes === null) throw new TypeError('not base64url');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function base64UrlOf(text: string): string {
  return encodeBase64Url(new TextEncoder().encode(text));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
