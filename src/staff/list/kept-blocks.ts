import * as z from 'zod/mini';
import { listedRowSchema } from '../../protocol/api.ts';
import { digestSchema, type RandomBytes } from '../../protocol/ids.ts';
import { purposeIdSchema } from '../../protocol/purposes.ts';
import { sealedSchema } from '../../protocol/staff.ts';
import { registrationStateSchema } from '../../protocol/submission.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { makeLocalKey, openLocalKey, openLocally, sealLocally } from '../../crypto/local-key.ts';
import { cardPayloadSchema, deskPayloadSchema } from '../../pii/payloads.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { BlockShelf } from './block-shelf.ts';

const underSchema = z.object({ number: z.int(), hash: z.string() });
const entrySchema = z.object({
  row: listedRowSchema,
  card: z.nullable(cardPayloadSchema),
  desk: z.nullable(deskPayloadSchema),
  noteDigest: z.nullable(digestSchema),
  broken: z.boolean(),
  olderRefused: z.boolean(),
  consents: z.object({
    number: z.int(),
    hash: z.string(),
    state: registrationStateSchema,
    held: z.array(z.tuple([purposeIdSchema, underSchema])),
    ended: z.array(z.tuple([purposeIdSchema, z.int()])),
    past: z.array(z.string()),
  }),
});
const blockSchema = z.array(entrySchema);

/** Which sealing key the device's own key is sealed to, and the sealed state. */
const headSchema = z.object({
  keyId: z.string(),
  key: sealedSchema,
  state: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
});

const stateSchema = z.object({
  /** The last change taken in, and whose it was. */
  cursor: z.int(),
  last: z.nullable(z.string()),
  /** What was changed before this is still to be read; null where all has been. */
  floor: z.nullable(z.int()),
  /** The blocks there are. A later one holds newer rows. */
  blocks: z.array(z.int()),
});
export type KeptState = z.infer<typeof stateSchema>;

interface KeptBlocksParts {
  readonly property: string;
  /** The hotel's card key: what it opens is what the blocks hold. */
  readonly keyId: string;
  readonly pair: CryptoKeyPair;
  readonly shelf: BlockShelf;
  readonly random: RandomBytes;
}

const nothing: KeptState = { cursor: 0, last: null, floor: null, blocks: [] };

/**
 * What a tablet keeps of the list between two sign-ins: rows opened once, encrypted under a key of the device's own in blocks of some
 * hundreds, and that key sealed to the hotel's card key. So nothing on the disk opens without the keyring of somebody who may open every
 * card anyway, and after an epoch has ended nobody whose keys are older opens what is kept from then on. A block in which a row changes
 * is written anew, whole.
 */
export class KeptBlocks {
  readonly #parts: KeptBlocksParts;
  readonly #key: CryptoKey;
  readonly #sealedKey: z.infer<typeof sealedSchema>;
  /** As it was when opened. */
  readonly state: KeptState;

  private constructor(
    parts: KeptBlocksParts,
    key: CryptoKey,
    sealedKey: z.infer<typeof sealedSchema>,
    state: KeptState,
  ) {
    this.#parts = parts;
    this.#key = key;
    this.#sealedKey = sealedKey;
    this.state = state;
  }

  /** Opens what is kept; starts with nothing, under a new key, where it isn't for this card key or can't be read. */
  static async open(parts: KeptBlocksParts): Promise<KeptBlocks> {
    const { property, keyId, pair, shelf, random } = parts;
    const head = headSchema.safeParse(await shelf.head());
    if (head.success && head.data.keyId === keyId) {
      try {
        const key = await openLocalKey(property, keyId, pair, head.data.key);
        const state = stateSchema.parse(readJson(await openLocally(key, 'state', head.data.state)));
        return new KeptBlocks(parts, key, head.data.key, state);
      } catch {
        // Another release's, or damaged: the server has it all.
      }
    }
    await shelf.clear();
    const { key, sealed } = await makeLocalKey(property, keyId, pair, random);
    return new KeptBlocks(parts, key, sealed, nothing);
  }

  /** The rows of a block. Throws where it is missing or can't be read. */
  async read(id: number): Promise<readonly DeskEntry[]> {
    const bytes = await this.#parts.shelf.block(id);
    if (bytes === null) throw new TypeError('a block is missing');
    const block = blockSchema.parse(readJson(await openLocally(this.#key, `block ${id}`, bytes)));
    return block.map(({ consents, ...entry }) => ({
      ...entry,
      code: arrivalCode(entry.row.registration),
      consents: {
        ...consents,
        held: new Map(consents.held),
        ended: new Map(consents.ended),
        past: new Set(consents.past),
      },
    }));
  }

  /** Writes blocks anew with the state they belong to. What is given is read before anything is waited for. */
  async write(state: KeptState, blocks: ReadonlyMap<number, readonly DeskEntry[]>): Promise<void> {
    const { keyId, shelf, random } = this.#parts;
    const plain = new Map([...blocks].map(([id, entries]) => [id, blockBytes(entries)]));
    const sealed = new Map<number, Uint8Array<ArrayBuffer>>();
    for (const [id, bytes] of plain) sealed.set(id, await sealLocally(this.#key, `block ${id}`, bytes, random));
    const sealedState = await sealLocally(this.#key, 'state', jsonBytes(state), random);
    await shelf.put({ keyId, key: this.#sealedKey, state: sealedState }, sealed);
  }

  clear(): Promise<void> {
    return this.#parts.shelf.clear();
  }
}

function blockBytes(entries: readonly DeskEntry[]): Uint8Array<ArrayBuffer> {
  return jsonBytes(
    entries.map(
      ({
        row,
        card,
        desk,
        noteDigest,
        broken,
        olderRefused,
        consents: { number, hash, state, held, ended, past },
      }) => ({
        row,
        card,
        desk,
        noteDigest,
        broken,
        olderRefused,
        consents: { number, hash, state, held: [...held], ended: [...ended], past: [...past] },
      }),
    ),
  );
}

function jsonBytes(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

function readJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
