import type { NoticeTexts } from '../../protocol/api.ts';
import { checkManifest } from '../../protocol/check-manifest.ts';
import { type Language, languages } from '../../protocol/languages.ts';
import { type Manifest, manifestJwsType } from '../../protocol/manifest.ts';
import { type Notice, parseNotice, purposeWording } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { Grant } from '../../protocol/staff.ts';
import { checkRuleDates, checkTemporary, ruleText, type TemporaryRule } from '../../protocol/temporary-rule.ts';
import { digest } from '../digest.ts';
import { isPoint, keyIdOf, verifyJws } from '../p256.ts';
import type { NewPublication } from '../store/hotel-changes.ts';
import { readManifest } from './hotels.ts';

export interface PublicationDraft {
  readonly property: string;
  readonly profile: PropertyProfile;
  readonly manifest: string;
  readonly notices: NoticeTexts;
  /** The server's receipt key for this property, raw point base64url. */
  readonly receiptKey: string;
  /** Milliseconds. */
  readonly now: number;
}

export interface CheckedPublication {
  readonly manifest: Manifest;
  readonly publication: NewPublication;
}

function invalid(detail: string): Refusal {
  return new Refusal('manifest_invalid', detail);
}

/**
 * Checks a manifest and its notices as the owner's browser sends them: signed by the root it names, about this property and this
 * server's receipt key, in agreement with every notice text. Throws Refusal `manifest_invalid` with the place.
 */
export async function checkPublication(draft: PublicationDraft): Promise<CheckedPublication> {
  const manifest = readManifest(draft.manifest);
  const verified = await verifyJws(draft.manifest, manifest.root, manifestJwsType);
  if (verified === null) throw invalid('signature');
  if (verified.kid !== keyIdOf(Buffer.from(manifest.root, 'base64url'))) throw invalid('kid');
  const reason = checkManifest(manifest, { property: draft.property, now: draft.now, lastSequence: manifest.sequence });
  if (reason !== null) throw invalid(reason);
  if (manifest.receiptKey.publicKey !== draft.receiptKey) throw invalid('receiptKey');
  if (manifest.jurisdiction !== draft.profile.jurisdiction) throw invalid('jurisdiction');
  checkKeys(manifest);
  checkPurposes(manifest, draft.profile);
  checkRule(manifest, draft.notices);
  const notices: Partial<Record<Language, { hash: string; text: string }>> = {};
  for (const language of languages) {
    const text = draft.notices[language];
    const named = manifest.notices[language];
    if (text === undefined && named === undefined && !draft.profile.languages.includes(language)) continue;
    if (text === undefined || named === undefined) throw invalid(`notices.${language}`);
    const hash = digest(text);
    if (hash !== named.hash) throw invalid(`notices.${language}.hash`);
    checkNotice(manifest, parseNotice(text), language);
    notices[language] = { hash, text };
  }
  const { sequence } = manifest;
  return { manifest, publication: { sequence, hash: digest(draft.manifest), jws: draft.manifest, notices } };
}

function checkKeys(manifest: Manifest): void {
  for (const key of [manifest.card, manifest.receiptKey, ...manifest.purposes]) {
    if (keyIdOf(Buffer.from(key.publicKey, 'base64url')) !== key.keyId || !isPoint(key.publicKey))
      throw invalid('keyId');
  }
}

function checkPurposes(manifest: Manifest, profile: PropertyProfile): void {
  for (const purpose of manifest.purposes) {
    const template = purposeTemplates[purpose.id];
    if (purpose.basis !== template.basis || purpose.schema !== template.schema) throw invalid(`purposes.${purpose.id}`);
    for (const language of profile.languages) {
      if (purpose.wording[language] === undefined) throw invalid(`purposes.${purpose.id}.wording.${language}`);
    }
  }
  for (const { id } of profile.purposes) {
    if (!manifest.purposes.some((purpose) => purpose.id === id)) throw invalid(`purposes.${id}`);
  }
}

/** The rule a temporary purpose rests on is the one guests read, in the manifest's first language. */
function checkRule(manifest: Manifest, notices: NoticeTexts): void {
  const named = manifest.purposes.find(({ id }) => id === 'temporary');
  if (named === undefined) return;
  const [first] = languages.flatMap((language) => notices[language] ?? []);
  const purpose = parseNotice(first ?? '').purposes.find(({ id }) => id === 'temporary');
  if (purpose === undefined || named.rule !== digest(ruleText(purpose))) throw invalid('purposes.temporary.rule');
}

function checkNotice(manifest: Manifest, notice: Notice, language: Language): void {
  const path = `notices.${language}`;
  if (notice.property !== manifest.property || notice.language !== language) throw invalid(`${path}.property`);
  if (notice.version !== manifest.notices[language]?.version) throw invalid(`${path}.version`);
  if (notice.purposes.length !== manifest.purposes.length) throw invalid(`${path}.purposes`);
  for (const purpose of notice.purposes) {
    const named = manifest.purposes.find(({ id }) => id === purpose.id);
    if (named === undefined || named.basis !== purpose.basis) throw invalid(`${path}.purposes.${purpose.id}`);
    if (named.wording[language] !== digest(purposeWording(purpose)))
      throw invalid(`${path}.purposes.${purpose.id}.wording`);
    // One promise in every language: what guests read is what is later acted on.
    if (JSON.stringify(named.retention) !== JSON.stringify(purpose.retention))
      throw invalid(`${path}.purposes.${purpose.id}.retention`);
  }
}

/** The rule a temporary purpose of a profile rests on. */
function ruleOf({ purposes }: PropertyProfile): TemporaryRule | undefined {
  return purposes.find(({ id }) => id === 'temporary')?.rule;
}

/** What makes the first manifest and its profile a hotel's beginning, as far as a temporary purpose goes. Throws Refusal `manifest_invalid`. */
export function checkBeginning(manifest: Manifest, profile: PropertyProfile, now: number): void {
  const wrong = checkTemporary(manifest, null, now) ?? checkRuleDates(manifest, ruleOf(profile), null, now);
  if (wrong !== null) throw invalid(wrong);
}

/** What makes a manifest and its profile the next ones after others. Throws Refusal `conflict` where it isn't the next, `manifest_invalid` else. */
export function checkSuccession(
  next: Manifest,
  profile: PropertyProfile,
  {
    current,
    profile: profileBefore,
  }: {
    readonly current: { readonly manifest: Manifest; readonly hash: string };
    readonly profile: PropertyProfile;
  },
  now: number,
): void {
  const before = current.manifest;
  if (next.sequence !== before.sequence + 1 || next.previous !== current.hash)
    throw new Refusal('conflict', 'sequence');
  if (next.root !== before.root) throw invalid('root');
  checkVersions(next, before);
  const temporary =
    checkTemporary(next, before, now) ??
    checkRuleDates(next, ruleOf(profile), { manifest: before, rule: ruleOf(profileBefore) }, now);
  if (temporary !== null) throw invalid(temporary);
  if (next.epoch !== before.epoch && next.epoch !== before.epoch + 1) throw invalid('epoch');
  if (next.epoch !== before.epoch) return;
  // Keys change with the epoch only; a purpose offered anew brings its own.
  if (next.card.keyId !== before.card.keyId) throw invalid('card');
  for (const { id, keyId } of before.purposes) {
    const kept = next.purposes.find((purpose) => purpose.id === id);
    if (kept !== undefined && kept.keyId !== keyId) throw invalid(`purposes.${id}`);
  }
}

/**
 * A text keeps its version for as long as it stays the same, and a new one's version is the sequence that brings it: from the version
 * a guest agreed to follow the manifest of that day, and with it how long their details are kept.
 */
function checkVersions(next: Manifest, before: Manifest): void {
  for (const language of languages) {
    const [now, then] = [next.notices[language], before.notices[language]];
    if (now === undefined) continue;
    const expected = now.hash === then?.hash ? then.version : next.sequence;
    if (now.version !== expected) throw invalid(`notices.${language}.version`);
  }
  for (const { id, wording, versions } of next.purposes) {
    const then = before.purposes.find((purpose) => purpose.id === id);
    for (const language of languages) {
      const version = versions?.[language];
      if (version === undefined) continue;
      const same = then !== undefined && then.wording[language] === wording[language];
      const known = then?.versions?.[language];
      if (same ? known !== undefined && version !== known : version !== next.sequence)
        throw invalid(`purposes.${id}.versions.${language}`);
    }
  }
}

/** Grants must be for keys of the current manifest, each once. Throws Refusal `unknown_key`. */
export function checkGrants(grants: readonly Grant[], manifest: Manifest): void {
  if (new Set(grants.map(({ keyId }) => keyId)).size !== grants.length) throw new Refusal('malformed', 'grants');
  for (const { purpose, keyId, epoch } of grants) {
    const key = purpose === 'card' ? manifest.card : manifest.purposes.find(({ id }) => id === purpose);
    if (key?.keyId !== keyId || epoch !== manifest.epoch) throw new Refusal('unknown_key', `grants.${purpose}`);
  }
}
