import type { ProvenReceipt } from '../../protocol/receipt.ts';
import type { CommittedTree, Store } from '../store/store.ts';
import type { StoredReceipt } from '../store/guest-store.ts';

/** Also a registration's first, which stands in its own row. */
type AnyReceipt = Omit<StoredReceipt, 'moment'>;

export interface ReceiptParts {
  readonly receipt: string;
  readonly entry: string;
  readonly index: number;
  readonly tree: Pick<CommittedTree, 'checkpoint' | 'prove'>;
  readonly manifest: string;
}

/** A receipt with its proof. The same parts give the same text, byte for byte. */
function provenReceipt({ receipt, entry, index, tree, manifest }: ReceiptParts): ProvenReceipt {
  return {
    format: 'foyer-proven-receipt/1',
    text: receipt,
    entry,
    index,
    proof: tree.prove(index).map((hash) => Buffer.from(hash).toString('base64url')),
    checkpoint: tree.checkpoint,
    manifest,
  };
}

export function provenReceiptJson(parts: ReceiptParts): string {
  return JSON.stringify(provenReceipt(parts));
}

/** The receipt as it was first given: at the checkpoint of the commit that made it durable. */
export async function provenFromStore(store: Store, stored: AnyReceipt): Promise<ProvenReceipt> {
  const { property, receipt, index, treeSize } = stored;
  const [[entry], checkpoint, proof, manifest] = await Promise.all([
    store.entries(property, index, 1),
    store.checkpoint(property, treeSize),
    store.inclusionProof(property, index, treeSize),
    store.manifest(property, stored.manifestSequence),
  ]);
  if (entry === undefined || checkpoint === null || manifest === null) throw new TypeError('a receipt without its log');
  return provenReceipt({ receipt, entry, index, tree: { checkpoint, prove: () => proof }, manifest });
}

export async function receiptJson(store: Store, stored: AnyReceipt): Promise<string> {
  return JSON.stringify(await provenFromStore(store, stored));
}
