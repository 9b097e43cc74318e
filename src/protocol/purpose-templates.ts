import { purposeFields, type PurposeId, type Retention } from './purposes.ts';

export interface PurposeTemplate {
  readonly id: PurposeId;
  /** `consent`: PIPL 13(1)(1), asked for. `law`: PIPL 13(1)(3), noticed and never dressed up as consent. */
  readonly basis: 'consent' | 'law';
  /**
   * `optional`: the owner picks it; `always`: present in every manifest because the law attaches to guests, not to the owner's choice;
   * `by-rule`: only with the rule it rests on, which the owner enters, and for as long as that holds.
   */
  readonly offered: 'optional' | 'always' | 'by-rule';
  readonly offByDefault: boolean;
  readonly fields: (typeof purposeFields)[PurposeId];
  readonly retention: Retention;
  /** Version of the plaintext's shape inside the envelope; the server accepts only the one the manifest names. */
  readonly schema: number;
}

/** The templates set-up offers, in the order guests see them. */
export const purposeTemplates: Readonly<Record<PurposeId, PurposeTemplate>> = {
  emergency: {
    id: 'emergency',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: purposeFields.emergency,
    retention: { kind: 'after-departure', workingDays: 7 },
    schema: 1,
  },
  billing: {
    id: 'billing',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: purposeFields.billing,
    retention: { kind: 'after-departure', workingDays: 7 },
    schema: 1,
  },
  membership: {
    id: 'membership',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: purposeFields.membership,
    retention: { kind: 'until-withdrawn', monthsAfterStay: 24 },
    schema: 1,
  },
  offers: {
    id: 'offers',
    basis: 'consent',
    offered: 'optional',
    offByDefault: false,
    fields: purposeFields.offers,
    retention: { kind: 'until-withdrawn', monthsAfterStay: 12 },
    schema: 1,
  },
  identity: {
    id: 'identity',
    basis: 'law',
    offered: 'optional',
    offByDefault: true,
    fields: purposeFields.identity,
    retention: { kind: 'statutory' },
    schema: 1,
  },
  minors: {
    id: 'minors',
    basis: 'law',
    offered: 'always',
    offByDefault: false,
    fields: purposeFields.minors,
    retention: { kind: 'statutory' },
    schema: 1,
  },
  temporary: {
    id: 'temporary',
    basis: 'law',
    offered: 'by-rule',
    offByDefault: true,
    fields: purposeFields.temporary,
    // Never kept by itself: the dates come with the rule the owner enters.
    retention: { kind: 'statutory' },
    schema: 1,
  },
};
