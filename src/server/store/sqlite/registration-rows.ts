import * as z from 'zod/mini';
import { type AgreedWords, agreedWordsSchema } from '../../../protocol/agreed-words.ts';
import { type Envelope, envelopeKinds } from '../../../protocol/envelope.ts';
import { languages, languageSchema } from '../../../protocol/languages.ts';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import { channelSchema, registrationStateSchema } from '../../../protocol/submission.ts';
import { toDate } from '../../../protocol/time.ts';
import { joinReceipt } from '../receipt-template.ts';
import type { StoredRegistration } from '../guest-store.ts';
import { blob, bytesText, json } from './column.ts';

export const purposeList = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => (text === '' ? [] : text.split(','))),
  ),
  z.array(purposeIdSchema),
);

export const agreedList = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) =>
      (text === '' ? [] : text.split(',')).map((one) => {
        const [purpose, language, version] = one.split(':');
        return { purpose, language, version: Number(version) };
      }),
    ),
  ),
  z.array(agreedWordsSchema),
);

/** As its column holds it. */
export function agreedText(agreed: readonly AgreedWords[]): string {
  return agreed.map(({ purpose, language, version }) => `${purpose}:${language}:${version}`).join();
}

/** What a change leaves agreed of purposes that are none of the row's any more: what is sealed off rests on what it was told on. */
export function agreedOfSealed(
  { agreed, purposes }: Pick<StoredRegistration, 'agreed' | 'purposes'>,
  after: Pick<StoredRegistration, 'purposes' | 'withdrawn'>,
): AgreedWords[] {
  return agreed.filter(({ purpose }) => ![...purposes, ...after.purposes, ...after.withdrawn].includes(purpose));
}

/** A day, or nothing where a row forgot its stay. */
export const dayText = z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\d)?$/));

/** A column that is blanked with the last of a registration; then it reads as `filled`. */
function blankable<Output>(schema: z.ZodMiniType<Output>, filled: Output) {
  return z.union([
    schema,
    z.pipe(
      z.literal(''),
      z.transform(() => filled),
    ),
  ]);
}

export const registrationRow = z.object({
  id: z.number(),
  owner: z.number(),
  property: z.string(),
  registration: bytesText,
  state: registrationStateSchema,
  minors: z.number(),
  check_in: z.string(),
  check_out: z.string(),
  desk_check_out: z.nullable(z.string()),
  received_at: z.number(),
  seen_at: z.nullable(z.number()),
  arrived_at: z.nullable(z.number()),
  purposes: purposeList,
  withdrawn: purposeList,
  agreed: agreedList,
  signer: bytesText,
  events: z.number(),
  event_hash: z.nullable(bytesText),
  receipts: z.number(),
  lookup_hash: bytesText,
  token_hash: bytesText,
  consent: z.string(),
  consent_hash: bytesText,
  body_hash: bytesText,
  template: z.string(),
  receipt_parts: json(z.array(z.string())),
  leaf: z.number(),
  manifest_sequence: z.number(),
});
export type RegistrationRow = z.infer<typeof registrationRow>;

export const envelopeRow = z.object({
  id: z.number(),
  kind: z.enum(envelopeKinds),
  purpose: z.nullable(purposeIdSchema),
  suite: z.string(),
  key_id: z.string(),
  schema: z.number(),
  event: z.number(),
  enc: blob,
  ciphertext: blob,
});

export const listedRow = z.object({
  id: z.number(),
  change: z.number(),
  registration: bytesText,
  state: registrationStateSchema,
  channel: blankable(channelSchema, 'typed'),
  language: blankable(languageSchema, languages[0]),
  party_size: z.number(),
  minors: z.number(),
  check_in: dayText,
  check_out: dayText,
  desk_check_out: z.nullable(dayText),
  received_at: z.number(),
  seen_at: z.nullable(z.number()),
  arrived_at: z.nullable(z.number()),
  purposes: purposeList,
  withdrawn: purposeList,
  agreed: agreedList,
  consent_hash: bytesText,
  events: z.number(),
  event_hash: z.nullable(bytesText),
  party: z.nullable(bytesText),
  file_number: z.nullable(z.number()),
});

/**
 * The stay as the desk last said, or the guest. A row that forgot its stay says the day it was received, which the log has too: lists
 * are sorted by days.
 */
export function stayOf(
  row: Pick<z.infer<typeof listedRow>, 'check_in' | 'check_out' | 'desk_check_out' | 'received_at'>,
): Pick<StoredRegistration, 'checkIn' | 'checkOut'> {
  if (row.check_in !== '') return { checkIn: row.check_in, checkOut: row.desk_check_out ?? row.check_out };
  const received = toDate(row.received_at);
  return { checkIn: received, checkOut: received };
}

/** What an envelope goes by: its purpose, or its kind. */
export function nameOf({ kind, purpose }: Pick<Envelope, 'kind' | 'purpose'>): string {
  return purpose ?? kind;
}

/** `treeSize` is that of the first checkpoint that covers the leaf. */
export function toStored(row: RegistrationRow, treeSize: number): StoredRegistration {
  return {
    registration: row.registration,
    property: row.property,
    state: row.state,
    minors: row.minors === 1,
    ...stayOf(row),
    signer: row.signer,
    events: row.events,
    eventHash: row.event_hash ?? row.consent_hash,
    receipts: row.receipts,
    purposes: row.purposes,
    withdrawn: row.withdrawn,
    agreed: row.agreed.filter(({ purpose }) => row.purposes.includes(purpose)),
    receivedAt: row.received_at,
    seenAt: row.seen_at,
    arrivedAt: row.arrived_at,
    bodyHash: row.body_hash,
    tokenHash: row.token_hash,
    consent: row.consent,
    receipt: joinReceipt({ template: row.template, parts: row.receipt_parts }),
    index: row.leaf,
    treeSize,
    manifestSequence: row.manifest_sequence,
  };
}
