import {
  type ExportPurpose,
  type GuestExportItem,
  guestExportItemSchema,
  unreadableItemSchema,
} from '../../protocol/guest-export.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { openEnvelope } from '../../crypto/open-envelope.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import { type DeskPayload, deskPayloadSchema, purposePayloadSchema } from '../../pii/payloads.ts';
import { columnsOf, type ExportColumn, type Row } from './export-table.ts';

/** Whose guests they are, what for, and the keys by their id. */
export interface LineParts {
  readonly property: string;
  readonly purpose: ExportPurpose;
  readonly keys: ReadonlyMap<string, CryptoKeyPair>;
  /** Marks a line that could not be read. */
  readonly broken: string;
}

export interface Line {
  readonly row: Row;
  readonly broken: boolean;
}

/** Opens what the server gave of one guest. Never rejects: what can't be read is a line that says so. */
export async function exportLine(parts: LineParts, given: unknown): Promise<Line> {
  const parsed = guestExportItemSchema.safeParse(given);
  const item = parsed.success ? parsed.data : null;
  // Of whom the server itself can't read anything but the id.
  const marked = unreadableItemSchema.safeParse(given);
  const [person, desk] =
    item === null ? [null, null] : await Promise.all([readPerson(parts, item), readDesk(parts, item)]);
  const broken = person === null || (item !== null && item.desk !== null && desk === null);
  const cells: Readonly<Record<ExportColumn, string>> = {
    code: item !== null ? arrivalCode(item.registration) : marked.success ? arrivalCode(marked.data.registration) : '',
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    checkIn: item?.checkIn ?? '',
    checkOut: item?.checkOut ?? '',
    room: desk?.room ?? '',
    amount: desk === null || desk.amountSpent === null ? '' : (desk.amountSpent / 100).toFixed(2),
    note: broken ? parts.broken : '',
  };
  return { row: columnsOf[parts.purpose].map((column) => cells[column]), broken };
}

async function readPerson(
  { property, purpose, keys }: LineParts,
  { registration, consentHash: consent, envelope }: GuestExportItem,
) {
  const pair = keys.get(envelope.keyId);
  if (pair === undefined) return null;
  try {
    const expected = { property, registration, kind: 'purpose', purpose, consent } as const;
    const payload = parsePayload(purposePayloadSchema, await openEnvelope(expected, pair, envelope));
    // Sealed by whoever had the public key: it may say anything.
    return payload.purpose === purpose ? payload : null;
  } catch {
    return null;
  }
}

async function readDesk(
  { property, keys }: LineParts,
  { registration, desk }: GuestExportItem,
): Promise<DeskPayload | null> {
  const pair = desk === null ? undefined : keys.get(desk.keyId);
  if (desk === null || pair === undefined) return null;
  try {
    const expected = { property, registration, kind: 'desk', purpose: null, consent: '' } as const;
    return parsePayload(deskPayloadSchema, await openEnvelope(expected, pair, desk));
  } catch {
    return null;
  }
}
