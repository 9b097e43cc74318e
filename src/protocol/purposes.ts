import * as z from 'zod/mini';

/** The uses of a guest's details the owner can offer, each with its own key, envelope and decision. */
export const purposeIds = ['emergency', 'billing', 'membership', 'offers', 'identity', 'minors'] as const;
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
]);
export type Retention = z.infer<typeof retentionSchema>;

export interface PurposeTemplate {
  readonly id: PurposeId;
  /** `consent`: PIPL 13(1)(1), asked for. `law`: PIPL 13(1)(3), noticed and never dressed up as consent. */
  readonly basis: 'consent' | 'law';
  /** `optional`: the owner picks it; `always`: present in every manifest because the law attaches to guests, not to the owner's choice. */
  readonly offered: 'optional' | 'always';
  readonly offByDefault: boolean;
  readonly fields: Readonly<Partial<Record<FieldId, FieldNeed>>>;
  readonly retention: Retention;
  /** Version of the plaintext's shape inside the envelope; the server accepts only the one the manifest names. */
  readonly schema: number;
}

const reachable = { name: 'needed', phone: 'contact', email: 'contact' } as const;

/** The templates set-up offers, in the order guests see them. */
export const purposeTemplates: Readonly<Record<PurposeId, PurposeTemplate>> = {
  emergency: {
    id: 'emergency',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: reachable,
    retention: { kind: 'after-departure', workingDays: 7 },
    schema: 1,
  },
  billing: {
    id: 'billing',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: reachable,
    retention: { kind: 'after-departure', workingDays: 7 },
    schema: 1,
  },
  membership: {
    id: 'membership',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: reachable,
    retention: { kind: 'until-withdrawn', monthsAfterStay: 24 },
    schema: 1,
  },
  offers: {
    id: 'offers',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: reachable,
    retention: { kind: 'until-withdrawn', monthsAfterStay: 12 },
    schema: 1,
  },
  identity: {
    id: 'identity',
    basis: 'law',
    offered: 'optional',
    offByDefault: true,
    fields: {
      name: 'needed',
      nationality: 'needed',
      documentKind: 'needed',
      documentNumber: 'needed',
      birthDate: 'needed',
    },
    retention: { kind: 'statutory' },
    schema: 1,
  },
  minors: {
    id: 'minors',
    basis: 'law',
    offered: 'always',
    offByDefault: false,
    fields: {
      minorName: 'needed',
      minorAge: 'needed',
      guardianName: 'needed',
      guardianRelation: 'needed',
      guardianContact: 'needed',
    },
    retention: { kind: 'statutory' },
    schema: 1,
  },
};

/** Version of the card's plaintext shape. */
export const cardSchemaVersion = 1;
/** Version of the self copy's plaintext shape. */
export const selfSchemaVersion = 1;
/** Version of the desk note's plaintext shape; 1 had room and remarks only, and is still read. */
export const deskSchemaVersion = 2;
