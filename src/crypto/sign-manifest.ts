import { encodeBase64Url } from '../protocol/base64url.ts';
import type { NoticeTexts } from '../protocol/api.ts';
import { languages } from '../protocol/languages.ts';
import {
  type Manifest,
  type ManifestPurpose,
  manifestJwsType,
  type SealingKey,
  type SignedManifest,
} from '../protocol/manifest.ts';
import { parseNotice, purposeWording } from '../protocol/notice.ts';
import { Refusal } from '../protocol/problems.ts';
import { purposeTemplates } from '../protocol/purpose-templates.ts';
import type { PurposeId } from '../protocol/purposes.ts';
import { ruleText } from '../protocol/temporary-rule.ts';
import { toInstant } from '../protocol/time.ts';
import { signJws } from './jws.ts';
import { keyIdOf } from './key-pair.ts';
import { digest } from './sha256.ts';

export interface ManifestDraft {
  readonly property: string;
  readonly jurisdiction: string;
  /** Root public key, 65 bytes, and the private half for signing. */
  readonly root: { readonly publicKey: Uint8Array<ArrayBuffer>; readonly signingKey: CryptoKey };
  readonly card: SealingKey;
  /** Public keys per purpose, for every purpose of the notices. */
  readonly keys: Readonly<Partial<Record<PurposeId, SealingKey>>>;
  readonly receiptKey: SealingKey;
  /** Exact notice texts, one per language the hotel offers. */
  readonly notices: NoticeTexts;
  readonly epoch: number;
  readonly previous: SignedManifest | null;
  /** Milliseconds. */
  readonly now: number;
  /** Days until phones refuse it; the owner's tablet renews it long before. */
  readonly validDays: number;
}

/**
 * Writes and signs the next manifest. Each purpose's wording hash and each notice's hash are computed from the very texts given.
 * Throws Refusal `unknown_key` where a purpose of the notices has no key.
 */
export async function signManifest(draft: ManifestDraft): Promise<SignedManifest> {
  const manifest = await writeManifest(draft);
  const jws = await signJws(
    JSON.stringify(manifest),
    draft.root.signingKey,
    manifestJwsType,
    await keyIdOf(draft.root.publicKey),
  );
  return { jws, hash: await digest(jws), manifest };
}

async function writeManifest(draft: ManifestDraft): Promise<Manifest> {
  const texts = languages.flatMap((language) => {
    const text = draft.notices[language];
    return text === undefined ? [] : [{ language, text, notice: parseNotice(text) }];
  });
  const sequence = (draft.previous?.manifest.sequence ?? 0) + 1;
  const first = texts[0];
  if (first === undefined) throw new Refusal('manifest_empty', 'no notice');
  const notices: Manifest['notices'] = {};
  for (const { language, text, notice } of texts)
    notices[language] = { hash: await digest(text), version: notice.version };
  const purposes: ManifestPurpose[] = [];
  for (const { id, basis, retention, citations } of first.notice.purposes) {
    const key = draft.keys[id];
    if (key === undefined) throw new Refusal('unknown_key', id);
    const wording: ManifestPurpose['wording'] = {};
    const versions: ManifestPurpose['versions'] = {};
    const before = draft.previous?.manifest.purposes.find((purpose) => purpose.id === id);
    for (const { language, notice } of texts) {
      const purpose = notice.purposes.find((candidate) => candidate.id === id);
      if (purpose === undefined) continue;
      const hash = await digest(purposeWording(purpose));
      wording[language] = hash;
      versions[language] = before?.wording[language] === hash ? (before.versions?.[language] ?? 1) : sequence;
    }
    const rule = id === 'temporary' ? { rule: await digest(ruleText({ citations })) } : {};
    purposes.push({ id, basis, ...key, schema: purposeTemplates[id].schema, retention, ...rule, wording, versions });
  }
  return {
    format: 'foyer-manifest/1',
    property: draft.property,
    sequence,
    previous: draft.previous?.hash ?? null,
    issuedAt: toInstant(draft.now),
    expiresAt: toInstant(draft.now + draft.validDays * 86_400_000),
    epoch: draft.epoch,
    suites: ['HPKE-P256-SHA256-A256GCM'],
    root: encodeBase64Url(draft.root.publicKey),
    card: draft.card,
    purposes,
    notices,
    receiptKey: draft.receiptKey,
    logOrigin: `foyer/${draft.property}`,
    jurisdiction: draft.jurisdiction,
    recipients: first.notice.purposes.flatMap((purpose) =>
      purpose.recipients.map(({ name }) => ({ purpose: purpose.id, name })),
    ),
  };
}
