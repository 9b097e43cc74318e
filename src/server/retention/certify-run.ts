import { logEntrySchema } from '../../protocol/audit-log.ts';
import { parseCheckpoint } from '../../protocol/checkpoint.ts';
import {
  type ErasureCertificate,
  parseCertificate,
  type ProvenCertificate,
} from '../../protocol/erasure-certificate.ts';
import { newId } from '../../protocol/ids.ts';
import { backupDays, type RetentionClassId, retentionClassIds } from '../../protocol/retention-classes.ts';
import { addDays, toDate, toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { digest } from '../digest.ts';
import type { Hotel } from '../hotel/hotels.ts';
import type { EraseSealedParts } from '../jobs/erase-sealed.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Store } from '../store/store.ts';
import type { StoredCertificate } from '../store/retention-store.ts';
import type { CountedClock } from './counted-clock.ts';

type Counted = ErasureCertificate['classes'];

const pageLength = 1000;

/**
 * Certifies what the server has erased and sealed off since the last certificate. There is one for every day, also where nothing was
 * due, and one for every run that erased anything. Returns whether there was a need.
 */
export async function certifyRun(
  { store, committer, random }: Pick<EraseSealedParts, 'store' | 'committer' | 'random'>,
  hotel: Hotel,
  time: CountedClock,
): Promise<boolean> {
  const at = time.now();
  const [last] = await store.certificates(hotel.property, 1);
  const before = last === undefined ? null : parseCertificate(last.text);
  const from = before?.log.to ?? 0;
  const to = await logSize(store, hotel.property);
  const classes = await countErased(store, hotel.property, from, to);
  const sameDay = before !== null && toDate(Date.parse(before.issued_at)) === toDate(at);
  if (classes.length === 0 && sameDay) return false;
  const { manifest, hash } = hotel.current;
  const certificate: ErasureCertificate = {
    schema_version: 'foyer-erasure-certificate/1',
    certificate_id: newId(at, random),
    property: hotel.property,
    issued_at: toInstant(at),
    clock: { wall: toInstant(time.wall()), held: time.state() === 'held' },
    log: { from, to },
    classes,
    gone_from_backups: addDays(toDate(at), backupDays),
    previous_hash: last === undefined ? null : digest(last.text),
    manifest: { sequence: manifest.sequence, hash },
  };
  const text = JSON.stringify(certificate);
  const by = { at, actor: 'server', role: 'server' } as const;
  const entry = logEntryText({ ...by, action: 'erasure-certified', digest: digest(text) });
  const manifestSequence = manifest.sequence;
  const change = { kind: 'certify', at, text, manifestSequence, entry } as const;
  await writeOne(committer, hotel.property, change, hotel.sign);
  return true;
}

async function logSize(store: Store, property: string): Promise<number> {
  return parseCheckpoint((await store.checkpoint(property, null)) ?? '')?.size ?? 0;
}

/** Counts the server's own entries of erasing and sealing off in a stretch of the log. */
async function countErased(store: Store, property: string, from: number, to: number): Promise<Counted> {
  const counts = new Map<string, Counted[number]>();
  for (let at = from; at < to; at += pageLength) {
    for (const text of await store.entries(property, at, Math.min(pageLength, to - at))) {
      const { role, action, purpose } = logEntrySchema.parse(JSON.parse(text));
      if (role !== 'server') continue;
      const found = classOf(action, purpose);
      if (found === null) continue;
      const key = `${found} ${action}`;
      const outcome = action === 'sealed-off' ? 'sealed-off' : 'erased';
      counts.set(key, { class: found, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const order = (id: RetentionClassId) => retentionClassIds.indexOf(id);
  return [...counts.values()].sort((a, b) => order(a.class) - order(b.class) || a.outcome.localeCompare(b.outcome));
}

function classOf(action: string, purpose: RetentionClassId | null): RetentionClassId | null {
  if (action === 'expired') return 'unconfirmed';
  return action === 'erased' || action === 'sealed-off' ? purpose : null;
}

/** A certificate as it was made: at the checkpoint of the commit that made it durable. */
export async function provenCertificate(
  store: Store,
  property: string,
  stored: StoredCertificate,
): Promise<ProvenCertificate> {
  const { text, index, treeSize, manifestSequence } = stored;
  const [[entry], checkpoint, proof, manifest] = await Promise.all([
    store.entries(property, index, 1),
    store.checkpoint(property, treeSize),
    store.inclusionProof(property, index, treeSize),
    store.manifest(property, manifestSequence),
  ]);
  if (entry === undefined || checkpoint === null || manifest === null)
    throw new TypeError('a certificate without its log');
  return {
    format: 'foyer-proven-certificate/1',
    text,
    entry,
    index,
    proof: proof.map((hash) => Buffer.from(hash).toString('base64url')),
    checkpoint,
    manifest,
  };
}
