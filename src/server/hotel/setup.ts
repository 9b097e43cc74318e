import type { Setup as SetupBody, SetupStart } from '../../protocol/api.ts';
import { type Clock, newPropertyId, type RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Committer } from '../commit/committer.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest, sameDigest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import { checkpointSigner, makeReceiptKey } from '../log/receipt-key.ts';
import { isPoint } from '../p256.ts';
import type { Store } from '../store/store.ts';
import type { StoredReceiptKey } from '../store/hotel-store.ts';
import { checkBeginning, checkGrants, checkPublication } from './check-publication.ts';
import type { Hotels } from './hotels.ts';

export interface SetupParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly publicUrl: string;
  /** Told what time the owner's device has, milliseconds: a second clock. */
  readonly begin: (time: number) => Promise<void>;
  /** For what goes wrong once the hotel is there. */
  readonly onError: (where: string, error: unknown) => void;
}

/**
 * The first start of a hotel. Its id, its receipt key and a one-time token are made anew each time the server starts without a
 * property; only the token's hash is kept, and everything else in memory until the owner's browser sends the rest.
 */
export class Setup {
  readonly #parts: SetupParts;
  readonly #property: string;
  readonly #receiptKey: StoredReceiptKey;
  #tokenHash: string | null = null;

  constructor(parts: SetupParts) {
    this.#parts = parts;
    this.#property = newPropertyId(parts.random);
    this.#receiptKey = makeReceiptKey();
  }

  /** Makes the token. Returns it once, for the link that is printed; null where there is a property already. */
  async offer(): Promise<string | null> {
    if ((await this.#parts.store.properties()).length > 0) return null;
    const token = Buffer.from(this.#parts.random(32)).toString('base64url');
    this.#tokenHash = digest(token);
    return token;
  }

  /** Throws Refusal `setup_done` once there is a property, `setup_link_invalid` for any other token. */
  async check(token: string | null): Promise<void> {
    if ((await this.#parts.store.properties()).length > 0) throw new Refusal('setup_done');
    const right = token !== null && this.#tokenHash !== null && sameDigest(digest(token), this.#tokenHash);
    if (!right) throw new Refusal('setup_link_invalid');
  }

  start(): SetupStart {
    const { keyId, publicKey } = this.#receiptKey;
    return {
      property: this.#property,
      receiptKey: { keyId, publicKey: Buffer.from(publicKey).toString('base64url') },
      publicUrl: this.#parts.publicUrl,
      now: this.#parts.clock(),
    };
  }

  /** Creates the hotel whole. The token is dead afterwards. */
  async finish(body: SetupBody): Promise<void> {
    const at = this.#parts.clock();
    const { profile, owner } = body;
    const receiptKey = Buffer.from(this.#receiptKey.publicKey).toString('base64url');
    const draft = {
      property: this.#property,
      profile,
      manifest: body.manifest,
      notices: body.notices,
      receiptKey,
      now: at,
    };
    const { manifest, publication } = await checkPublication(draft);
    checkBeginning(manifest, profile, at);
    if (manifest.sequence !== 1 || manifest.previous !== null) throw new Refusal('manifest_invalid', 'sequence');
    if (owner.role !== 'owner') throw new Refusal('malformed', 'owner.role');
    if (!isPoint(owner.publicKey)) throw new Refusal('malformed', 'owner.publicKey');
    checkGrants(owner.grants, manifest);
    const by = { at, actor: owner.id, role: 'owner' } as const;
    await writeOne(
      this.#parts.committer,
      this.#property,
      {
        kind: 'create-property',
        at,
        profile,
        receiptKey: this.#receiptKey,
        publication,
        owner,
        entry: logEntryText({ ...by, action: 'manifest-published', digest: publication.hash }),
        ownerEntry: logEntryText({ ...by, action: 'person-added' }),
      },
      checkpointSigner(this.#property, this.#receiptKey),
    );
    this.#tokenHash = null;
    await this.#parts.hotels.reload(this.#property);
    if (body.time !== undefined) await this.#begin(Date.parse(body.time));
  }

  /** The hotel exists and its link is spent: a time that isn't kept is no reason to tell the owner that it failed. */
  async #begin(time: number): Promise<void> {
    try {
      await this.#parts.begin(time);
    } catch (error) {
      this.#parts.onError('setup', error);
    }
  }
}
