import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { defaultSettings, hotelSettingsSchema, type KeptSettings } from '../../../protocol/hotel-settings.ts';
import { languageSchema } from '../../../protocol/languages.ts';
import { propertyProfileSchema } from '../../../protocol/property-profile.ts';
import type { NewPublication } from '../hotel-changes.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredProperty, StoredPublication } from '../hotel-store.ts';
import type { Draft } from './draft.ts';
import { blob, bytesText, decode, json } from './column.ts';

const settingsRow = z.object({ settings: json(hotelSettingsSchema), revision: z.number() });
const idRow = z.object({ id: z.number() });
const propertyRow = z.object({
  property: z.string(),
  profile: json(propertyProfileSchema),
  created_at: z.number(),
  key_id: bytesText,
  public_key: blob,
  private_key: blob,
  plain_posters: z.number(),
});
const manifestRow = z.object({ id: z.number(), sequence: z.number(), jws: z.string(), published_at: z.number() });
const noticeRow = z.object({ language: languageSchema, text: z.string() });

/** The tables of properties, manifests and notices. Few rows, read seldom. */
export class PropertyTables {
  readonly #database: DatabaseSync;
  readonly #epochSince: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#epochSince = database.prepare('SELECT epoch_since FROM properties WHERE id = ?');
  }

  all(): string[] {
    return this.#database
      .prepare('SELECT property FROM properties ORDER BY id')
      .all()
      .map((row) => z.object({ property: z.string() }).parse(row).property);
  }

  /** Row id of a property, or null. */
  rowOf(property: string): number | null {
    const row = this.#database.prepare('SELECT id FROM properties WHERE property = ?').get(property);
    return row === undefined ? null : idRow.parse(row).id;
  }

  get(property: string): StoredProperty | null {
    const stored = this.#database
      .prepare('SELECT * FROM properties p JOIN receipt_keys k ON k.property = p.id WHERE p.property = ?')
      .get(property);
    if (stored === undefined) return null;
    // Both tables have a column `property`; the join's is the key table's number.
    const row = propertyRow.parse({ ...stored, property });
    return {
      property,
      profile: row.profile,
      createdAt: row.created_at,
      plainPosters: row.plain_posters === 1,
      receiptKey: { keyId: row.key_id, publicKey: row.public_key, privateKey: row.private_key },
    };
  }

  insert({ property, moment }: Pick<Draft, 'property' | 'moment'>, of: ChangeOf<'create-property'>): number {
    const { id } = idRow.parse(
      this.#database
        .prepare('INSERT INTO properties (property, profile, created_at) VALUES (?, ?, ?) RETURNING id')
        .get(property, JSON.stringify(of.profile), of.at),
    );
    const { keyId, publicKey, privateKey } = of.receiptKey;
    this.#database
      .prepare('INSERT INTO receipt_keys (property, key_id, public_key, private_key) VALUES (?, ?, ?, ?)')
      .run(id, decode(keyId), publicKey, privateKey);
    this.insertPublication(id, of.publication, moment);
    return id;
  }

  settings(property: number): KeptSettings {
    const stored = this.#database.prepare('SELECT settings, revision FROM settings WHERE property = ?').get(property);
    return stored === undefined ? { settings: defaultSettings, revision: 0 } : settingsRow.parse(stored);
  }

  /** False where they have been saved since. */
  saveSettings(property: number, { settings, revision, at }: ChangeOf<'save-settings'>): boolean {
    if (this.settings(property).revision !== revision) return false;
    this.#database
      .prepare(
        `INSERT INTO settings (property, settings, revision, at) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET settings = excluded.settings, revision = excluded.revision, at = excluded.at`,
      )
      .run(property, JSON.stringify(settings), revision + 1, at);
    return true;
  }

  /** The next running number of a guest's file. */
  nextFileNumber(property: number): number {
    const row = this.#database
      .prepare(
        'UPDATE properties SET last_file_number = last_file_number + 1 WHERE id = ? RETURNING last_file_number AS id',
      )
      .get(property);
    return idRow.parse(row).id;
  }

  setProfile(property: number, profile: ChangeOf<'publish'>['profile']): void {
    this.#database.prepare('UPDATE properties SET profile = ? WHERE id = ?').run(JSON.stringify(profile), property);
  }

  currentSequence(property: number): number {
    const row = this.#database.prepare('SELECT max(sequence) AS id FROM manifests WHERE property = ?').get(property);
    return z.object({ id: z.nullable(z.number()) }).parse(row).id ?? 0;
  }

  /** The manifest a new epoch began with, 0 before any did. */
  epochSince(property: number): number {
    return z.object({ epoch_since: z.number() }).parse(this.#epochSince.get(property)).epoch_since;
  }

  beginEpoch(property: number, sequence: number): void {
    this.#database.prepare('UPDATE properties SET epoch_since = ? WHERE id = ?').run(sequence, property);
  }

  insertPublication(property: number, publication: NewPublication, moment: number): void {
    const { id: manifest } = idRow.parse(
      this.#database
        .prepare(
          'INSERT INTO manifests (property, sequence, hash, jws, published_at) VALUES (?, ?, ?, ?, ?) RETURNING id',
        )
        .get(property, publication.sequence, decode(publication.hash), publication.jws, moment),
    );
    for (const [language, notice] of Object.entries(publication.notices)) {
      const hash = decode(notice.hash);
      this.#database
        .prepare('INSERT INTO notices (property, hash, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(property, hash, notice.text);
      this.#database
        .prepare(
          `INSERT INTO manifest_notices (manifest, language, notice)
            SELECT ?, ?, id FROM notices WHERE property = ? AND hash = ?`,
        )
        .run(manifest, language, property, hash);
    }
  }

  publications(property: number, since: number): StoredPublication[] {
    const manifests = this.#database
      .prepare('SELECT id, sequence, jws, published_at FROM manifests WHERE property = ? ORDER BY sequence DESC')
      .all(property)
      .map((row) => manifestRow.parse(row));
    // One was replaced when the one before it in this list was published.
    const wanted = manifests.filter((_, at) => (manifests[at - 1]?.published_at ?? since) >= since);
    return wanted.map(({ id, sequence, jws, published_at: publishedAt }) => {
      const notices: Partial<Record<z.infer<typeof languageSchema>, string>> = {};
      const texts = this.#database.prepare(
        'SELECT language, text FROM manifest_notices m JOIN notices n ON n.id = m.notice WHERE manifest = ?',
      );
      for (const row of texts.all(id)) {
        const { language, text } = noticeRow.parse(row);
        notices[language] = text;
      }
      return { sequence, jws, publishedAt, notices };
    });
  }

  manifest(property: number, sequence: number): string | null {
    const row = this.#database
      .prepare('SELECT jws FROM manifests WHERE property = ? AND sequence = ?')
      .get(property, sequence);
    return row === undefined ? null : z.object({ jws: z.string() }).parse(row).jws;
  }

  notice(property: number, hash: string): string | null {
    const row = this.#database
      .prepare('SELECT text FROM notices WHERE property = ? AND hash = ?')
      .get(property, decode(hash));
    return row === undefined ? null : z.object({ text: z.string() }).parse(row).text;
  }

  setPlainPosters(property: number, accepted: boolean): void {
    this.#database.prepare('UPDATE properties SET plain_posters = ? WHERE id = ?').run(accepted ? 1 : 0, property);
  }
}
