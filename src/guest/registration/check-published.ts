import { verifyManifest, verifyNotice } from '../../crypto/verify-manifest.ts';
import { keyIdOf } from '../../crypto/key-pair.ts';
import type { Published } from '../../protocol/published.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { Language } from '../../protocol/languages.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import type { Notice } from '../../protocol/notice.ts';

/** A manifest and its notice, both believed. */
export interface CheckedPublished {
  readonly signed: SignedManifest;
  readonly notice: Notice;
  readonly language: Language;
  /** Of the root key that signed; 22 characters. */
  readonly fingerprint: string;
}

export interface PublishedExpectation {
  readonly property: string;
  /** From the poster; null when the page was opened without one. */
  readonly fingerprint: string | null;
  /** Milliseconds. */
  readonly now: number;
  /** The highest sequence seen of this root, given its fingerprint; 0 when none. */
  readonly recallSequence: (fingerprint: string) => Promise<number>;
}

/** Checks everything a phone must before it shows a seal or asks for a name. Throws Refusal with a device problem. */
export async function checkPublished(published: Published, expected: PublishedExpectation): Promise<CheckedPublished> {
  const { property, now } = expected;
  const first = await verifyManifest(published.manifest, {
    property,
    fingerprint: expected.fingerprint,
    now,
    lastSequence: 0,
  });
  const fingerprint = await keyIdOf(decodeBase64Url(first.manifest.root) ?? new Uint8Array());
  const lastSequence = await expected.recallSequence(fingerprint);
  const signed =
    lastSequence > first.manifest.sequence
      ? await verifyManifest(published.manifest, { property, fingerprint, now, lastSequence })
      : first;
  const notice = await verifyNotice(published.notice, published.language, signed.manifest);
  return { signed, notice, language: published.language, fingerprint };
}
