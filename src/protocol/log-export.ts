import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema } from './ids.ts';
import { instantSchema } from './time.ts';

/**
 * A property's whole log as a text file, one JSON value a line, so that a long one is never held in memory:
 *
 *     header                                what it is, and how many entries follow
 *     {"manifest":"<JWS>"}                  before the entry that publishes it
 *     {"index":0,"leaf":"…","entry":"…"}    the exact text that was hashed; `leaf` is its hash as the server keeps it
 *     {"checkpoint":"<note>"}               after the last entry it covers, for each size that was signed
 *
 * The last line is the checkpoint of the whole. Anyone can check it without a server (`verifyLog`).
 */
export const logExportHeaderSchema = z.strictObject({
  format: z.literal('foyer-log-export/1'),
  property: propertyIdSchema,
  /** Of the root that signs the manifests: what the hotel's posters say. */
  fingerprint: idSchema,
  /** Number of entries; the last of them is the one about this export. */
  size: z.int().check(z.gte(1)),
  exportedAt: instantSchema,
});
export type LogExportHeader = z.infer<typeof logExportHeaderSchema>;

const entryLineSchema = z.strictObject({
  index: z.int().check(z.gte(0)),
  /** SHA-256(0x00 ‖ entry) (RFC 6962 §2.1). Not needed to verify: it tells which entry of several was changed. */
  leaf: digestSchema,
  entry: z.string(),
});
const manifestLineSchema = z.strictObject({ manifest: z.string() });
const checkpointLineSchema = z.strictObject({ checkpoint: z.string() });

/** Any line after the header. */
export const logExportLineSchema = z.union([entryLineSchema, manifestLineSchema, checkpointLineSchema]);
export type LogExportLine = z.infer<typeof logExportLineSchema>;
export type LogEntryLine = z.infer<typeof entryLineSchema>;

/** Characters; a longer line isn't one of ours. A manifest, the longest, is some tens of thousands. */
export const longestLogLine = 1024 * 1024;

/** POST: the export is an entry of the log it exports. */
export const logExportRequestSchema = z.strictObject({});
