import type { NoticeTexts, Setup, SetupStart } from '../../protocol/api.ts';
import { composeNotice } from '../../protocol/compose-notice.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { SealingKey, SignedManifest } from '../../protocol/manifest.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { toInstant } from '../../protocol/time.ts';
import type { PassphraseParameters } from '../../protocol/staff.ts';
import { importKeyPair, keyIdOf } from '../../crypto/key-pair.ts';
import { createPerson } from '../../crypto/person-keys.ts';
import { generatePropertyKeys, type PropertyKeys, sealingKey } from '../../crypto/property-keys.ts';
import { signManifest } from '../../crypto/sign-manifest.ts';

/** Days a manifest is good for; the owner's next sign-in renews it long before. */
export const manifestDays = 400;

/** What is really going on, in this order. */
export const creationSteps = ['keys', 'passphrase', 'notices', 'signature'] as const;
export type CreationStep = (typeof creationSteps)[number];

export interface HotelDraft {
  readonly start: Pick<SetupStart, 'property' | 'receiptKey'>;
  readonly profile: PropertyProfile;
  readonly owner: { readonly handle: string; readonly displayName: string; readonly passphrase: string };
}

export interface CreationTools {
  /** Milliseconds, by the server's clock. */
  readonly now: number;
  /** And by the device's own: the two are held against each other. */
  readonly ownTime: number;
  readonly random: RandomBytes;
  /** Called when a step begins. */
  readonly onStep?: (step: CreationStep) => void;
  /** Weaker ones make tests quick; the product's own when left out. */
  readonly parameters?: PassphraseParameters;
}

export interface CreatedHotel {
  /** The body of POST set-up. */
  readonly setup: Setup;
  readonly manifest: SignedManifest;
  /** Secret; everything that must be on the recovery sheet. */
  readonly keys: PropertyKeys;
}

/**
 * Makes a hotel on the owner's own device: keys, notices, the signed manifest and the owner's person. Nothing is sent from here.
 * Throws Refusal `malformed` where a text of the profile is missing.
 */
export async function createHotel({ start, profile, owner }: HotelDraft, tools: CreationTools): Promise<CreatedHotel> {
  const { now, random } = tools;
  const { property } = start;
  tools.onStep?.('keys');
  const keys = await generatePropertyKeys(manifestPurposes(profile));
  tools.onStep?.('passphrase');
  const person = await createPerson({
    property,
    ...owner,
    role: 'owner',
    purposes: keys.sealing,
    epoch: 1,
    fingerprint: await keyIdOf(keys.root.publicKey),
    root: keys.root,
    now,
    random,
    ...(tools.parameters === undefined ? {} : { parameters: tools.parameters }),
  });
  tools.onStep?.('notices');
  const notices = composeNotices(profile, property, 1);
  tools.onStep?.('signature');
  const { signingKey, card, purposes } = await manifestKeys(keys);
  const manifest = await signManifest({
    property,
    jurisdiction: profile.jurisdiction,
    root: { publicKey: keys.root.publicKey, signingKey },
    card,
    keys: purposes,
    receiptKey: start.receiptKey,
    notices,
    epoch: 1,
    previous: null,
    now,
    validDays: manifestDays,
  });
  const time = toInstant(tools.ownTime);
  return { setup: { profile, manifest: manifest.jws, notices, owner: person, time }, manifest, keys };
}

/** The purposes a manifest of this hotel has: the owner's picks, and those the law attaches to guests. */
function manifestPurposes(profile: Pick<PropertyProfile, 'purposes'>): PurposeId[] {
  const picked = new Set(profile.purposes.map(({ id }) => id));
  return purposeIds.filter((id) => picked.has(id) || purposeTemplates[id].offered === 'always');
}

/** The exact notice texts, one per language the hotel offers. */
function composeNotices(profile: PropertyProfile, property: string, version: number): NoticeTexts {
  const notices: NoticeTexts = {};
  for (const language of profile.languages)
    notices[language] = JSON.stringify(composeNotice({ profile, property, language, version }));
  return notices;
}

async function manifestKeys(keys: PropertyKeys) {
  const { privateKey: signingKey } = await importKeyPair(keys.root, 'sign');
  const purposes: Partial<Record<PurposeId, SealingKey>> = {};
  let card: SealingKey | null = null;
  for (const { purpose, pair } of keys.sealing) {
    const key = await sealingKey(pair);
    if (purpose === 'card') card = key;
    else purposes[purpose] = key;
  }
  if (card === null) throw new Error('property keys always hold a card key');
  return { signingKey, card, purposes };
}
