/** Rows to a block. */
const blockLength = 500;

/** Which row is in which block, and which blocks are to be written. Rows read from the server join the block at their end of the list. */
export class BlockPlaces {
  readonly #blockOf = new Map<string, number>();
  readonly #inBlock = new Map<number, Set<string>>();
  readonly #changed = new Set<number>();
  /** The blocks' ids, that of the newest rows first. */
  #order: number[];

  constructor(order: readonly number[] = []) {
    this.#order = [...order];
  }

  get order(): readonly number[] {
    return this.#order;
  }

  /** A block as it was read. */
  fill(block: number, registrations: readonly string[]): void {
    this.#inBlock.set(block, new Set(registrations));
    for (const registration of registrations) this.#blockOf.set(registration, block);
  }

  /** Puts a row down to be written: in its own block, or in the one at its end of the list while that has room. */
  assign(registration: string, way: 'newer' | 'older'): void {
    let block = this.#blockOf.get(registration);
    if (block === undefined) {
      block = this.#blockWithRoom(way);
      this.#blockOf.set(registration, block);
      this.#inBlock.get(block)?.add(registration);
    }
    this.#changed.add(block);
  }

  /** Blocks to be written, with what is in them; only full ones unless all are asked for. They count as written from then on. */
  take(all: boolean): ReadonlyMap<number, readonly string[]> {
    const due = [...this.#changed].filter((block) => all || this.#size(block) >= blockLength);
    for (const block of due) this.#changed.delete(block);
    return new Map(due.map((block) => [block, [...(this.#inBlock.get(block) ?? [])]]));
  }

  #size(block: number): number {
    return this.#inBlock.get(block)?.size ?? 0;
  }

  #blockWithRoom(way: 'newer' | 'older'): number {
    const end = way === 'newer' ? this.#order[0] : this.#order.at(-1);
    if (end !== undefined && this.#size(end) < blockLength) return end;
    const made = Math.max(-1, ...this.#order) + 1;
    this.#inBlock.set(made, new Set());
    if (way === 'newer') this.#order.unshift(made);
    else this.#order.push(made);
    return made;
  }
}
