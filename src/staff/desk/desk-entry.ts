import type { DeskRow } from '../../protocol/api.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { arrivalCode, normaliseArrivalCode } from '../../protocol/ids.ts';
import { openEnvelope } from '../../crypto/open-envelope.ts';
import { admitRow, firstSeen, type KnownConsents } from './consent-memory.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import { type CardPayload, cardPayloadSchema, type DeskPayload, deskPayloadSchema } from '../../pii/payloads.ts';

/** A row of the list with what its envelopes say. In memory only. */
export interface DeskEntry {
  readonly row: DeskRow;
  readonly code: string;
  /** Null when there is no card any more, or when it could not be opened. */
  readonly card: CardPayload | null;
  /** Room and remarks, once arrived. */
  readonly desk: DeskPayload | null;
  /** An envelope was there and would not open: shown as such, and no other row suffers for it. */
  readonly broken: boolean;
  /** What is known of the guest's consents, so that an older row or envelope is recognised. */
  readonly consents: KnownConsents;
  /** The server sent an older state of this registration again, which was refused. */
  readonly olderRefused: boolean;
}

/**
 * Opens a row's card and desk note. Never throws: what can't be opened is marked. A row older than the one known is refused: the entry
 * stays as it was, and says so.
 */
export async function openEntry(
  property: string,
  keyring: Keyring,
  row: DeskRow,
  known?: DeskEntry,
): Promise<DeskEntry> {
  const admitted = known === undefined ? firstSeen(row) : admitRow(known.consents, row);
  if (known !== undefined && admitted === null) return { ...known, olderRefused: true };
  const consents = admitted ?? firstSeen(row);
  const context = { property, registration: row.registration };
  const sameCard =
    known !== undefined &&
    known.row.card?.ciphertext === row.card?.ciphertext &&
    known.row.consentHash === row.consentHash;
  const sameDesk = known !== undefined && known.row.desk?.ciphertext === row.desk?.ciphertext;
  const card = sameCard ? known.card : await openCard();
  const desk = sameDesk ? known.desk : await openDesk();
  const broken = (row.card !== null && card === null) || (row.desk !== null && desk === null);
  const olderRefused = known?.olderRefused ?? false;
  return { row, code: arrivalCode(row.registration), card, desk, broken, consents, olderRefused };

  async function openCard(): Promise<CardPayload | null> {
    if (row.card?.kind !== 'card') return null;
    try {
      const opened = await openEnvelope(
        { ...context, kind: 'card', purpose: null, consent: row.consentHash },
        keyring.pair(row.card.keyId),
        row.card,
      );
      return parsePayload(cardPayloadSchema, opened);
    } catch {
      return null;
    }
  }

  async function openDesk(): Promise<DeskPayload | null> {
    if (row.desk?.kind !== 'desk') return null;
    try {
      const opened = await openEnvelope(
        { ...context, kind: 'desk', purpose: null, consent: '' },
        keyring.pair(row.desk.keyId),
        row.desk,
      );
      return parsePayload(deskPayloadSchema, opened);
    } catch {
      return null;
    }
  }
}

/** The four views of the list. */
export const deskViews = ['arriving', 'in-house', 'leaving', 'all'] as const;
export type DeskView = (typeof deskViews)[number];

/** Whether a row belongs to a view on that calendar date. */
export function belongsTo(view: DeskView, { row }: DeskEntry, today: string): boolean {
  switch (view) {
    case 'arriving':
      return row.state === 'received' || row.state === 'seen';
    case 'in-house':
      return row.state === 'arrived';
    case 'leaving':
      return row.state === 'arrived' && row.checkOut <= today;
    case 'all':
      return true;
  }
}

/** The order of a view: the newest to arrive on top, those in house by room. */
export function compareIn(view: DeskView): (a: DeskEntry, b: DeskEntry) => number {
  const byRoom = (a: DeskEntry, b: DeskEntry) =>
    (a.desk?.room ?? '').localeCompare(b.desk?.room ?? '', undefined, { numeric: true });
  const newestFirst = (a: DeskEntry, b: DeskEntry) =>
    b.row.receivedAt.localeCompare(a.row.receivedAt) || madeAt(b.row) - madeAt(a.row);
  if (view === 'in-house') return (a, b) => byRoom(a, b) || newestFirst(a, b);
  if (view === 'leaving') return (a, b) => a.row.checkOut.localeCompare(b.row.checkOut) || byRoom(a, b);
  return newestFirst;
}

/** When the phone made the registration's id, in milliseconds: tells apart what was received in the same second. */
function madeAt({ registration }: DeskRow): number {
  let time = 0;
  for (const byte of decodeBase64Url(registration)?.subarray(0, 6) ?? []) time = time * 256 + byte;
  return time;
}

/** Finds by arrival code, name or room, whichever way they were typed. An empty search finds everything. */
export function matcher(typed: string): (entry: DeskEntry) => boolean {
  const words = plain(typed);
  if (words === '') return () => true;
  const code = normaliseArrivalCode(typed);
  return (entry) =>
    (code !== '' && entry.code.startsWith(code)) ||
    (entry.card !== null && plain(entry.card.name).includes(words)) ||
    (entry.desk !== null && plain(entry.desk.room).startsWith(words));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
