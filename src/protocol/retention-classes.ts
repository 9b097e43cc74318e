import * as z from 'zod/mini';
import { purposeIds } from './purposes.ts';

/**
 * Everything the product keeps, by how long. Besides the purposes: `card` is what goes with the last of a guest's details (the card of
 * the list, the desk's note, the guest's own copy), `unconfirmed` a registration whose guest never came, `proof` consent events,
 * receipts, requests and certificates, `log` the tree of entries.
 */
export const retentionClassIds = [...purposeIds, 'card', 'unconfirmed', 'proof', 'log'] as const;
export const retentionClassIdSchema = z.enum(retentionClassIds);
export type RetentionClassId = (typeof retentionClassIds)[number];

/** Chinese working days after the check-out for which what the law asks may still be opened; after them it is storage only (PIPL 47). */
export const sealedOffAfter = 7;

/**
 * Days after which no backup holds what was erased: certificates name that day, so it is the most a hotel may keep one. Nothing in the
 * product can see to it; whoever makes the backups has to.
 */
export const backupDays = 30;
