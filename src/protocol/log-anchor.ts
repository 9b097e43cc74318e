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
 * Every checkpoint note in a text: a mail with a greeting, as its program keeps it (RFC 2045 6.7 quoted-printable, quoted, a signature
 * folded at a line's end), a scanned code, several files one after another. Line ends and the blanks mail programs add don't matter; a
 * note's own lines are exact again afterwards. Each is given once; one that was cut or changed is given as it stands.
 */
export function checkpointsIn(text: string): string[] {
  const readings = encodedDash.test(text) ? [text, fromQuotedPrintable(text)] : [text];
  return [...new Set(readings.flatMap(notesIn))];
}

/** What a signature's line begins with, as quoted-printable writes it. */
const encodedDash = /=E2=80=94/i;

/** Characters of a signature line's last word: 4 bytes of key id and 64 of signature, in base64. */
const signedCharacters = 92;

function notesIn(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[> \t]+|[ \t]+$/g, ''));
  return [...`${withWholeSignatures(lines).join('\n')}\n`.matchAll(checkpointPattern)].map(([note]) => note);
}

/** Joins what a mail program folded of a signature, where that makes it whole. */
function withWholeSignatures(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const begun = /^— [^ ]{1,100}(?: (?<signed>[A-Za-z0-9+/]+))?$/.exec(line);
    if (begun === null) {
      joined.push(line);
      continue;
    }
    let signed = begun.groups?.['signed'] ?? '';
    let end = at + 1;
    while (signed.length < signedCharacters && /^[A-Za-z0-9+/]+={0,2}$/.test(lines[end] ?? '')) {
      signed += lines[end];
      end++;
    }
    const whole = end > at + 1 && signed.length === signedCharacters;
    joined.push(whole ? `${line.split(' ', 2).join(' ')} ${signed}` : line);
    if (whole) at = end - 1;
  }
  return joined;
}

/** Undoes soft line breaks and what was written as bytes; what isn't UTF-8 becomes a character no checkpoint has. */
function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*(?:\r\n|\r|\n)/g, '')
    .replace(/(?:=[0-9A-F]{2})+/gi, (bytes) =>
      new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('='), (byte) => Number.parseInt(byte, 16))),
    );
}
