import { isAsked } from '../../protocol/asked-now.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import type { Clock } from '../../protocol/ids.ts';
import { type Language, languages } from '../../protocol/languages.ts';
import { type Manifest, manifestSchema, type SignedManifest } from '../../protocol/manifest.ts';
import { type Notice, parseNotice } from '../../protocol/notice.ts';
import { Refusal } from '../../protocol/problems.ts';
import { propertyIdSchema } from '../../protocol/ids.ts';
import { compareWords } from '../../protocol/words-changed.ts';
import { digest } from '../digest.ts';
import { checkpointSigner } from '../log/receipt-key.ts';
import { parseJsonText, parseWith } from '../parse-json.ts';
import type { SignCheckpoint, Store } from '../store/store.ts';
import type { StoredProperty, StoredPublication } from '../store/hotel-store.ts';
import { inTime } from '../in-time.ts';
import { acceptedTags } from './accepted-tags.ts';

/** How long phones may still use a manifest after it was replaced in the same epoch. Milliseconds. */
const supersededGrace = 24 * 3_600_000;

export interface PublishedNotice {
  readonly text: string;
  readonly notice: Notice;
}

export interface Publication extends SignedManifest {
  readonly notices: ReadonlyMap<Language, PublishedNotice>;
  /** When the next one was published, by the steady clock; null for the current one. */
  readonly supersededAt: number | null;
  readonly expiresAt: number;
}

/** A property with all that is needed to answer its guests without asking the store. */
export interface Hotel extends StoredProperty {
  readonly sign: SignCheckpoint;
  readonly current: Publication;
  /** Replaced ones that may still be in use, newest first. */
  readonly recent: readonly Publication[];
  /** Ids of the keys that somebody at work in the hotel holds. */
  readonly held: ReadonlySet<string>;
}

/** Keeps the hotels that were asked for in memory. Reload one after it published, and after its people or their keys changed. */
export class Hotels {
  readonly #store: Store;
  readonly #moment: Clock;
  readonly #loaded = new Map<string, Hotel>();

  /** `moment` is the steady clock. */
  constructor(store: Store, moment: Clock) {
    this.#store = store;
    this.#moment = moment;
  }

  /** Throws Refusal `unknown_property`. */
  async get(property: string): Promise<Hotel> {
    const hotel = this.#loaded.get(property) ?? (await this.reload(property));
    if (hotel === null) throw new Refusal('unknown_property');
    return hotel;
  }

  async reload(property: string): Promise<Hotel | null> {
    if (!propertyIdSchema.safeParse(property).success) return null;
    const stored = await this.#store.property(property);
    if (stored === null) return null;
    const publications = await this.#store.publications(property, this.#moment() - supersededGrace);
    const read = publications.map((publication, at) => readPublication(publication, publications[at - 1]?.publishedAt));
    const [current, ...recent] = read;
    if (current === undefined) throw new TypeError('a property without a manifest');
    const held = new Set(await this.#store.heldKeys(property));
    const hotel = { ...stored, sign: checkpointSigner(property, stored.receiptKey), current, recent, held };
    this.#loaded.set(property, hotel);
    return hotel;
  }

  async all(): Promise<string[]> {
    return this.#store.properties();
  }
}

/** The content of a manifest's JWS whose signature has been verified before it was stored. Throws Refusal `manifest_invalid`. */
export function readManifest(jws: string): Manifest {
  const text = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
  return parseWith(manifestSchema, parseJsonText(text, 'manifest_invalid', 'manifest'), 'manifest_invalid');
}

function readPublication(stored: StoredPublication, supersededAt: number | undefined): Publication {
  const manifest = readManifest(stored.jws);
  const notices = new Map<Language, PublishedNotice>();
  for (const language of languages) {
    const text = stored.notices[language];
    if (text !== undefined) notices.set(language, { text, notice: parseNotice(text) });
  }
  return {
    jws: stored.jws,
    hash: digest(stored.jws),
    manifest,
    notices,
    supersededAt: supersededAt ?? null,
    expiresAt: Date.parse(manifest.expiresAt),
  };
}

/** By the clock dates are told by, and by the steady one. */
export interface Now {
  readonly wall: number;
  readonly moment: number;
}

/**
 * The manifest a submission names, if it may still be used: the current one, or one of the same epoch replaced less than
 * `supersededGrace` ago, and not expired. Throws Refusal `manifest_outdated`.
 */
export function usablePublication(hotel: Hotel, hash: string, sequence: number, now: Now): Publication {
  const found = [hotel.current, ...hotel.recent].find((publication) => publication.hash === hash);
  if (
    found === undefined ||
    found.manifest.sequence !== sequence ||
    found.expiresAt <= now.wall ||
    found.manifest.epoch !== hotel.current.manifest.epoch ||
    (found.supersededAt !== null && !inTime(found.supersededAt + supersededGrace, now.moment, supersededGrace))
  ) {
    throw new Refusal('manifest_outdated', 'manifest');
  }
  return found;
}

/** Whether the card's key and every purpose's are held by somebody at work in the hotel. */
export function isOpenable({ current, held }: Pick<Hotel, 'current' | 'held'>): boolean {
  const { card, purposes } = current.manifest;
  return [card, ...purposes].every(({ keyId }) => held.has(keyId));
}

/** Nothing is collected that nobody could open. Throws Refusal `nobody_can_open`. */
export function refuseUnopenable(hotel: Pick<Hotel, 'current' | 'held'>): void {
  if (!isOpenable(hotel)) throw new Refusal('nobody_can_open');
}

/**
 * A replaced manifest still serves for its keys; a yes to words the hotel has changed or taken back since is refused, and the phone asks
 * about those purposes again. Throws Refusal `manifest_outdated`.
 */
export function refuseReplacedWords(
  { current }: Pick<Hotel, 'current'>,
  { manifest }: Pick<Publication, 'manifest'>,
  { decisions, notice }: Pick<ConsentEvent, 'decisions' | 'notice'>,
): void {
  for (const { purpose, decision } of decisions) {
    if (decision !== 'given') continue;
    if (compareWords(manifest, current.manifest, purpose, notice.language) !== 'same')
      throw new Refusal('manifest_outdated', `decisions.${purpose}`);
  }
}

/**
 * What a temporary rule asks is taken only while that rule runs, whatever manifest the phone still has: not after its end, not after an
 * owner has ended it, and not once another rule is in its place. The phone seals the rest anew. Throws Refusal `manifest_outdated`.
 */
export function refuseEnded(
  { current }: Pick<Hotel, 'current'>,
  { manifest }: Pick<Publication, 'manifest'>,
  { statutory }: Pick<ConsentEvent, 'statutory'>,
  now: number,
): void {
  for (const read of manifest.purposes) {
    if (read.rule === undefined || !statutory.includes(read.id)) continue;
    const today = current.manifest.purposes.find(({ id }) => id === read.id);
    if (today?.rule !== read.rule || ![today, read].every((purpose) => isAsked(purpose, now)))
      throw new Refusal('manifest_outdated', `statutory.${read.id}`);
  }
}

/** The best language of a publication for a request: the one asked for, else by Accept-Language, else the owner's first. */
export function chooseLanguage(
  hotel: Hotel,
  asked: string | undefined,
  acceptLanguage: string | undefined,
): { language: Language; notice: PublishedNotice } {
  const { notices } = hotel.current;
  const wishes = [asked ?? '', ...acceptedTags(acceptLanguage ?? '')];
  const ordered = [...hotel.profile.languages, ...notices.keys()];
  for (const wish of wishes) {
    const language = matchLanguage(wish, ordered);
    const notice = language === undefined ? undefined : notices.get(language);
    if (language !== undefined && notice !== undefined) return { language, notice };
  }
  for (const language of ordered) {
    const notice = notices.get(language);
    if (notice !== undefined) return { language, notice };
  }
  throw new TypeError('a manifest without a notice');
}

function matchLanguage(wish: string, offered: readonly Language[]): Language | undefined {
  const tag = wish.toLowerCase();
  if (tag === '') return undefined;
  const primary = (text: string) => text.toLowerCase().split('-')[0];
  return (
    offered.find((language) => language.toLowerCase() === tag) ??
    offered.find((language) => primary(language) === primary(tag))
  );
}
