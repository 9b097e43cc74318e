import * as z from 'zod/mini';
import { idSchema } from './ids.ts';
import { purposeTemplates } from './purpose-templates.ts';
import { purposeIdSchema, type PurposeId, retentionSchema } from './purposes.ts';
import { dateSchema, instantSchema } from './time.ts';

/** Where a sheet lies. A closed list: no free text, so no guest's name, ever reaches the register. */
export const paperPlaces = ['desk', 'office', 'safe'] as const;
export const paperPlaceSchema = z.enum(paperPlaces);
export type PaperPlace = z.infer<typeof paperPlaceSchema>;

/** How a whole sheet ends. */
export const paperEnds = ['shredded', 'burnt'] as const;
/** `struck-out`: one use made unreadable while the sheet stays for another. */
const paperWaySchema = z.enum([...paperEnds, 'struck-out']);
export type PaperWay = z.infer<typeof paperWaySchema>;

/** What guests wrote for by consent and what the law asks are on sheets of their own, so that each can go on its day. */
const oneBasis = (purposes: readonly PurposeId[]) =>
  new Set(purposes.map((id) => purposeTemplates[id].basis)).size === 1 && new Set(purposes).size === purposes.length;

/** A sheet a guest filled in by hand. `record` is chosen by the tablet, so that asking twice makes one line. */
export const paperRecordingSchema = z.strictObject({
  record: idSchema,
  purposes: z.array(purposeIdSchema).check(z.minLength(1), z.maxLength(6), z.refine(oneBasis)),
  checkOut: dateSchema,
  departed: z.boolean(),
  place: paperPlaceSchema,
});
export type PaperRecording = z.infer<typeof paperRecordingSchema>;

/** The whole sheet, or one use of it. */
export const paperDestructionSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.enum(paperEnds) }),
  z.strictObject({ how: z.literal('struck-out'), purpose: purposeIdSchema }),
]);
export type PaperDestruction = z.infer<typeof paperDestructionSchema>;

const paperPartSchema = z.object({
  purpose: purposeIdSchema,
  retention: retentionSchema,
  /** The day it goes; null while a term the law sets is not known. */
  due: z.nullable(dateSchema),
  /** As of a request's due date. */
  calendarKnown: z.boolean(),
  destroyed: z.nullable(z.object({ at: instantSchema, by: idSchema, how: paperWaySchema })),
});
export type PaperPart = z.infer<typeof paperPartSchema>;

/** A line of the register of paper. It names no guest: the number on the sheet is all that ties them. */
export const paperRecordSchema = z.object({
  record: idSchema,
  /** Running, within the hotel, from 1; written on the sheet. */
  number: z.int().check(z.gte(1)),
  recordedAt: instantSchema,
  recordedBy: idSchema,
  checkOut: dateSchema,
  departed: z.boolean(),
  place: paperPlaceSchema,
  parts: z.array(paperPartSchema),
});
export type PaperRecord = z.infer<typeof paperRecordSchema>;

/** The newest first. `today` by the server's clock, in China; `unreadable`: numbers of sheets whose line is damaged. */
export const paperRegisterSchema = z.object({
  today: dateSchema,
  records: z.array(paperRecordSchema),
  unreadable: z.optional(z.array(z.int())),
});
export type PaperRegister = z.infer<typeof paperRegisterSchema>;

export type PaperState = 'kept' | 'due' | 'overdue' | 'destroyed';

/** How a part stands: `due` on its day, `overdue` from the day after. */
export function paperPartState({ due, destroyed }: PaperPart, today: string): PaperState {
  if (destroyed !== null) return 'destroyed';
  if (due === null || due > today) return 'kept';
  return due === today ? 'due' : 'overdue';
}

/** How a sheet stands: as its most pressing part. */
export function paperState({ parts }: Pick<PaperRecord, 'parts'>, today: string): PaperState {
  const states = new Set(parts.map((part) => paperPartState(part, today)));
  return (['overdue', 'due', 'kept'] as const).find((state) => states.has(state)) ?? 'destroyed';
}
