import * as z from 'zod/mini';

/** Columns as node:sqlite gives them, parsed into what the store speaks. */

export const blob = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A BLOB column read as base64url. */
export const bytesText = z.pipe(
  blob,
  z.transform((bytes: Uint8Array) => encode(bytes)),
);

/** A TEXT column that holds JSON. */
export function json<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    schema,
  );
}

export function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

export function decode(text: string): Uint8Array {
  return Buffer.from(text, 'base64url');
}

/** The first 48 bits of a digest as an integer. */
export function lookupKey(digest: Uint8Array): number {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).readUIntBE(0, 6);
}
