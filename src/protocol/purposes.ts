import * as z from 'zod/mini';
import { dateSchema } from './time.ts';

/** The uses of a guest's details the owner can offer, each with its own key, envelope and decision. */
export const purposeIds = ['emergency', 'billing', 'membership', 'offers', 'identity', 'minors', 'temporary'] as const;
export type PurposeId = (typeof purposeIds)[number];
export const purposeIdSchema = z.enum(purposeIds);

/** Everything a form can ask for. There is no biometric field and no scan of a document, and none can be added by an owner. */
export const fieldIds = [
  'name',
  'phone',
  'email',
  'nationality',
  'documentKind',
  'documentNumber',
  'birthDate',
  'minorName',
  'minorAge',
  'guardianName',
  'guardianRelation',
  'guardianContact',
  'itinerary',
  'health',
] as const;
export type FieldId = (typeof fieldIds)[number];
export const fieldIdSchema = z.enum(fieldIds);

/** `contact`: one of the fields marked so is enough, whichever the guest prefers. */
export type FieldNeed = 'needed' | 'contact' | 'optional';

/** How long a purpose's envelope is kept. `workingDays` are Chinese working days after the actual check-out. */
export const retentionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('after-departure'), workingDays: z.int().check(z.gte(0), z.lte(60)) }),
  z.object({ kind: z.literal('until-withdrawn'), monthsAfterStay: z.int().check(z.gte(1), z.lte(36)) }),
  /**
   * As long as the law says; the owner enters the local rule, until then the notice states how the term is determined.
   * `months` after the actual check-out once the owner knows the term; only then is there a date.
   */
  z.object({ kind: z.literal('statutory'), months: z.optional(z.int().check(z.gte(1), z.lte(120))) }),
  /** Asked for up to and on the day `asked`; gone from the beginning of the day `erased` in China, whoever is still staying. */
  z.object({ kind: z.literal('until-date'), asked: dateSchema, erased: dateSchema }),
]);
export type Retention = z.infer<typeof retentionSchema>;

type PurposeFields = Readonly<Partial<Record<FieldId, FieldNeed>>>;

const reachable: PurposeFields = { name: 'needed', phone: 'contact', email: 'contact' };

/** What each purpose asks for. */
export const purposeFields: Readonly<Record<PurposeId, PurposeFields>> = {
  emergency: reachable,
  billing: reachable,
  membership: reachable,
  offers: reachable,
  identity: {
    name: 'needed',
    nationality: 'needed',
    documentKind: 'needed',
    documentNumber: 'needed',
    birthDate: 'needed',
  },
  minors: {
    minorName: 'needed',
    minorAge: 'needed',
    guardianName: 'needed',
    guardianRelation: 'needed',
    guardianContact: 'needed',
  },
  /** Of these the ones the rule asks for, which the owner enters; the notice names them. */
  temporary: { itinerary: 'optional', health: 'optional' },
};

/** Version of the card's plaintext shape. */
export const cardSchemaVersion = 1;
/** Version of the self copy's plaintext shape. */
export const selfSchemaVersion = 1;
/** Version of the desk note's plaintext shape; 1 had room and remarks only, and is still read. */
export const deskSchemaVersion = 2;
