import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import {
  appendLeaves,
  consistencyRanges,
  inclusionRanges,
  leafHash,
  type LeafRange,
  type NodePlace,
  rangeHash,
  rangeNodes,
  type ReadNode,
  rootOf,
  type TreeEdge,
} from '../../log/merkle-tree.ts';
import type { CommittedTree, SignCheckpoint } from '../store.ts';
import type { LogPage } from '../log-store.ts';
import { blob } from './column.ts';
import { logId, logNumber, nodeId } from './row-ids.ts';

const last = z.object({ id: z.nullable(z.number()) });
const nodeRow = z.object({ hash: blob });
const entryRow = z.object({ entry: z.string() });
const entryOfRow = z.object({ id: z.number(), entry: z.string() });
const noteRow = z.object({ note: z.string() });
const leafRow = z.object({ entry: z.string(), hash: blob });
const sizedRow = z.object({ id: z.number(), note: z.string() });

/** The log's three tables. `property` is the property's row id throughout. */
export class LogTables {
  readonly #insertEntry: StatementSync;
  readonly #insertNode: StatementSync;
  readonly #insertCheckpoint: StatementSync;
  readonly #lastEntry: StatementSync;
  readonly #lastCheckpoint: StatementSync;
  readonly #node: StatementSync;
  readonly #entries: StatementSync;
  readonly #entriesOf: StatementSync;
  readonly #checkpoint: StatementSync;
  readonly #covering: StatementSync;
  readonly #leaves: StatementSync;
  readonly #checkpoints: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insertEntry = database.prepare('INSERT INTO log_entries (id, entry) VALUES (?, ?)');
    this.#insertNode = database.prepare('INSERT INTO log_nodes (id, hash) VALUES (?, ?)');
    this.#insertCheckpoint = database.prepare('INSERT INTO log_checkpoints (id, note) VALUES (?, ?)');
    this.#lastEntry = database.prepare('SELECT max(id) AS id FROM log_entries WHERE id >= ? AND id < ?');
    this.#lastCheckpoint = database.prepare('SELECT max(id) AS id FROM log_checkpoints WHERE id >= ? AND id < ?');
    this.#node = database.prepare('SELECT hash FROM log_nodes WHERE id = ?');
    this.#entries = database.prepare('SELECT entry FROM log_entries WHERE id >= ? AND id < ? ORDER BY id LIMIT ?');
    this.#entriesOf = database.prepare(
      "SELECT id, entry FROM log_entries WHERE json_extract(entry, '$.registration') = ? AND id >= ? AND id < ? ORDER BY id",
    );
    this.#covering = database.prepare('SELECT min(id) AS id FROM log_checkpoints WHERE id > ? AND id < ?');
    // A leaf's node has twice its entry's number; see nodeId.
    this.#leaves = database.prepare(
      'SELECT entry, hash FROM log_entries e JOIN log_nodes n ON n.id = e.id * 2 WHERE e.id >= ? AND e.id < ? ORDER BY e.id',
    );
    this.#checkpoints = database.prepare('SELECT id, note FROM log_checkpoints WHERE id > ? AND id <= ? ORDER BY id');
    this.#checkpoint = database.prepare('SELECT note FROM log_checkpoints WHERE id = ?');
  }

  /** The tree's right edge as stored. */
  edge(property: number): TreeEdge {
    const { id } = last.parse(this.#lastEntry.get(logId(property, 0), logId(property + 1, 0)));
    const size = id === null ? 0 : logNumber(id) + 1;
    const peaks = size === 0 ? [] : rangeNodes({ from: 0, to: size }).map((place) => this.#read(property, place));
    return { size, peaks };
  }

  /** Writes entries, the nodes they complete and one checkpoint. Runs inside the caller's transaction. */
  append(
    property: number,
    edge: TreeEdge,
    entries: readonly string[],
    sign: SignCheckpoint,
  ): { edge: TreeEdge; tree: CommittedTree } {
    const grown = appendLeaves(edge, entries.map(leafHash));
    for (const [at, entry] of entries.entries()) this.#insertEntry.run(logId(property, edge.size + at), entry);
    const fresh = new Map<number, Uint8Array>();
    for (const { level, position, hash } of grown.nodes) {
      const id = nodeId(property, level, position);
      this.#insertNode.run(id, hash);
      fresh.set(id, hash);
    }
    const { size } = grown.edge;
    const checkpoint = sign(size, rootOf(grown.edge));
    this.#insertCheckpoint.run(logId(property, size), checkpoint);
    const older = new Map(
      rangeNodes({ from: 0, to: edge.size }).map((place, at) => [
        nodeId(property, place.level, place.position),
        edge.peaks[at],
      ]),
    );
    const ranges = new Map<string, Uint8Array>();
    const read: ReadNode = ({ level, position }) => {
      const id = nodeId(property, level, position);
      return fresh.get(id) ?? older.get(id) ?? this.#read(property, { level, position });
    };
    const hashOf = (range: LeafRange) => {
      const key = `${range.from}-${range.to}`;
      const hash = ranges.get(key) ?? rangeHash(range, read);
      ranges.set(key, hash);
      return hash;
    };
    const prove = (index: number) => inclusionRanges(index, size).map(hashOf);
    return { edge: grown.edge, tree: { size, checkpoint, prove } };
  }

  inclusionProof(property: number, index: number, size: number): Uint8Array[] {
    return inclusionRanges(index, size).map((range) => rangeHash(range, (place) => this.#read(property, place)));
  }

  consistencyProof(property: number, oldSize: number, size: number): Uint8Array[] {
    return consistencyRanges(oldSize, size).map((range) => rangeHash(range, (place) => this.#read(property, place)));
  }

  entries(property: number, from: number, limit: number): string[] {
    return this.#entries
      .all(logId(property, from), logId(property + 1, 0), limit)
      .map((row) => entryRow.parse(row).entry);
  }

  page(property: number, from: number, to: number): LogPage {
    const [first, end] = [logId(property, from), logId(property, to)];
    return {
      entries: this.#leaves.all(first, end).map((row) => {
        const { entry, hash } = leafRow.parse(row);
        return { entry, leaf: hash };
      }),
      checkpoints: this.#checkpoints.all(first, end).map((row) => {
        const { id, note } = sizedRow.parse(row);
        return { size: logNumber(id), note };
      }),
    };
  }

  entriesOf(property: number, registration: string): { index: number; entry: string }[] {
    return this.#entriesOf
      .all(registration, logId(property, 0), logId(property + 1, 0))
      .map((row) => entryOfRow.parse(row))
      .map(({ id, entry }) => ({ index: logNumber(id), entry }));
  }

  checkpoint(property: number, size: number | null): string | null {
    const newest = () => last.parse(this.#lastCheckpoint.get(logId(property, 0), logId(property + 1, 0))).id;
    const id = size === null ? newest() : logId(property, size);
    const row = id === null ? undefined : this.#checkpoint.get(id);
    return row === undefined ? null : noteRow.parse(row).note;
  }

  /** Size of the first checkpoint that covers a leaf. */
  sizeCovering(property: number, leaf: number): number {
    const { id } = last.parse(this.#covering.get(logId(property, leaf), logId(property + 1, 0)));
    if (id === null) throw new RangeError('no checkpoint covers the leaf');
    return logNumber(id);
  }

  #read(property: number, { level, position }: NodePlace): Uint8Array {
    const row = this.#node.get(nodeId(property, level, position));
    if (row === undefined) throw new RangeError(`the log has no node ${level}.${position}`);
    return nodeRow.parse(row).hash;
  }
}
