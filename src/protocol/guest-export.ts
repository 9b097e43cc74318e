import * as z from 'zod/mini';
import { envelopeSchema } from './envelope.ts';
import { digestSchema, idSchema } from './ids.ts';
import { purposeReasons } from './purpose-reasons.ts';
import { type OpeningReason, openingReasonSchema } from './roles.ts';
import { dateSchema } from './time.ts';

/** Purposes that rest on a guest's yes. What the law asks for leaves by the register's own way, never by this one. */
export const exportPurposes = ['emergency', 'billing', 'membership', 'offers'] as const;
export const exportPurposeSchema = z.enum(exportPurposes);
export type ExportPurpose = z.infer<typeof exportPurposeSchema>;

/** Why a purpose's details may leave as a file: the purpose's reasons but one guest's wish, which is no reason for a file of all. The server refuses any other. */
export function exportReasons(purpose: ExportPurpose): readonly OpeningReason[] {
  return purposeReasons[purpose].filter((reason) => reason !== 'guest-asked');
}

/** Purposes whose use says in which room a guest is: a bill is a room's, and so is an evacuation. Offers and membership don't. */
export const exportsRoom: Readonly<Record<ExportPurpose, boolean>> = {
  emergency: true,
  billing: true,
  membership: false,
  offers: false,
};

/** POST: begins an export. It is an entry of the log before the answer leaves. */
export const guestExportBeginSchema = z.strictObject({ purpose: exportPurposeSchema, reason: openingReasonSchema });
export type GuestExportBegin = z.infer<typeof guestExportBeginSchema>;

/** `total` counts the registrations that will be looked at. */
export const guestExportBegunSchema = z.object({ export: idSchema, total: z.number() });
export type GuestExportBegun = z.infer<typeof guestExportBegunSchema>;

/** POST: the page after `after`, which is 0 at first and then the page before's `next`. */
export const guestExportPageAskSchema = z.strictObject({ after: z.int().check(z.gte(0)) });

export const guestExportItemSchema = z.object({
  registration: idSchema,
  checkIn: dateSchema,
  checkOut: dateSchema,
  /** SHA-256 of the consent event the envelope was sealed under. */
  consentHash: digestSchema,
  envelope: envelopeSchema,
  /** The desk's note, where the purpose justifies what is read from it. */
  desk: z.nullable(envelopeSchema),
});
export type GuestExportItem = z.infer<typeof guestExportItemSchema>;

/** A guest of whom what is stored can't be read: a line that says so, and gives nothing. */
export const unreadableItemSchema = z.object({ registration: idSchema, unreadable: z.literal(true) });

/**
 * Each item that gives anything has its own entry in the log, durable before the page leaves. `looked` counts registrations of this page,
 * exported or not.
 */
export const guestExportPageSchema = z.object({
  items: z.array(z.union([guestExportItemSchema, unreadableItemSchema])),
  looked: z.number(),
  next: z.nullable(z.number()),
});
export type GuestExportPage = z.infer<typeof guestExportPageSchema>;
