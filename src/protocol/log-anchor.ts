import * as z from 'zod/mini';
import { checkpointPattern } from './checkpoint.ts';
import { idSchema } from './ids.ts';
import { instantSchema } from './time.ts';

/** How a checkpoint left the server. What makes it an anchor is that whoever runs the server can't reach it there. */
export const anchorWaySchema = z.enum(['printed', 'mailed', 'saved']);
export type AnchorWay = z.infer<typeof anchorWaySchema>;

const size = z.int().check(z.gte(1));

/** A checkpoint that was taken out of the server, by whom and how. */
export const keptAnchorSchema = z.object({
  size,
  checkpoint: z.string(),
  keptAt: instantSchema,
  /** A member of staff's pseudonym. */
  actor: idSchema,
  way: anchorWaySchema,
});
export type KeptAnchor = z.infer<typeof keptAnchorSchema>;

/** The newest checkpoint, and the anchors kept so far, newest first. */
export const anchorsSchema = z.object({
  newest: z.object({ size, checkpoint: z.string() }),
  anchors: z.array(keptAnchorSchema),
});
export type Anchors = z.infer<typeof anchorsSchema>;

export const anchorKeepingSchema = z.strictObject({ size, way: anchorWaySchema });
export type AnchorKeeping = z.infer<typeof anchorKeepingSchema>;

/**
 * Every checkpoint note in a text: a mail with a greeting, a scanned code, several files one after another. Line ends and the blanks
 * mail programs add don't matter; a note's own lines are exact again afterwards.
 */
export function checkpointsIn(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[> \t]+|[ \t]+$/g, ''));
  return [...`${lines.join('\n')}\n`.matchAll(checkpointPattern)].map(([note]) => note);
}
