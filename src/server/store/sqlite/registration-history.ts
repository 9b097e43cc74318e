import type { Envelope } from '../../../protocol/envelope.ts';
import type { KeptSealedOff } from '../stored-erasure.ts';
import type { StoredCertificate } from '../retention-store.ts';
import type { StoredReceipt } from '../guest-store.ts';
import type { Tables } from './draft.ts';
import type { LogTables } from './log-tables.ts';
import { toStored } from './registration-rows.ts';

/** The envelopes there are, without the desk's note. */
export function envelopesOf({ registrations }: Tables, registration: string): Envelope[] {
  const row = registrations.byId(registration);
  const all = row === null ? [] : registrations.envelopes(row.id, 'all');
  return all.map(({ envelope }) => envelope).filter(({ kind }) => kind !== 'desk');
}

/** What the law alone still holds. */
export function sealedOffOf({ registrations, amendments }: Tables, registration: string): KeptSealedOff[] {
  const row = registrations.byId(registration);
  return row === null ? [] : amendments.sealedOff(row.id);
}

/** Every consent event's JWS, oldest first. */
export function eventsOf({ registrations, amendments }: Tables, registration: string): string[] {
  const row = registrations.byId(registration);
  return row === null ? [] : [row.consent, ...amendments.events(row.id).map(({ jws }) => jws)];
}

/** Every receipt, oldest first. */
export function receiptsOf(
  { registrations, amendments }: Tables,
  log: LogTables,
  registration: string,
): StoredReceipt[] {
  const row = registrations.byId(registration);
  if (row === null) return [];
  const { property, receipt, index, treeSize, manifestSequence, bodyHash } = toStored(
    row,
    log.sizeCovering(row.owner, row.leaf),
  );
  const later = amendments.receipts(row.id).map((one) => ({
    property,
    receipt: one.text,
    index: one.leaf,
    treeSize: log.sizeCovering(row.owner, one.leaf),
    manifestSequence: one.manifest_sequence,
    bodyHash: one.body_hash,
    moment: one.moment,
  }));
  return [{ property, receipt, index, treeSize, manifestSequence, bodyHash, moment: null }, ...later];
}

/** Certificates of a property's retention runs, the newest first. */
export function certificatesOf(
  { retention }: Tables,
  log: LogTables,
  property: number,
  limit: number,
): StoredCertificate[] {
  return retention.certificates(property, limit).map(({ leaf, manifest_sequence: manifestSequence, text, at }) => ({
    text,
    at,
    index: leaf,
    treeSize: log.sizeCovering(property, leaf),
    manifestSequence,
  }));
}
