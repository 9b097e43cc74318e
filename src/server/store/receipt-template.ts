/**
 * Receipts of one hotel are thousands of the same words around a handful of ids and times. A template is a receipt's text with
 * those cut out; a store keeps each template once and the pieces per registration. Joining gives back the exact text.
 */
export interface SplitReceipt {
  readonly template: string;
  /** The pieces, in the order of their slots. */
  readonly parts: readonly string[];
}

/** Slots are numbers between two of these; a private-use character that no text here has (checked). */
const mark = '\u{e000}';

/** Shorter pieces stay where they are: they could be mistaken for a slot's number. */
const shortest = 8;

/** Cuts `parts` out wherever they occur. A text with the mark in it is its own template. */
export function splitReceipt(receipt: string, parts: readonly string[]): SplitReceipt {
  if (receipt.includes(mark)) return { template: receipt, parts: [] };
  const used: string[] = [];
  let template = receipt;
  for (const part of parts) {
    if (part.length < shortest || part.includes(mark) || !template.includes(part)) continue;
    template = template.replaceAll(part, () => `${mark}${used.length}${mark}`);
    used.push(part);
  }
  return { template, parts: used };
}

/** The exact text that was split. */
export function joinReceipt({ template, parts }: SplitReceipt): string {
  if (parts.length === 0) return template;
  // Between marks pieces alternate: words, slot number, words …
  return template
    .split(mark)
    .map((piece, at) => (at % 2 === 0 ? piece : (parts[Number(piece)] ?? '')))
    .join('');
}
