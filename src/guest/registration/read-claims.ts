import * as z from 'zod/mini';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { type Language, languages } from '../../protocol/languages.ts';

const claimsSchema = z.object({ notices: z.record(z.string(), z.unknown()) });

/**
 * The languages a manifest says its notice exists in, in the product's order. Read before any signature is checked: it decides
 * which links are shown, nothing else.
 */
export function claimedLanguages(manifest: string): readonly Language[] {
  const payload = decodeBase64Url(manifest.split('.')[1] ?? '');
  const claims = claimsSchema.safeParse(readJson(payload ?? new Uint8Array()));
  return claims.success ? languages.filter((language) => language in claims.data.notices) : [];
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Whoever needs what it says will check it, and refuse.
    return null;
  }
}
