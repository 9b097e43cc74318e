import type { ExportPurpose, GuestExportItem } from '../../protocol/guest-export.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import { openEnvelope } from '../../crypto/open-envelope.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import { type DeskPayload, deskPayloadSchema, purposePayloadSchema } from '../../pii/payloads.ts';
import type { Session } from '../session/sign-in.ts';
import { columnsOf, type ExportColumn, type Row } from './export-table.ts';

export interface ExportWords {
  /** Marks a line whose envelope could not be read. */
  readonly broken: string;
}

export interface ExportOptions {
  readonly words: ExportWords;
  /** Registrations that were looked at, of how many there were at the start. */
  readonly onProgress: (done: number, total: number) => void;
  /** Does what may need the person to prove themselves once more. */
  readonly prove: <Value>(act: () => Promise<Value>) => Promise<Value>;
  /** Lets the page breathe. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Guests whose envelopes are opened at once. */
const together = 20;

type ExportSession = Pick<Session, 'api' | 'keyring' | 'property'>;

/**
 * Fetches and opens what may leave for a purpose, a page at a time. Each guest's line in the log is durable before their envelope comes.
 * One that can't be read becomes one marked line and touches no other. Throws Refusal, and rejects when `signal` aborts.
 */
export async function exportGuests(
  session: ExportSession,
  { purpose, reason }: { readonly purpose: ExportPurpose; readonly reason: OpeningReason },
  { words, onProgress, prove, pause, signal }: ExportOptions,
): Promise<Row[]> {
  signal.throwIfAborted();
  const begun = await prove(() => session.api.beginExport({ purpose, reason }));
  const rows: Row[] = [];
  let looked = 0;
  onProgress(0, begun.total);
  for (let after: number | null = 0; after !== null; ) {
    signal.throwIfAborted();
    const page = await session.api.exportPage(begun.export, after, signal);
    for (let from = 0; from < page.items.length; from += together) {
      await pause();
      signal.throwIfAborted();
      const some = page.items.slice(from, from + together);
      rows.push(...(await Promise.all(some.map((item) => rowOf(session, purpose, item, words)))));
    }
    looked += page.looked;
    onProgress(Math.min(looked, begun.total), begun.total);
    // A server that stays where it is would be asked for ever.
    if (page.next !== null && page.next <= after) throw new Refusal('unexpected_answer', 'next');
    after = page.next;
  }
  signal.throwIfAborted();
  return rows;
}

async function rowOf(
  session: ExportSession,
  purpose: ExportPurpose,
  item: GuestExportItem,
  words: ExportWords,
): Promise<Row> {
  const [person, desk] = await Promise.all([readPerson(session, purpose, item), readDesk(session, item)]);
  const cells: Readonly<Record<ExportColumn, string>> = {
    code: arrivalCode(item.registration),
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    checkIn: item.checkIn,
    checkOut: item.checkOut,
    room: desk?.room ?? '',
    amount: desk === null || desk.amountSpent === null ? '' : (desk.amountSpent / 100).toFixed(2),
    note: person === null || (item.desk !== null && desk === null) ? words.broken : '',
  };
  return columnsOf[purpose].map((column) => cells[column]);
}

async function readPerson(
  { property, keyring }: ExportSession,
  purpose: ExportPurpose,
  { registration, consentHash: consent, envelope }: GuestExportItem,
) {
  try {
    const expected = { property, registration, kind: 'purpose', purpose, consent } as const;
    const payload = parsePayload(
      purposePayloadSchema,
      await openEnvelope(expected, keyring.pair(envelope.keyId), envelope),
    );
    // Sealed by whoever had the public key: it may say anything.
    return payload.purpose === purpose ? payload : null;
  } catch {
    return null;
  }
}

async function readDesk(
  { property, keyring }: ExportSession,
  { registration, desk }: GuestExportItem,
): Promise<DeskPayload | null> {
  if (desk === null) return null;
  try {
    const expected = { property, registration, kind: 'desk', purpose: null, consent: '' } as const;
    return parsePayload(deskPayloadSchema, await openEnvelope(expected, keyring.pair(desk.keyId), desk));
  } catch {
    return null;
  }
}
