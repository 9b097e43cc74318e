import { parseCheckpoint, type SignedCheckpoint } from '../../protocol/checkpoint.ts';
import { provenCertificateSchema } from '../../protocol/erasure-certificate.ts';
import type { LogExportHeader } from '../../protocol/log-export.ts';
import type { LogFault } from '../../protocol/log-faults.ts';
import { Refusal } from '../../protocol/problems.ts';
import { provenReceiptSchema } from '../../protocol/receipt.ts';
import { equalBytes } from '../sha256.ts';
import { verifyCertificate } from '../verify-certificate.ts';
import { verifyReceipt } from '../verify-receipt.ts';
import { finding, type LogFinding, type WitnessOutcome } from './log-check.ts';
import type { LogWalk } from './log-walk.ts';

/** A checkpoint note that was kept elsewhere. */
export interface AnchorSource {
  readonly name: string;
  readonly note: string;
}

/** A guest's receipt or a certificate of erasure, as parsed JSON. */
export interface ReceiptSource {
  readonly name: string;
  readonly proven: unknown;
}

/** What somebody outside the server holds about its log. */
export interface Witness {
  readonly kind: WitnessOutcome['kind'];
  readonly name: string;
  /** Null where it can't be read, or isn't valid in itself. */
  readonly checkpoint: SignedCheckpoint | null;
  /** A receipt's own entry. */
  readonly entry: { readonly index: number; readonly text: string } | null;
  /** Hash of a receipt's manifest. */
  readonly manifest: string | null;
}

export function readAnchor({ name, note }: AnchorSource): Witness {
  return { kind: 'anchor', name, checkpoint: parseCheckpoint(note), entry: null, manifest: null };
}

/** Verifies a receipt, or a certificate of what was erased, in itself, by the root the log names. */
export async function readReceipt({ name, proven }: ReceiptSource, fingerprint: string): Promise<Witness> {
  const certificate = provenCertificateSchema.safeParse(proven);
  const placed = certificate.success ? certificate : provenReceiptSchema.safeParse(proven);
  const invalid: Witness = { kind: 'receipt', name, checkpoint: null, entry: null, manifest: null };
  if (!placed.success) return invalid;
  const { index, entry: text } = placed.data;
  try {
    const verify = certificate.success ? verifyCertificate : verifyReceipt;
    const { checkpoint, manifest } = await verify(proven, fingerprint);
    return { kind: 'receipt', name, checkpoint, entry: { index, text }, manifest: manifest.hash };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return invalid;
  }
}

/** Holds a witness against a log that was walked to its end, or to where it broke. */
export async function hear(
  witness: Witness,
  walk: LogWalk,
  { property }: Pick<LogExportHeader, 'property'>,
  broken: boolean,
): Promise<{ readonly outcome: WitnessOutcome; readonly finding: LogFinding | null }> {
  const { kind, name, checkpoint, entry } = witness;
  const size = checkpoint?.size ?? null;
  const answer = (outcome: WitnessOutcome['outcome'], fault: LogFault | null = null, index: number | null = null) => ({
    outcome: { kind, name, size, outcome },
    finding: fault === null ? null : finding(fault, { size, witness: name, index, found: walk.entries }),
  });
  const isAnchor = kind === 'anchor';
  if (checkpoint === null) return isAnchor ? answer('unreadable') : answer('contradicts', 'receipt-invalid');
  if (checkpoint.origin !== `foyer/${property}`) return answer('contradicts', 'anchor-other');
  if (isAnchor && !(await signedByAny(checkpoint, walk)))
    return broken ? answer('not-reached') : answer('contradicts', 'anchor-key');
  const text = entry === null ? undefined : walk.texts.get(entry.index);
  if (entry !== null && text !== undefined && text !== entry.text)
    return answer('contradicts', 'receipt-entry', entry.index);
  const root = walk.roots.get(checkpoint.size);
  if (root === undefined)
    return broken ? answer('not-reached') : answer('contradicts', isAnchor ? 'anchor-longer' : 'receipt-longer');
  if (!equalBytes(root, checkpoint.root))
    return answer('contradicts', isAnchor ? 'anchor-contradicts' : 'receipt-contradicts');
  if (witness.manifest !== null && !walk.manifests.some(({ hash }) => hash === witness.manifest))
    return broken ? answer('not-reached') : answer('contradicts', 'receipt-manifest');
  return answer('agrees');
}

async function signedByAny(checkpoint: SignedCheckpoint, { keys }: LogWalk): Promise<boolean> {
  for (const key of keys) if (await key.signed(checkpoint)) return true;
  return false;
}
