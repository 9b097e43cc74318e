interface NativeReader {
  detect(picture: ImageBitmap | ImageData): Promise<readonly { readonly rawValue: string }[]>;
}

/** Where a browser has a reader of its own: a page or a thread. */
export interface NativeReaderHolder {
  readonly isSecureContext: boolean;
  readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => NativeReader;
}

/** The text of the QR code in a picture by the browser's own reader; null where it finds none or there is no such reader. */
export async function readNatively(
  picture: ImageBitmap | ImageData,
  { BarcodeDetector }: NativeReaderHolder,
): Promise<string | null> {
  if (BarcodeDetector === undefined) return null;
  try {
    return (await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture))[0]?.rawValue ?? null;
  } catch {
    // There in name only, on some systems.
    return null;
  }
}
