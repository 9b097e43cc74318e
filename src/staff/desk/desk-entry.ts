import type { DeskRow, ListedRow } from '../../protocol/api.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { digest } from '../../crypto/sha256.ts';
import { openEnvelope } from '../../crypto/open-envelope.ts';
import { admitRow, firstSeen, type KnownConsents } from './consent-memory.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import { type CardPayload, cardPayloadSchema, type DeskPayload, deskPayloadSchema } from '../../pii/payloads.ts';

/** A row whose envelopes have been opened. In memory only. */
export interface OpenedRow {
  readonly row: ListedRow;
  /** Null when there is no card any more, or when it could not be opened. */
  readonly card: CardPayload | null;
  /** Room and remarks, once arrived. */
  readonly desk: DeskPayload | null;
  /** SHA-256 of the sealed note, by which a correction names what it replaces; null where there is none. */
  readonly noteDigest: string | null;
  /** An envelope was there and would not open: shown as such, and no other row suffers for it. */
  readonly broken: boolean;
}

/** A row of the list with what its envelopes say. In memory only. */
export interface DeskEntry extends OpenedRow {
  readonly code: string;
  /** What is known of the guest's consents, so that an older row or envelope is recognised. */
  readonly consents: KnownConsents;
  /** The server sent an older state of this registration again, which was refused. */
  readonly olderRefused: boolean;
}

/** Opens a row's card and desk note. Never throws: what can't be opened is marked. The envelopes themselves are not kept. */
export async function openRow(
  property: string,
  keys: Pick<Keyring, 'pair'>,
  { card: sealedCard, desk: sealedDesk, ...row }: DeskRow,
): Promise<OpenedRow> {
  const { registration, consentHash } = row;
  const open = async (kind: 'card' | 'desk', consent: string, envelope: Envelope): Promise<Uint8Array> =>
    openEnvelope({ property, registration, kind, purpose: null, consent }, keys.pair(envelope.keyId), envelope);
  const [card, desk] = await Promise.all([
    sealedCard === null
      ? null
      : readOrNull(async () => parsePayload(cardPayloadSchema, await open('card', consentHash, sealedCard))),
    sealedDesk === null
      ? null
      : readOrNull(async () => parsePayload(deskPayloadSchema, await open('desk', '', sealedDesk))),
  ]);
  const broken =
    row.unreadable === true || (sealedCard !== null && card === null) || (sealedDesk !== null && desk === null);
  const noteDigest = sealedDesk === null ? null : await digest(sealedDesk.ciphertext);
  return { row, card, desk, noteDigest, broken };
}

async function readOrNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}

/**
 * What the list holds after an opened row came for what it knew. A row older than the one known is refused: the entry stays as it was,
 * and says so.
 */
export function admitEntry(opened: OpenedRow, known?: DeskEntry): DeskEntry {
  if (opened.row.unreadable === true) return unreadableEntry(opened, known);
  const consents = known === undefined ? firstSeen(opened.row) : admitRow(known.consents, opened.row);
  if (known !== undefined && consents === null) return { ...known, olderRefused: true };
  return {
    ...opened,
    code: known?.code ?? arrivalCode(opened.row.registration),
    consents: consents ?? firstSeen(opened.row),
    olderRefused: known?.olderRefused ?? false,
  };
}

/** A damaged row says nothing of consents: what was known of them stays known, and the first row that can be read again is believed. */
function unreadableEntry(opened: OpenedRow, known?: DeskEntry): DeskEntry {
  return {
    ...opened,
    code: known?.code ?? arrivalCode(opened.row.registration),
    consents: known?.consents ?? { ...firstSeen(opened.row), number: 0, state: 'received' },
    olderRefused: known?.olderRefused ?? false,
  };
}

/** The four views of the list. */
export const deskViews = ['arriving', 'in-house', 'leaving', 'all'] as const;
export type DeskView = (typeof deskViews)[number];

/** Whether a row belongs to a view on that calendar date. */
export function belongsTo(view: DeskView, { row }: Pick<DeskEntry, 'row'>, today: string): boolean {
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
