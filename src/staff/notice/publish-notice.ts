import type { ManifestPublication, NoticeTexts } from '../../protocol/api.ts';
import { composeNotice } from '../../protocol/compose-notice.ts';
import type { SealingKey, SignedManifest } from '../../protocol/manifest.ts';
import { parseNotice } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import { type PropertyProfile, propertyProfileSchema } from '../../protocol/property-profile.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import type { Member } from '../../protocol/team-list.ts';
import { ruleSince } from '../../protocol/temporary-rule.ts';
import { toDate } from '../../protocol/time.ts';
import { personKeyBytes, sealGrant } from '../../crypto/grant.ts';
import { generateKeyPair } from '../../crypto/key-pair.ts';
import { sealingKey } from '../../crypto/property-keys.ts';
import { signManifest } from '../../crypto/sign-manifest.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { manifestDays } from '../setup/create-hotel.ts';
import { purposeOf, withoutGone, withPurpose } from './notice-draft.ts';

/**
 * The notices of a draft. A language whose words are the very same keeps its text, and with it the version guests agreed to; any other
 * gets the next sequence as its version. Throws Refusal `malformed` where a text is missing in one of the languages.
 */
export function nextNotices(
  draft: PropertyProfile,
  hotel: Pick<Hotel, 'property' | 'manifest'>,
  current: NoticeTexts,
): NoticeTexts {
  const { property } = hotel;
  const next = hotel.manifest.manifest.sequence + 1;
  const notices: NoticeTexts = {};
  for (const language of draft.languages) {
    const before = current[language];
    const version = before === undefined ? next : parseNotice(before).version;
    const same = JSON.stringify(composeNotice({ profile: draft, property, language, version }));
    notices[language] =
      same === before ? before : JSON.stringify(composeNotice({ profile: draft, property, language, version: next }));
  }
  return notices;
}

export interface PreparedNotice {
  readonly publication: ManifestPublication;
  readonly manifest: SignedManifest;
  /** Purposes that come with a key nobody's recovery sheet has. */
  readonly newKeys: readonly PurposeId[];
}

export interface PrepareTools {
  /** Whom of the signed team new keys may be sealed to: a new purpose's goes to its owners. */
  readonly members: readonly Member[];
  /** Milliseconds. */
  readonly now: number;
}

/**
 * Writes and signs the next manifest of a draft, in the owner's browser. A purpose that goes on keeps its key; one that is new,
 * or offered anew, gets its own: a key the server could have put among the grants never gets into a manifest. Nothing is sent from here. Throws Refusal `forbidden` without the root key, `malformed` naming what is missing or too long.
 */
export async function prepareNotice(
  session: Pick<Session, 'property' | 'person' | 'keyring' | 'grants'>,
  hotel: Hotel,
  draft: PropertyProfile,
  current: NoticeTexts,
  { members, now }: PrepareTools,
): Promise<PreparedNotice> {
  const { root } = session.keyring;
  if (root === null) throw new Refusal('forbidden', 'root');
  const parsed = propertyProfileSchema.safeParse(withoutGone(draft, hotel.profile, toDate(now)));
  if (!parsed.success) throw new Refusal('malformed', parsed.error.issues[0]?.path.join('.'));
  const { property } = session;
  const before = hotel.manifest.manifest;
  const notices = nextNotices(parsed.data, hotel, current);
  const [first = ''] = Object.values(notices);
  const offered = parseNotice(first).purposes.map(({ id }) => id);
  const keys: Partial<Record<PurposeId, SealingKey>> = {};
  const grants: NonNullable<ManifestPublication['grants']> = [];
  const newKeys: PurposeId[] = [];
  for (const id of purposeIds.filter((purpose) => offered.includes(purpose))) {
    const known = before.purposes.find((purpose) => purpose.id === id);
    keys[id] = known === undefined ? await keyFor(id) : { keyId: known.keyId, publicKey: known.publicKey };
  }
  const manifest = await signManifest({
    property,
    jurisdiction: parsed.data.jurisdiction,
    root,
    card: before.card,
    keys,
    receiptKey: before.receiptKey,
    notices,
    epoch: before.epoch,
    previous: hotel.manifest,
    now,
    validDays: manifestDays,
  });
  const publication = { profile: withSince(parsed.data), manifest: manifest.jws, notices };
  return { publication: grants.length === 0 ? publication : { ...publication, grants }, manifest, newKeys };

  /** Says of a temporary rule since when it is in force, which is known only once it is told from the one before. */
  function withSince(profile: PropertyProfile): PropertyProfile {
    const known = purposeOf(hotel.profile, 'temporary')?.rule;
    const purpose = purposeOf(profile, 'temporary');
    if (purpose?.rule === undefined) return profile;
    const since = ruleSince(manifest.manifest, before, known);
    return withPurpose(profile, 'temporary', { ...purpose, rule: { ...purpose.rule, since } });
  }

  async function keyFor(purpose: PurposeId): Promise<SealingKey> {
    const { epoch } = before;
    const pair = await generateKeyPair();
    for (const { person, publicKey } of members.filter(({ owner }) => owner)) {
      const grant = await sealGrant({ property, purpose, epoch, person }, pair, personKeyBytes(publicKey));
      grants.push({ person, grant });
    }
    newKeys.push(purpose);
    return sealingKey(pair);
  }
}
