import { type LogEntry, logEntrySchema } from '../../protocol/audit-log.ts';
import { parseCheckpoint } from '../../protocol/checkpoint.ts';
import {
  type LogEntryLine,
  type LogExportHeader,
  type LogExportLine,
  logExportLineSchema,
  longestLogLine,
} from '../../protocol/log-export.ts';
import type { SignedManifest } from '../../protocol/manifest.ts';
import { encodeBase64Url } from '../../protocol/base64url.ts';
import { hashLeaf } from '../merkle-proof.ts';
import { equalBytes } from '../sha256.ts';
import { checkpointKeyOf, type CheckpointKey } from './checkpoint-key.ts';
import { GrowingTree } from './growing-tree.ts';
import { finding, LogBroken, type LogFinding } from './log-check.ts';
import { nextManifest } from './next-manifest.ts';

/** Most signatures that are looked at while reading goes on. */
const ahead = 256;

/** What anchors and receipts will be held against: heads at these sizes, texts at these places. */
export interface Wanted {
  readonly sizes: ReadonlySet<number>;
  readonly indexes: ReadonlySet<number>;
}

/**
 * Reads an exported log's lines after its header, one after another, and believes none of them: entries by their number and their leaf,
 * manifests by the root and one another, checkpoints by the receipt key of the manifest in force and by the tree of the entries before
 * them. Throws LogBroken at the first that doesn't hold.
 */
export class LogWalk {
  readonly #header: LogExportHeader;
  readonly #wanted: Wanted;
  readonly #tree = new GrowingTree();
  readonly #keys: CheckpointKey[] = [];
  readonly #signatures: { readonly valid: Promise<boolean>; readonly otherwise: LogFinding }[] = [];
  #line = 1;
  /** A manifest whose entry must come next. */
  #coming: SignedManifest | null = null;
  /** Entries that a checkpoint covers. */
  #covered = 0;
  /** Whether the last entry is the one about this export. */
  #exported = false;
  readonly manifests: SignedManifest[] = [];
  readonly roots = new Map<number, Uint8Array<ArrayBuffer>>();
  readonly texts = new Map<number, string>();
  checkpoints = 0;
  first: string | null = null;
  last: string | null = null;

  constructor(header: LogExportHeader, wanted: Wanted) {
    this.#header = header;
    this.#wanted = wanted;
  }

  get entries(): number {
    return this.#tree.size;
  }

  /** Keys of every manifest so far. */
  get keys(): readonly CheckpointKey[] {
    return this.#keys;
  }

  async take(text: string): Promise<void> {
    this.#line += 1;
    const line = readLine(text);
    if (line === null) return this.#break(finding('line', { index: this.#tree.size }));
    if ('manifest' in line) return this.#takeManifest(line.manifest);
    if ('checkpoint' in line) return this.#takeCheckpoint(line.checkpoint);
    return this.#takeEntry(line);
  }

  /** After the last line. */
  async end(): Promise<void> {
    const { size } = this.#tree;
    if (size < this.#header.size)
      return this.#break(finding('truncated', { index: size, through: this.#header.size - 1 }));
    if (this.#coming !== null) return this.#break(finding('manifest-unlogged', { index: size }));
    if (!this.#exported) return this.#break(finding('export-missing', { index: size }));
    if (this.#covered < size) return this.#break(finding('unsigned-end', { index: this.#covered, through: size - 1 }));
    await this.#settle();
  }

  async #takeManifest(jws: string): Promise<void> {
    const index = this.#tree.size;
    if (this.#coming !== null) return this.#break(finding('manifest-unlogged', { index }));
    const next = await nextManifest(jws, this.manifests.at(-1) ?? null, this.#header);
    if (typeof next === 'string') return this.#break(finding(next, { index }));
    this.#coming = next;
  }

  async #takeEntry({ index, leaf, entry: text }: LogEntryLine): Promise<void> {
    const place = this.#tree.size;
    if (index !== place) return this.#break(finding('entry-place', { index: place, found: index }));
    if (index >= this.#header.size) return this.#break(finding('too-long', { index }));
    const hash = hashLeaf(text);
    if (encodeBase64Url(hash) !== leaf) return this.#break(finding('entry-changed', { index }));
    const entry = readEntry(text);
    if (entry === null) return this.#break(finding('entry-form', { index }));
    await this.#publish(entry, index);
    this.#tree.append(hash);
    this.first ??= entry.time;
    this.last = entry.time;
    this.#exported = entry.action === 'log-exported' && entry.time === this.#header.exportedAt;
    if (this.#wanted.indexes.has(index)) this.texts.set(index, text);
    if (this.#wanted.sizes.has(index + 1)) this.roots.set(index + 1, this.#tree.root());
  }

  /** An entry that publishes a manifest follows that manifest, and no manifest stands before another entry. */
  async #publish({ action, digest }: LogEntry, index: number): Promise<void> {
    const manifest = this.#coming;
    if (action === 'manifest-published' && manifest?.hash !== digest)
      return this.#break(finding('manifest-missing', { index }));
    if (manifest === null) return;
    if (action !== 'manifest-published') return this.#break(finding('manifest-unlogged', { index }));
    this.#coming = null;
    this.manifests.push(manifest);
    this.#keys.push(await checkpointKeyOf(manifest.manifest));
  }

  async #takeCheckpoint(note: string): Promise<void> {
    const { size } = this.#tree;
    const about = { index: this.#covered, through: size - 1, size };
    const checkpoint = parseCheckpoint(note);
    if (checkpoint === null) return this.#break(finding('checkpoint-form', about));
    if (checkpoint.size > size)
      return this.#break(
        finding('checkpoint-early', { ...about, index: size, through: checkpoint.size - 1, found: checkpoint.size }),
      );
    if (checkpoint.size !== size || size <= this.#covered)
      return this.#break(finding('checkpoint-place', { ...about, found: checkpoint.size }));
    const key = this.#keys.at(-1);
    if (key === undefined) return this.#break(finding('checkpoint-key', about));
    this.#signatures.push({
      valid: key.signed(checkpoint),
      otherwise: finding('checkpoint-key', { ...about, line: this.#line }),
    });
    if (!equalBytes(checkpoint.root, this.#tree.root())) return this.#break(finding('checkpoint-root', about));
    if (this.#signatures.length > ahead) await this.#settle(1);
    this.#covered = size;
    this.checkpoints += 1;
  }

  /** Waits for the oldest signatures, or for all. Throws LogBroken at the first checkpoint that isn't signed. */
  async #settle(count = this.#signatures.length): Promise<void> {
    for (const { valid, otherwise } of this.#signatures.splice(0, count))
      if (!(await valid)) throw new LogBroken(otherwise);
  }

  async #break(found: LogFinding): Promise<never> {
    // A signature that is still being looked at stands before this.
    await this.#settle();
    throw new LogBroken({ ...found, line: this.#line });
  }
}

function readLine(text: string): LogExportLine | null {
  if (text.length > longestLogLine) return null;
  const parsed = logExportLineSchema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

function readEntry(text: string): LogEntry | null {
  const parsed = logEntrySchema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

/** Undefined where it isn't JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
