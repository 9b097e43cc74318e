import type { GuestFileColumn } from '../../protocol/hotel-settings.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { OpeningReason, Role } from '../../protocol/roles.ts';

/** Names under which the catalogues hold one word per member of a closed list: a new member without its word doesn't compile. */
export type PurposeName = PurposeId;
export type OpeningReasonName = OpeningReason;
export type RoleName = Role;
export type GuestFileColumnName = GuestFileColumn;
/** The kinds of document of the plaintext vocabulary, which this room may not import; the desk's lookup checks that they agree. */
export type DocumentKindName =
  | 'resident-id'
  | 'passport'
  | 'hk-macau-permit'
  | 'taiwan-permit'
  | 'foreign-pr-id'
  | 'electronic-id'
  | 'other';

/** What guests ask at the desk, for which staff have words at hand. */
export const staffTopics = [
  'noPhone',
  'noToUse',
  'phone',
  'whyIdentity',
  'refusesIdentity',
  'noScan',
  'minor',
  'temporary',
  'whoSees',
  'withdraw',
  'delete',
  'lostLink',
  'complain',
] as const;
export type StaffTopic = (typeof staffTopics)[number];
export type GuestSentences = Readonly<Record<StaffTopic, readonly string[]>>;
