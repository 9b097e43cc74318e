import * as z from 'zod/mini';
import { digestSchema } from './ids.ts';
import { passkeyAssertionSchema } from './passkey.ts';

/**
 * For how long a person who proved themselves may do what a signed-in session alone doesn't allow: taking things out, work on keys,
 * changes of staff. Counts for that one session, from its sign-in or from the last step-up.
 */
export const stepUpSeconds = 5 * 60;

/** What somebody shows to be who the session says they are. A passphrase's `proof` is derived as at sign-in and never the passphrase. */
export const stepUpSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('passphrase'), proof: digestSchema }),
  z.strictObject({ way: z.literal('passkey'), assertion: passkeyAssertionSchema }),
]);
export type StepUp = z.infer<typeof stepUpSchema>;
