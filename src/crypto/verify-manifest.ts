import { decodeBase64Url } from '../protocol/base64url.ts';
import { checkManifest, type ManifestExpectation } from '../protocol/check-manifest.ts';
import { type Manifest, manifestJwsType, manifestSchema, type SignedManifest } from '../protocol/manifest.ts';
import { type Notice, parseNotice } from '../protocol/notice.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Language } from '../protocol/languages.ts';
import { verifyJws } from './jws.ts';
import { keyIdOf } from './key-pair.ts';
import { digest } from './sha256.ts';

export interface TrustedManifestExpectation extends ManifestExpectation {
  /** From the poster's fragment; null when the page was opened without one, and then the root is taken as found. */
  readonly fingerprint: string | null;
}

/**
 * Checks a manifest the way a phone must before it believes a key in it.
 * Throws Refusal `manifest_signature` (malformed or not signed by its root), `manifest_fingerprint` (another root than the poster's),
 * everything of `checkManifest`, and `manifest_keys` where a key id isn't its key's.
 */
export async function verifyManifest(jws: string, expected: TrustedManifestExpectation): Promise<SignedManifest> {
  const root = claimedRoot(jws);
  if (expected.fingerprint !== null && (await keyIdOf(root)) !== expected.fingerprint)
    throw new Refusal('manifest_fingerprint');
  const text = await verifyJws(jws, root, manifestJwsType);
  if (text === null) throw new Refusal('manifest_signature');
  const manifest = readManifest(text);
  const problem = checkManifest(manifest, expected);
  if (problem !== null) throw new Refusal(problem);
  await checkKeyIds(manifest);
  return { jws, hash: await digest(jws), manifest };
}

/** The root a manifest says it is signed by. The only thing read before the signature is checked, because it is needed for that. */
function claimedRoot(jws: string): Uint8Array<ArrayBuffer> {
  const payload = decodeBase64Url(jws.split('.')[1] ?? '') ?? new Uint8Array();
  const { root } = readManifest(new TextDecoder().decode(payload));
  return decodeBase64Url(root) ?? new Uint8Array();
}

function readManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('manifest_signature', 'not a manifest');
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new Refusal('manifest_signature', 'not a manifest');
  return parsed.data;
}

async function checkKeyIds(manifest: Manifest): Promise<void> {
  for (const key of [manifest.card, manifest.receiptKey, ...manifest.purposes]) {
    const bytes = decodeBase64Url(key.publicKey);
    if (bytes === null || (await keyIdOf(bytes)) !== key.keyId) throw new Refusal('manifest_keys', 'key id');
  }
}

/** The notice a manifest vouches for. Throws Refusal `notice_changed` when the text isn't the one whose hash was signed. */
export async function verifyNotice(noticeText: string, language: Language, manifest: Manifest): Promise<Notice> {
  if (manifest.notices[language]?.hash !== (await digest(noticeText))) throw new Refusal('notice_changed');
  return parseNotice(noticeText);
}
