import type { KeptSettings } from '../../protocol/hotel-settings.ts';
import type { Language } from '../../protocol/languages.ts';
import type { PosterChannel } from '../../protocol/poster.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { StoredPaper, UnreadablePaper } from './stored-paper.ts';

/** What is kept of the properties themselves. Read as in `store.ts`. */
export interface HotelStore {
  /** Ids of all properties, oldest first. */
  properties(): Promise<string[]>;
  property(property: string): Promise<StoredProperty | null>;
  /** The current manifest and those that were replaced at `since` (steady clock) or later, newest first, with their notices' exact texts. */
  publications(property: string, since: number): Promise<StoredPublication[]>;
  /** A manifest's exact JWS by its sequence. */
  manifest(property: string, sequence: number): Promise<string | null>;
  /** The exact text of a notice of the property by its SHA-256. */
  notice(property: string, hash: string): Promise<string | null>;
  /** A property's settings; the defaults where none were saved. */
  settings(property: string): Promise<KeptSettings>;
  /** By place and number. */
  posters(property: string): Promise<StoredPoster[]>;
  /**
   * The register of paper, the newest first: every sheet something of which is still there, and at most `gone` of those that are gone; a line
   * that can't be read says so. One line of it, null where the property has none such.
   */
  papers(property: string, gone: number): Promise<(StoredPaper | UnreadablePaper)[]>;
  paper(property: string, record: string): Promise<StoredPaper | null>;
}

export interface StoredProperty {
  readonly property: string;
  readonly profile: PropertyProfile;
  readonly receiptKey: StoredReceiptKey;
  readonly createdAt: number;
  /** Whether posters without a token are taken. */
  readonly plainPosters: boolean;
}

/** Raw public point and PKCS #8 private key. */
export interface StoredReceiptKey {
  readonly keyId: string;
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export interface StoredPublication {
  readonly sequence: number;
  readonly jws: string;
  /** By the steady clock. */
  readonly publishedAt: number;
  readonly notices: Readonly<Partial<Record<Language, string>>>;
}

export interface StoredPoster {
  readonly poster: string;
  readonly channel: PosterChannel;
  readonly number: number;
  readonly madeAt: number;
  readonly revokedAt: number | null;
  readonly registrations: number;
}
