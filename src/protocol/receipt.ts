import * as z from 'zod/mini';
import { isAsked } from './asked-now.ts';
import type { ConsentEvent } from './consent-event.ts';
import { digestSchema, idSchema, newId, type RandomBytes } from './ids.ts';
import { languageSchema } from './languages.ts';
import type { SignedManifest } from './manifest.ts';
import type { Notice, NoticePurpose } from './notice.ts';
import { citationSchema, recipientSchema } from './notice.ts';
import { Refusal } from './problems.ts';
import { purposeIdSchema } from './purposes.ts';
import type { Submission } from './submission.ts';
import { dateSchema, instantSchema, toInstant } from './time.ts';

const text = z.string();

/** A part of a registration as a certificate names it. `desk` is the hotel's own note of room and remarks. */
export const deletedClassSchema = z.union([purposeIdSchema, z.enum(['card', 'self', 'desk'])]);
export type DeletedClass = z.infer<typeof deletedClassSchema>;

/** What was erased, what the law still holds, and when it ends (PIPL 47). Names classes, never values. */
export const deletionSchema = z.object({
  requested_at: instantSchema,
  done_at: instantSchema,
  /** Who asked: the guest with their secret, or the desk for a guest without it. */
  requested_through: z.enum(['guest', 'desk-in-person', 'desk-call-back']),
  classes: z.array(
    z.object({
      class: deletedClassSchema,
      outcome: z.enum(['erased', 'sealed-off']),
      /** Why it must still be stored, in the guest's language; null where it is erased. */
      ground: z.nullable(text),
      article: z.nullable(text),
      /** The day it is erased by itself; null where it is erased, and where no term has been set yet (the ground says how it is determined). */
      until: z.nullable(dateSchema),
    }),
  ),
  /** Processors that confirmed they erased theirs, by name; the hotel has none where the list of `parties` is empty. */
  processors_confirmed: z.array(text),
  /**
   * What had left the server by then, as the hotel's log says: each way of each purpose once, when it was last. Handed over to the police, and
   * not taken back as a mistake; in a file; on paper. Absent from certificates of before it was said.
   */
  passed_on: z.optional(
    z
      .array(
        z.object({
          way: z.enum(['police', 'file', 'paper']),
          purpose: z.nullable(purposeIdSchema),
          last: instantSchema,
        }),
      )
      .check(z.maxLength(32)),
  ),
  /** By this day no backup holds it either. */
  gone_from_backups: dateSchema,
  /** The entry of the erasure ledger, which is replayed after a restore. */
  ledger_id: idSchema,
});
export type Deletion = z.infer<typeof deletionSchema>;

/** Fields of ISO/IEC TS 27560:2023 joined with Kantara 1.1 and PIPL 17. Names no guest: the principal is a pseudonym. */
export const receiptSchema = z.object({
  schema_version: z.literal('foyer-receipt/1'),
  receipt_id: idSchema,
  kind: z.enum(['consent', 'refusal', 'withdrawal', 'correction', 'deletion']),
  record_id: idSchema,
  issued_at: instantSchema,
  language: languageSchema,
  jurisdiction: text,
  supersedes: z.nullable(idSchema),
  previous_hash: z.nullable(digestSchema),
  parties: z.object({
    principal: text,
    acting: z.enum(['self', 'guardian']),
    controller: z.object({
      name: text,
      address: text,
      contact: text,
      officer: z.object({ name: text, contact: text }),
    }),
    processors: z.array(
      z.object({
        name: text,
        contact: text,
        /** What for, and where. */
        purpose: z.optional(text),
        place: z.optional(text),
      }),
    ),
    recipients: z.array(recipientSchema),
    complaints: z.array(z.object({ name: text, contact: text })),
  }),
  notice: z.object({ url: text, version: z.int(), hash: digestSchema, shown_at: instantSchema }),
  purposes: z.array(
    z.object({
      id: purposeIdSchema,
      text,
      legal_basis: z.enum(['consent', 'law']),
      articles: z.array(citationSchema),
      method: text,
      items: z.array(
        z.object({ label: text, need: z.enum(['needed', 'contact', 'optional']), sensitive: z.nullable(text) }),
      ),
      retention: text,
      /**
       * The notice these words are of, where it isn't the one named above: a yes holds in the words it was given to, with their
       * retention and their recipients, until the guest answers newer ones.
       */
      agreed: z.optional(z.object({ language: languageSchema, version: z.int(), hash: digestSchema })),
      storage: text,
      cross_border: text,
      effect_of_refusing: text,
      withdrawal: text,
      /**
       * The last day of a temporary rule that was over by then and holds nothing: nobody was asked for it, at the desk neither. Absent from
       * receipts of before it was said, whose words for it are those of what was left to the desk.
       */
      ended: z.optional(dateSchema),
      event: z.object({
        decision: z.enum(['given', 'refused', 'withdrawn', 'not-asked', 'provided-by-law']),
        consent_type: z.nullable(z.enum(['consent', 'separate', 'written', 'guardian'])),
        event_time: instantSchema,
        valid_until: text,
        wording_hash: z.nullable(digestSchema),
      }),
    }),
  ),
  /** SHA-256 of the signed consent event this receipt confirms: the guest's own expression. */
  consent_event: digestSchema,
  /**
   * SHA-256 of the very bytes the phone sent, all envelopes included: a server that keeps or hands out another envelope than it was
   * given is caught by the receipt. Absent from receipts that confirm no submission.
   */
  submission_hash: z.optional(digestSchema),
  /**
   * Set where the desk acted for a guest without the secret, after seeing a document or calling back the number on file. Then
   * `consent_event` is the guest's last own one: the guest signed nothing for this.
   */
  made_by_desk: z.optional(z.enum(['desk-in-person', 'desk-call-back'])),
  /** What a deletion did; in receipts of kind `deletion` and no other. */
  deletion: z.optional(deletionSchema),
  manifest: z.object({ sequence: z.int(), hash: digestSchema }),
  status_url: text,
});
export type Receipt = z.infer<typeof receiptSchema>;

/**
 * A receipt with its proof: the exact text, the exact log entry whose `digest` is SHA-256 of that text, the entry's place in the
 * tree, and the signed checkpoint of the commit that made it durable. With the manifest it verifies without any server.
 */
export const provenReceiptSchema = z.object({
  format: z.literal('foyer-proven-receipt/1'),
  text,
  entry: text,
  index: z.int().check(z.gte(0)),
  /** Inclusion proof, sibling hashes from the leaf up (RFC 9162 §2.1.3.1). */
  proof: z.array(digestSchema).check(z.maxLength(64)),
  checkpoint: text,
  manifest: text,
});
export type ProvenReceipt = z.infer<typeof provenReceiptSchema>;

/** Parses a receipt's exact text. Throws Refusal `receipt_invalid`. */
export function parseReceipt(receiptText: string): Receipt {
  let json: unknown;
  try {
    json = JSON.parse(receiptText);
  } catch {
    throw new Refusal('receipt_invalid', 'not JSON');
  }
  const parsed = receiptSchema.safeParse(json);
  if (!parsed.success || (parsed.data.kind === 'deletion') !== (parsed.data.deletion !== undefined))
    throw new Refusal('receipt_invalid', 'shape');
  return parsed.data;
}

export interface ReceiptInput {
  readonly manifest: SignedManifest;
  /** The notice in the language the guest read, as the manifest names it. */
  readonly notice: Notice;
  readonly submission: Pick<Submission, 'property' | 'registration'>;
  readonly event: ConsentEvent;
  /** SHA-256 of the consent event's JWS text. */
  readonly eventHash: string;
  /** SHA-256 of the submission's exact bytes. */
  readonly submissionHash: string;
  /** Server's time, milliseconds. */
  readonly now: number;
  readonly random: RandomBytes;
  /** The product's own address, without a trailing slash. */
  readonly publicUrl: string;
}

/** Composes the receipt of a registration; one in which no use was given is a refusal. Reads nothing that is sealed. */
export function composeReceipt(input: ReceiptInput): Receipt {
  const { manifest, notice, submission, event } = input;
  const decisions = new Map(event.decisions.map((decision) => [decision.purpose, decision]));
  const given = notice.purposes.filter(
    (purpose) => decisions.get(purpose.id)?.decision === 'given' || event.statutory.includes(purpose.id),
  );
  return {
    schema_version: 'foyer-receipt/1',
    receipt_id: newId(input.now, input.random),
    kind: event.decisions.some(({ decision }) => decision === 'given') ? 'consent' : 'refusal',
    record_id: submission.registration,
    issued_at: toInstant(input.now),
    language: event.notice.language,
    jurisdiction: manifest.manifest.jurisdiction,
    supersedes: null,
    previous_hash: null,
    parties: {
      principal: `stay:${submission.registration}`,
      acting: event.acting,
      controller: notice.controller,
      processors: processorsIn(notice),
      recipients: given.flatMap((purpose) => purpose.recipients),
      complaints: notice.complaints,
    },
    notice: {
      url: `${input.publicUrl}/p/${submission.property}`,
      version: event.notice.version,
      hash: event.notice.hash,
      shown_at: event.notice.shownAt,
    },
    purposes: notice.purposes.map((purpose) => {
      const decision = decisions.get(purpose.id);
      const statutory = purpose.basis === 'law';
      const provided = event.statutory.includes(purpose.id);
      const words = receiptPurpose(purpose, notice, {
        decision: statutory ? (provided ? 'provided-by-law' : 'not-asked') : (decision?.decision ?? 'not-asked'),
        // What consent purposes hold is the guest's own, also where they act for a child: the child's part is required by law.
        consent_type: decision?.decision === 'given' ? 'separate' : null,
        event_time: event.time,
        valid_until: purpose.retentionText,
        wording_hash: decision?.wording ?? null,
      });
      return { ...words, ...endedBy(purpose, words.event, Date.parse(event.time)) };
    }),
    consent_event: input.eventHash,
    submission_hash: input.submissionHash,
    manifest: { sequence: manifest.manifest.sequence, hash: manifest.hash },
    status_url: `${input.publicUrl}/r`,
  };
}

/** Whoever works with what is stored on the hotel's behalf, as a receipt names them. */
export function processorsIn({ processors = [] }: Pick<Notice, 'processors'>): Receipt['parties']['processors'] {
  return processors.map(({ name, contact, purpose, place }) => ({ name, contact, purpose, place }));
}

/** What a receipt says of a temporary rule that was over at that moment (milliseconds) and holds nothing. */
export function endedBy(
  { retention }: Pick<NoticePurpose, 'retention'>,
  { decision }: Pick<Receipt['purposes'][number]['event'], 'decision'>,
  at: number,
): { ended?: string } {
  if (retention.kind !== 'until-date' || decision !== 'not-asked' || isAsked({ retention }, at)) return {};
  return { ended: retention.asked };
}

/** A purpose as every receipt writes it: the notice's own words, and what was decided. */
export function receiptPurpose(
  purpose: NoticePurpose,
  notice: Pick<Notice, 'storage' | 'crossBorder'>,
  event: Receipt['purposes'][number]['event'],
): Receipt['purposes'][number] {
  return {
    id: purpose.id,
    text: purpose.title,
    legal_basis: purpose.basis,
    articles: purpose.citations,
    method: purpose.method,
    items: purpose.items.map(({ label, need, sensitive }) => ({ label, need, sensitive })),
    retention: purpose.retentionText,
    storage: notice.storage,
    cross_border: notice.crossBorder,
    effect_of_refusing: purpose.refusal,
    withdrawal: purpose.withdrawal,
    event,
  };
}
