import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import { encodeBase64Url } from '../../protocol/base64url.ts';
import { Refusal } from '../../protocol/problems.ts';
import {
  type PublishedKey,
  type Restoration,
  restorationJwsType,
  type RestorationOffer,
  restorationSchema,
} from '../../protocol/restoration.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest, sameDigest } from '../digest.ts';
import { type Hotel, readManifest } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import { isPoint, keyIdOf, verifyJws } from '../p256.ts';
import { parseJsonText, parseWith } from '../parse-json.ts';
import type { Store } from '../store/store.ts';
import type { Backoff } from './backoff.ts';
import type { DeskParts } from './desk.ts';

/** Milliseconds a challenge stands. */
const challengeTerm = 10 * 60_000;
/** Challenges that stand at once; the oldest goes. */
const capacity = 32;

/** Challenges for whoever holds a sheet: each is for one hotel, and good once. */
export class RestorationChallenges {
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #standing = new Map<string, { readonly property: string; readonly until: number }>();

  constructor(clock: Clock, random: RandomBytes) {
    this.#clock = clock;
    this.#random = random;
  }

  offer(property: string): string {
    const challenge = encodeBase64Url(this.#random(32));
    this.#standing.set(challenge, { property, until: this.#clock() + challengeTerm });
    const oldest = this.#standing.keys().next();
    if (this.#standing.size > capacity && oldest.done !== true) this.#standing.delete(oldest.value);
    return challenge;
  }

  /** Whether it stood for this hotel; it doesn't any more. */
  take(property: string, challenge: string): boolean {
    const standing = this.#standing.get(challenge);
    this.#standing.delete(challenge);
    return standing !== undefined && standing.property === property && this.#clock() < standing.until;
  }
}

export interface RestorationParts extends DeskParts {
  readonly challenges: RestorationChallenges;
  readonly backoff: Backoff;
}

/**
 * Gives the sealed keyring to whoever names its sheet. The name is 32 bytes from the sheet's code, so guessing is hopeless, and only
 * wrong ones are slowed: nobody can keep the right sheet out. Throws Refusal `recovery_wrong` (no sheet of this hotel),
 * `sheet_replaced` (one it had before), `too_many_attempts`.
 */
export async function startRestoration(
  parts: RestorationParts,
  property: string,
  sheet: string,
): Promise<RestorationOffer> {
  const hotel = await parts.hotels.get(property);
  const stored = await parts.store.recovery(property);
  const named = digest(sheet);
  // Sheets made before they had names are told apart by what they open.
  if (stored === null || !sameDigest(stored.sheet ?? named, named)) {
    await failed(parts, hotel);
    throw new Refusal((await parts.store.hadSheet(property, named)) ? 'sheet_replaced' : 'recovery_wrong');
  }
  const { record } = stored;
  const keys = await publishedKeys(parts.store, hotel);
  return { record, manifest: hotel.current.jws, keys, challenge: parts.challenges.offer(property) };
}

/**
 * Makes a new owner, asked for under the root's own signature. The owners there are stay; their sessions end. The very same owner asked
 * for again, under another challenge, is taken as done.
 * Throws Refusal `recovery_wrong` (not the root's signature), `restoration_ended` (the challenge is used or too old),
 * `unknown_key` (a grant for a key the hotel never had), `conflict` (the name is taken), `too_many_attempts`.
 */
export async function restoreOwner(parts: RestorationParts, property: string, jws: string): Promise<void> {
  const hotel = await parts.hotels.get(property);
  const { root } = hotel.current.manifest;
  const verified = await verifyJws(jws, root, restorationJwsType);
  if (verified === null || verified.kid !== keyIdOf(Buffer.from(root, 'base64url'))) {
    await failed(parts, hotel);
    throw new Refusal('recovery_wrong', 'signature');
  }
  const restoration = parseWith(restorationSchema, parseJsonText(verified.text, 'malformed', 'restoration'));
  if (restoration.property !== property) throw new Refusal('malformed', 'property');
  if (!parts.challenges.take(property, restoration.challenge)) throw new Refusal('restoration_ended');
  checkPerson(restoration, await publishedKeys(parts.store, hotel));
  const at = parts.clock();
  const { person } = restoration;
  const entry = logEntryText({ at, actor: person.id, role: 'owner', action: 'owner-restored', digest: digest(jws) });
  await writeOne(parts.committer, property, { kind: 'restore-owner', at, person, entry }, hotel.sign);
  await parts.hotels.reload(property);
}

function checkPerson({ person }: Restoration, keys: readonly PublishedKey[]): void {
  if (person.role !== 'owner') throw new Refusal('malformed', 'person.role');
  if (!isPoint(person.publicKey)) throw new Refusal('malformed', 'person.publicKey');
  if (new Set(person.grants.map(({ keyId }) => keyId)).size !== person.grants.length)
    throw new Refusal('malformed', 'person.grants');
  for (const { purpose, keyId, epoch } of person.grants) {
    const known = keys.some((key) => key.keyId === keyId && key.purpose === purpose && key.epoch === epoch);
    if (!known) throw new Refusal('unknown_key', `person.grants.${purpose}`);
  }
}

/** Waits grow with failures, and with them the time between entries in the log. */
async function failed({ backoff, clock, committer }: RestorationParts, hotel: Hotel): Promise<void> {
  const name = digest(`restoration\n${hotel.property}`);
  const wait = backoff.wait(name);
  if (wait > 0) throw new Refusal('too_many_attempts', undefined, wait);
  backoff.failed(name);
  const at = clock();
  const entry = logEntryText({ at, actor: 'server', role: 'server', action: 'owner-restoration-failed' });
  await writeOne(committer, hotel.property, { kind: 'note', at, entry }, hotel.sign);
}

/** The sealing keys of every manifest there was, each under the epoch it first came with. */
async function publishedKeys(store: Pick<Store, 'manifest'>, { property, current }: Hotel): Promise<PublishedKey[]> {
  const keys = new Map<string, PublishedKey>();
  for (let sequence = 1; sequence <= current.manifest.sequence; sequence++) {
    const jws = await store.manifest(property, sequence);
    if (jws === null) continue;
    const { card, purposes, epoch } = readManifest(jws);
    for (const { purpose, keyId } of [
      { purpose: 'card' as const, keyId: card.keyId },
      ...purposes.map(({ id, keyId: ofPurpose }) => ({ purpose: id, keyId: ofPurpose })),
    ]) {
      if (!keys.has(keyId)) keys.set(keyId, { purpose, keyId, epoch });
    }
  }
  return [...keys.values()];
}
