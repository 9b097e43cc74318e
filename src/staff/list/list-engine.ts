import type { Change, DeskRow } from '../../protocol/api.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { admitEntry, openRow } from '../desk/desk-entry.ts';
import type { BlockShelf } from './block-shelf.ts';
import { BlockPlaces } from './block-places.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import { openKeptBlocks, readPage } from './list-intake.ts';
import { ListAnswers } from './list-answers.ts';
import type { ListBeginning, ListBegun, NewGuest, Taken } from './list-messages.ts';
import { ListRows } from './list-rows.ts';

export interface ListEngineParts {
  /** The device's own place for blocks; null where it keeps nothing, or another tab already does. */
  readonly openShelf: (property: string) => Promise<BlockShelf | null>;
  readonly random: RandomBytes;
}

/** Rows opened beside each other. */
const together = 25;

/**
 * The list without a screen: opens rows, remembers consents, keeps blocks, and answers what a choice leaves. What it is told is taken
 * in one after the other. `onStir` is called when what it would answer may have changed, `onLost` when what was kept can't be read and
 * everything is to be read anew; long reading pauses for as long as `rest` says.
 */
export class ListEngine {
  readonly #parts: ListEngineParts;
  readonly #onStir: () => void;
  readonly #onLost: () => void;
  readonly #rest: () => Promise<void>;
  readonly #rows = new ListRows();
  readonly #keys = new Map<string, CryptoKeyPair>();
  #property = '';
  #blocks: KeptBlocks | null = null;
  #places = new BlockPlaces();
  #cursor = 0;
  #last: string | null = null;
  #floor: number | null = null;
  /** Registrations read since the list was last read anew; null while all that is held is known to be the server's. */
  #confirmed: Set<string> | null = new Set();
  #blocksRead = true;
  #wholeBlocks: Promise<void> = Promise.resolve();
  /** Taken in before the blocks were read: nobody knows yet whether they have one. */
  readonly #homeless = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();
  /** What the screen is told of it. */
  readonly answers: ListAnswers;

  constructor(parts: ListEngineParts, onStir: () => void, onLost: () => void, rest: () => Promise<void>) {
    this.#parts = parts;
    this.#onStir = onStir;
    this.#onLost = onLost;
    this.#rest = rest;
    this.answers = new ListAnswers(
      this.#rows,
      () => this.#blocksRead && this.#floor === null && this.#confirmed === null,
      onStir,
    );
  }

  /** Takes the keys in and says how far the device had read. The blocks themselves are read from then on, the newest first. */
  begin({ property, card, keys }: ListBeginning): Promise<ListBegun> {
    return this.#inTurn(async () => {
      this.#property = property;
      for (const [keyId, pair] of keys) this.#keys.set(keyId, pair);
      this.#blocks = await openKeptBlocks(this.#parts, property, card, this.#keys.get(card));
      if (this.#blocks !== null) {
        const { cursor, last, floor, blocks } = this.#blocks.state;
        this.#cursor = cursor;
        this.#last = last;
        this.#floor = floor;
        this.#places = new BlockPlaces(blocks);
        if (this.#cursor > 0 && this.#floor === null) this.#confirmed = null;
        if (blocks.length > 0) {
          this.#blocksRead = false;
          this.#wholeBlocks = this.#readBlocks(blocks);
        }
      }
      return { cursor: this.#cursor, last: this.#last, floor: this.#floor };
    });
  }

  /** Takes in what a page of rows says, as the server sent it. Throws Refusal `unexpected_answer`. */
  async takePage(bytes: ArrayBuffer, way: 'newer' | 'older'): Promise<Taken> {
    // What is older is put beside what is kept, so all of that has to be known.
    if (way === 'older') await this.#wholeBlocks;
    return this.#inTurn(async () => {
      const { rows, cursor, more, top } = readPage(bytes);
      const isFirst = way === 'older' && this.#cursor === 0;
      // What has changed since was taken in already.
      const taken = way === 'newer' ? rows : rows.filter(({ registration }) => !this.#isConfirmed(registration));
      const newGuests = await this.#take(taken, way);
      if (way === 'newer') {
        this.#cursor = Math.max(this.#cursor, cursor);
        this.#last = rows.at(-1)?.registration ?? this.#last;
      } else {
        if (isFirst) {
          this.#cursor = top;
          this.#last = rows[0]?.registration ?? null;
        }
        this.#floor = more ? cursor : null;
        if (!more) {
          this.#allRead();
          // News also where the last page brought no row of its own.
          this.#onStir();
        }
      }
      await this.#keep(way === 'newer' || !more);
      return { cursor, more, top, newGuests, registrations: rows.map(({ registration }) => registration) };
    });
  }

  takeChange({ cursor, row }: Change): Promise<Taken> {
    return this.#inTurn(async () => {
      const newGuests = cursor <= this.#cursor ? [] : await this.#take([row], 'newer');
      if (cursor > this.#cursor) {
        this.#cursor = cursor;
        this.#last = row.registration;
      }
      await this.#keep(true);
      return { cursor: this.#cursor, more: false, top: this.#cursor, newGuests, registrations: [row.registration] };
    });
  }

  /** The server's list isn't the one that was read: everything is read again, and what is known of consents stays known. */
  async readAnew(): Promise<void> {
    await this.#wholeBlocks;
    return this.#inTurn(async () => {
      this.#confirmed = new Set();
      this.#cursor = 0;
      this.#last = null;
      this.#floor = null;
      this.#places = new BlockPlaces();
      await this.#blocks?.clear();
    });
  }

  #isConfirmed(registration: string): boolean {
    return this.#confirmed === null ? this.#rows.get(registration) !== undefined : this.#confirmed.has(registration);
  }

  async #take(rows: readonly DeskRow[], way: 'newer' | 'older'): Promise<readonly NewGuest[]> {
    const newGuests: NewGuest[] = [];
    for (let at = 0; at < rows.length; at += together) {
      const some = rows.slice(at, at + together);
      const keys = { pair: (keyId: string) => this.#pair(keyId) };
      const opened = await Promise.all(some.map((row) => openRow(this.#property, keys, row)));
      const entries = opened.map((one) => {
        const { registration, state, consentNumber = 1 } = one.row;
        const known = this.#rows.get(registration);
        const entry = admitEntry(one, known);
        const isNew = known === undefined && state === 'received' && consentNumber === 1 && this.#blocksRead;
        if (way === 'newer' && isNew) newGuests.push({ registration, name: entry.card?.name ?? entry.code });
        return entry;
      });
      for (const { row } of entries) {
        this.#confirmed?.add(row.registration);
        this.#assign(row.registration, way);
      }
      this.#rows.put(entries);
      this.#onStir();
      await this.#rest();
    }
    return newGuests;
  }

  #pair(keyId: string): CryptoKeyPair {
    const pair = this.#keys.get(keyId);
    if (pair === undefined) throw new Refusal('not_granted');
    return pair;
  }

  /** Whatever wasn't read again isn't there any more. */
  #allRead(): void {
    const confirmed = this.#confirmed;
    this.#confirmed = null;
    if (confirmed === null || confirmed.size === this.#rows.size) return;
    this.#rows.keep((registration) => confirmed.has(registration));
  }

  #assign(registration: string, way: 'newer' | 'older'): void {
    if (this.#blocks === null) return;
    if (this.#blocksRead) this.#places.assign(registration, way);
    else this.#homeless.add(registration);
  }

  async #readBlocks(ids: readonly number[]): Promise<void> {
    try {
      for (const id of ids) {
        const entries = (await this.#blocks?.read(id)) ?? [];
        this.#places.fill(
          id,
          entries.map(({ row }) => row.registration),
        );
        const admitted = entries.map((kept) => {
          const { registration } = kept.row;
          this.#confirmed?.add(registration);
          const newer = this.#rows.get(registration);
          return newer === undefined ? kept : admitEntry(newer, kept);
        });
        this.#rows.put(admitted);
        this.#onStir();
        await this.#rest();
      }
    } catch {
      // Nothing of what is kept is believed then; the server has it all.
      this.#blocksRead = true;
      this.#onLost();
      return;
    }
    this.#blocksRead = true;
    void this.#inTurn(async () => {
      for (const registration of this.#homeless) this.#assign(registration, 'newer');
      this.#homeless.clear();
      await this.#keep(true);
      this.#onStir();
    });
  }

  /** Writes what has changed; rows that are read in great numbers are written when a block is full. */
  async #keep(now: boolean): Promise<void> {
    if (this.#blocks === null || !this.#blocksRead) return;
    const due = this.#places.take(now);
    if (due.size === 0 && !now) return;
    const changed = new Map(
      [...due].map(([id, inside]) => [id, inside.flatMap((registration) => this.#rows.get(registration) ?? [])]),
    );
    const state = { cursor: this.#cursor, last: this.#last, floor: this.#floor, blocks: [...this.#places.order] };
    try {
      await this.#blocks.write(state, changed);
    } catch {
      // The device has no room, or took its storage away: what is there is older now, so it goes, and the session goes on in memory.
      const blocks = this.#blocks;
      this.#blocks = null;
      await blocks.clear().catch(() => undefined);
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
