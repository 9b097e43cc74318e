import type { ListedRow } from '../../protocol/api.ts';
import type { PurposeId } from '../../protocol/purposes.ts';

/** The consent event an envelope was sealed under. */
interface SealedUnder {
  readonly number: number;
  readonly hash: string;
}

/** What a tablet has seen of one registration's consents. Grows only; holds no detail of anybody. */
export interface KnownConsents {
  readonly number: number;
  readonly hash: string;
  readonly state: ListedRow['state'];
  readonly held: ReadonlyMap<PurposeId, SealedUnder>;
  /** Purposes taken back, and the event number at which they were: only a later yes brings one back. */
  readonly ended: ReadonlyMap<PurposeId, number>;
  /** Envelopes that were replaced or taken back, as `pastKey` names them. */
  readonly past: ReadonlySet<string>;
}

const order: readonly ListedRow['state'][] = ['received', 'seen', 'arrived', 'departed', 'expired', 'erased'];

export function pastKey(purpose: PurposeId, consentHash: string): string {
  return `${purpose} ${consentHash}`;
}

/** The event a purpose of the row was sealed under; null where the row doesn't say. */
export function sealedUnder(row: ListedRow, purpose: PurposeId): SealedUnder | null {
  if (!row.purposes.includes(purpose)) return null;
  const number = row.consentNumber ?? 1;
  return row.sealedUnder?.[purpose] ?? (number === 1 ? { number, hash: row.consentHash } : null);
}

/** What a row says of itself, seen for the first time. */
export function firstSeen(row: ListedRow): KnownConsents {
  const number = row.consentNumber ?? 1;
  const ended = new Map((row.withdrawn ?? []).map((purpose) => [purpose, number] as const));
  return { number, hash: row.consentHash, state: row.state, held: heldIn(row), ended, past: new Set() };
}

function heldIn(row: ListedRow): Map<PurposeId, SealedUnder> {
  const held = new Map<PurposeId, SealedUnder>();
  for (const purpose of row.purposes) {
    const under = sealedUnder(row, purpose);
    if (under !== null) held.set(purpose, under);
  }
  return held;
}

/**
 * Takes a row as newer than what is known; null where it is an older one that was sent again: a state, a consent's number or an
 * envelope gone back, another event under the same number, or a purpose taken back that is there again without a new yes.
 */
export function admitRow(known: KnownConsents, row: ListedRow): KnownConsents | null {
  const number = row.consentNumber ?? 1;
  const held = heldIn(row);
  const ended = new Map(known.ended);
  for (const purpose of row.withdrawn ?? []) if (!ended.has(purpose)) ended.set(purpose, number);
  if (number < known.number || (number === known.number && row.consentHash !== known.hash)) return null;
  if (order.indexOf(row.state) < order.indexOf(known.state)) return null;
  const past = new Set(known.past);
  for (const purpose of row.purposes) {
    const under = held.get(purpose);
    const before = known.held.get(purpose);
    const end = known.ended.get(purpose);
    if (end !== undefined && (under?.number ?? number) <= end) return null;
    if (under === undefined) continue;
    if (past.has(pastKey(purpose, under.hash))) return null;
    if (before !== undefined && under.number < before.number) return null;
    ended.delete(purpose);
  }
  for (const [purpose, before] of known.held) {
    if (held.get(purpose)?.hash === before.hash) continue;
    past.add(pastKey(purpose, before.hash));
    if (!row.purposes.includes(purpose)) ended.set(purpose, Math.max(number, before.number));
  }
  return { number, hash: row.consentHash, state: row.state, held, ended, past };
}
