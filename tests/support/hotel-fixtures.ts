// A hotel as its owner's browser makes it: real keys and signatures, short words.

import { createHash, randomBytes } from 'node:crypto';
import { CompactSign } from 'jose';
import { newPropertyId } from '../../src/protocol/ids.ts';
import type { Language } from '../../src/protocol/languages.ts';
import { type Manifest, manifestJwsType, type SealingKey } from '../../src/protocol/manifest.ts';
import { type Notice, purposeWording } from '../../src/protocol/notice.ts';
import type { PropertyProfile } from '../../src/protocol/property-profile.ts';
import { purposeTemplates } from '../../src/protocol/purpose-templates.ts';
import type { PurposeId, Retention } from '../../src/protocol/purposes.ts';
import { ruleText } from '../../src/protocol/temporary-rule.ts';
import { toInstant } from '../../src/protocol/time.ts';

export const random = (length: number) => new Uint8Array(randomBytes(length));
export const text = (length: number) => randomBytes(length).toString('base64url');
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('base64url');

export interface SigningPair {
  /** Raw point, base64url. */
  readonly publicKey: string;
  readonly keyId: string;
  readonly privateKey: CryptoKey;
}

export async function signingPair(): Promise<SigningPair> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { ...sealingKeyOf(raw), privateKey: pair.privateKey };
}

export async function sealingKey(): Promise<SealingKey> {
  const { keyId, publicKey } = await signingPair();
  return { keyId, publicKey };
}

function sealingKeyOf(raw: Uint8Array): SealingKey {
  const keyId = createHash('sha256').update(raw).digest().subarray(0, 16).toString('base64url');
  return { keyId, publicKey: Buffer.from(raw).toString('base64url') };
}

export function signText(body: string, pair: SigningPair, typ: string): Promise<string> {
  return new CompactSign(Buffer.from(body))
    .setProtectedHeader({ alg: 'ES256', typ, kid: pair.keyId })
    .sign(pair.privateKey);
}

export const allPurposes: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers', 'identity', 'minors'];

/** A hotel as its owner's browser holds it. */
export interface TestHotel {
  readonly property: string;
  readonly root: SigningPair;
  readonly card: SealingKey;
  readonly keys: Readonly<Record<PurposeId, SealingKey>>;
  readonly profile: PropertyProfile;
  readonly receiptKey: SealingKey;
  readonly manifest: Manifest;
  readonly jws: string;
  readonly hash: string;
  readonly notices: Partial<Record<Language, string>>;
}

export interface HotelDraft {
  readonly property?: string;
  readonly receiptKey?: SealingKey;
  readonly purposes?: readonly PurposeId[];
  readonly now?: number;
  readonly previous?: TestHotel;
  readonly validDays?: number;
  /** Last changes before the manifest is signed. */
  readonly change?: (manifest: Manifest) => Manifest;
  readonly words?: string;
  /** Other terms than the templates'. */
  readonly retentions?: Readonly<Partial<Record<PurposeId, Retention>>>;
  /** ISO 3166-2; Guangdong where it isn't said. */
  readonly jurisdiction?: string;
}

/** Makes a hotel's first manifest, or the next one after `previous`. */
export async function testHotel(draft: HotelDraft = {}): Promise<TestHotel> {
  const { previous, now = Date.now() } = draft;
  const property = previous?.property ?? draft.property ?? newPropertyId(random);
  const receiptKey = previous?.receiptKey ?? draft.receiptKey ?? (await sealingKey());
  const purposes = draft.purposes ?? allPurposes;
  const root = previous?.root ?? (await signingPair());
  const card = previous?.card ?? (await sealingKey());
  const keys = previous?.keys ?? {
    emergency: await sealingKey(),
    billing: await sealingKey(),
    membership: await sealingKey(),
    offers: await sealingKey(),
    identity: await sealingKey(),
    minors: await sealingKey(),
    temporary: await sealingKey(),
  };
  const sequence = (previous?.manifest.sequence ?? 0) + 1;
  const notice = (language: Language) => testNotice(property, language, sequence, purposes, draft);
  const texts = { 'zh-Hans': JSON.stringify(notice('zh-Hans')), en: JSON.stringify(notice('en')) };
  const wording = (id: PurposeId, language: Language) => {
    const found = notice(language).purposes.find((purpose) => purpose.id === id);
    return sha256(found === undefined ? '' : purposeWording(found));
  };
  const rule = notice('zh-Hans').purposes.find(({ id }) => id === 'temporary');
  const written: Manifest = {
    format: 'foyer-manifest/1',
    property,
    sequence,
    previous: previous?.hash ?? null,
    issuedAt: toInstant(now),
    expiresAt: toInstant(now + (draft.validDays ?? 400) * 86_400_000),
    epoch: 1,
    suites: ['HPKE-P256-SHA256-A256GCM'],
    root: root.publicKey,
    card,
    purposes: purposes.map((id) => ({
      id,
      basis: purposeTemplates[id].basis,
      ...keys[id],
      schema: purposeTemplates[id].schema,
      retention: draft.retentions?.[id] ?? purposeTemplates[id].retention,
      wording: { 'zh-Hans': wording(id, 'zh-Hans'), en: wording(id, 'en') },
      ...(id === 'temporary' && rule !== undefined ? { rule: sha256(ruleText(rule)) } : {}),
    })),
    notices: {
      'zh-Hans': { hash: sha256(texts['zh-Hans']), version: sequence },
      en: { hash: sha256(texts.en), version: sequence },
    },
    receiptKey,
    logOrigin: `foyer/${property}`,
    jurisdiction: draft.jurisdiction ?? 'CN-44',
    recipients: [],
  };
  const manifest = draft.change?.(written) ?? written;
  const jws = await signText(JSON.stringify(manifest), root, manifestJwsType);
  const profile = { ...testProfile(purposes), jurisdiction: manifest.jurisdiction };
  return { property, root, card, keys, profile, receiptKey, manifest, jws, hash: sha256(jws), notices: texts };
}

function testProfile(purposes: readonly PurposeId[]): PropertyProfile {
  return {
    name: { 'zh-Hans': '望江客栈', en: 'River View Inn' },
    address: { 'zh-Hans': '广州市江边路 8 号', en: '8 Riverside Road, Guangzhou' },
    contact: '020-5550 0100',
    officer: { name: '陈经理', contact: '020-5550 0101' },
    complaints: [{ name: { 'zh-Hans': '网信部门', en: 'Cyberspace Administration' }, contact: '12377' }],
    languages: ['zh-Hans', 'en'],
    jurisdiction: 'CN-44',
    purposes: purposes.map((id) => ({ id, retention: purposeTemplates[id].retention })),
    storage: { 'zh-Hans': '我们自己的服务器，广州', en: 'our own server in Guangzhou' },
    identityRule: null,
  };
}

function testNotice(
  property: string,
  language: Language,
  version: number,
  purposes: readonly PurposeId[],
  { words = '', retentions = {} }: Pick<HotelDraft, 'words' | 'retentions'>,
): Notice {
  const say = (word: string) => `${language}: ${word}${words}`;
  return {
    format: 'foyer-notice/1',
    property,
    language,
    version,
    jurisdiction: 'CN-44',
    controller: {
      name: say('inn'),
      address: say('road'),
      contact: '020',
      officer: { name: say('officer'), contact: '021' },
    },
    promise: say('promise <b>&'),
    purposes: purposes.map((id) => ({
      id,
      basis: purposeTemplates[id].basis,
      citations: [],
      title: say(id),
      plain: say('plain'),
      rule: say('rule'),
      method: say('method'),
      items: [],
      retention: retentions[id] ?? purposeTemplates[id].retention,
      retentionText: say('kept'),
      refusal: say('refusal'),
      withdrawal: say('withdrawal'),
      recipients: [],
    })),
    sections: [],
    collected: [],
    passedOn: [],
    complaints: [],
    storage: say('storage'),
    crossBorder: say('no'),
    disclaimer: say('no legal advice'),
  };
}
