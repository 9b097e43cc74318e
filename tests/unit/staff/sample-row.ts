import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { DeskRow } from '../../../src/protocol/api.ts';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import { firstSeen } from '../../../src/staff/desk/consent-memory.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { newId } from '../../../src/protocol/ids.ts';

/** A row without envelopes. */
export function sampleRow(changes: Partial<DeskRow> = {}): DeskRow {
  return {
    registration: newId(Date.parse('2026-11-21T10:00:00Z'), randomBytes),
    state: 'received',
    channel: 'reception',
    language: 'zh-Hans',
    partySize: 1,
    minors: false,
    checkIn: '2026-11-21',
    checkOut: '2026-11-23',
    receivedAt: '2026-11-21T18:00:00+08:00',
    seenAt: null,
    arrivedAt: null,
    purposes: ['emergency'],
    consentHash: encodeBase64Url(new Uint8Array(32)),
    card: null,
    desk: null,
    ...changes,
  };
}

interface EntryDraft {
  readonly room?: string;
  readonly contact?: string;
  readonly amount?: number;
  readonly ownNumber?: string;
}

/** A row whose card says that name. */
export function entryOf(
  name: string,
  { room, contact, amount, ownNumber = '' }: EntryDraft = {},
  changes: Partial<DeskRow> = {},
): DeskEntry {
  const { card: _card, desk: _desk, ...row } = sampleRow(changes);
  const { checkIn, checkOut, partySize } = row;
  return {
    row,
    code: arrivalCode(row.registration),
    card: { name, maskedContact: contact ?? null, checkIn, checkOut, partySize },
    desk: room === undefined ? null : { room, remarks: '', roomType: '', amountSpent: amount ?? null, ownNumber },
    noteDigest: null,
    broken: false,
    consents: firstSeen(row),
    olderRefused: false,
  };
}
