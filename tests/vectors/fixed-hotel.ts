import { importKeyPair, keyIdOf, type RawKeyPair } from '../../src/crypto/key-pair.ts';
import { sealingKey } from '../../src/crypto/property-keys.ts';
import { type ManifestDraft, signManifest } from '../../src/crypto/sign-manifest.ts';
import { signJws } from '../../src/crypto/jws.ts';
import { type Manifest, manifestJwsType, type SealingKey, type SignedManifest } from '../../src/protocol/manifest.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import { fixedKeyPair } from './fixed-keys.ts';
import { type NoticeLanguages, noticeTextsOf } from './fixed-notice.ts';

/** 2026-05-04T09:30:00+08:00. */
export const now = Date.UTC(2026, 4, 4, 1, 30);
export const day = 86_400_000;

export const hotelPurposes = ['emergency', 'offers', 'identity', 'minors'] as const satisfies readonly PurposeId[];
export type HotelPurpose = (typeof hotelPurposes)[number];

export interface FixedHotel {
  readonly property: string;
  readonly fingerprint: string;
  readonly root: RawKeyPair;
  readonly receipt: RawKeyPair;
  readonly card: RawKeyPair;
  readonly purposes: Readonly<Record<HotelPurpose, RawKeyPair>>;
  readonly notices: NoticeLanguages;
  readonly draft: ManifestDraft;
  readonly manifest: SignedManifest;
}

/** A hotel whose keys follow from its property id, with its first manifest, valid for 400 days from `now`. */
export async function fixedHotel(property = 'fyrqc00001'): Promise<FixedHotel> {
  const key = (name: string) => fixedKeyPair(`${property} ${name}`);
  const [root, receipt, card] = [key('root'), key('receipt'), key('card')];
  const purposes = {
    emergency: key('emergency'),
    offers: key('offers'),
    identity: key('identity'),
    minors: key('minors'),
  };
  const keys: Partial<Record<PurposeId, SealingKey>> = {};
  for (const purpose of hotelPurposes) keys[purpose] = await sealingKey(purposes[purpose]);
  const notices = noticeTextsOf(property);
  const draft: ManifestDraft = {
    property,
    jurisdiction: 'CN-44',
    root: { publicKey: root.publicKey, signingKey: (await importKeyPair(root, 'sign')).privateKey },
    card: await sealingKey(card),
    keys,
    receiptKey: await sealingKey(receipt),
    notices,
    epoch: 1,
    previous: null,
    now,
    validDays: 400,
  };
  const manifest = await signManifest(draft);
  return {
    property,
    fingerprint: await keyIdOf(root.publicKey),
    root,
    receipt,
    card,
    purposes,
    notices,
    draft,
    manifest,
  };
}

/** What the hotel's root would sign if it were made to sign this. */
export async function signAnything(
  hotel: Pick<FixedHotel, 'root' | 'fingerprint'>,
  content: object,
  typ = manifestJwsType,
): Promise<string> {
  const { privateKey } = await importKeyPair(hotel.root, 'sign');
  return signJws(JSON.stringify(content), privateKey, typ, hotel.fingerprint);
}

/** A manifest of the hotel with some of its content replaced, signed by its own root. */
export async function signChanged(
  hotel: FixedHotel,
  change: Partial<Record<keyof Manifest, unknown>>,
): Promise<string> {
  return signAnything(hotel, { ...hotel.manifest.manifest, ...change });
}

/** What a phone that scanned the hotel's poster today expects. */
export function expectationOf(hotel: FixedHotel) {
  return { property: hotel.property, fingerprint: hotel.fingerprint, now: now + day, lastSequence: 0 };
}
