import * as z from 'zod/mini';
import { erasureCertificateSchema, provenCertificateSchema } from './erasure-certificate.ts';
import { retentionSchema } from './purposes.ts';
import { retentionClassIdSchema } from './retention-classes.ts';
import { dateSchema, instantSchema } from './time.ts';

/** The day of leaving: planned while `departed` is false, else the day the guest really left. */
export const staySchema = z.strictObject({ checkOut: dateSchema, departed: z.boolean() });
export type Stay = z.infer<typeof staySchema>;

/**
 * How the job is. `clock`: `held` where the server's clock is more than a day ahead of what can be believed, or nothing was believed yet;
 * `behind` where it is more than a day behind, and then nothing is erased. `late`: no run has ended for longer than a day and two hours.
 * `failing`: the last one did not end well.
 */
export const retentionStatusSchema = z.object({
  clock: z.enum(['sound', 'held', 'behind']),
  /** What the server's clock says, and the time terms are counted by. */
  wall: instantSchema,
  counted: instantSchema,
  failing: z.boolean(),
  late: z.boolean(),
  lastRun: z.nullable(instantSchema),
});
export type RetentionStatus = z.infer<typeof retentionStatusSchema>;

/**
 * What goes on one day, of one class, for one reason. `day` is null where no term is known. `unconfirmed` is whole registrations whose
 * guest is awaited.
 */
export const upcomingSchema = z.object({
  day: z.nullable(dateSchema),
  class: retentionClassIdSchema,
  outcome: z.enum(['erased', 'sealed-off']),
  count: z.number(),
  /** The term it rests on; null where it goes with the last of the details, and for what is sealed off by a rule that was replaced since. */
  term: z.nullable(retentionSchema),
  /** How many of them are counted from a planned check-out, because nobody has marked the guest as departed. */
  planned: z.number(),
  /** False where the day lies past the last published holidays: then only weekends are left out. */
  calendarKnown: z.boolean(),
  /** Of registrations that wait for their guest: for how many hours, and the hour in which they go where that is today or tomorrow. */
  awaited: z.optional(z.object({ hours: z.number(), from: z.nullable(instantSchema) })),
});
export type Upcoming = z.infer<typeof upcomingSchema>;

export const retentionOverviewSchema = z.object({
  status: retentionStatusSchema,
  upcoming: z.array(upcomingSchema),
  /** The newest first. */
  certificates: z.array(provenCertificateSchema),
  /** What the last run erased and sealed off here; empty where nothing was due. Absent in what an earlier release answers. */
  went: z.optional(erasureCertificateSchema.shape.classes),
});
export type RetentionOverview = z.infer<typeof retentionOverviewSchema>;

/** The owner says that the server's clock is right. `wall` is the time they were shown. */
export const clockConfirmationSchema = z.strictObject({ wall: instantSchema });
