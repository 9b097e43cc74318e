import type { RenderWelcome } from '../../protocol/welcome-page.ts';

/** One file of the build. Bodies are made when first asked for and kept. */
export interface SiteFile {
  readonly type: string;
  readonly etag: string;
  readonly immutable: boolean;
  readonly identity: Uint8Array<ArrayBuffer>;
  /** Null where compressing wouldn't help. */
  readonly brotli: () => Promise<Uint8Array<ArrayBuffer>> | null;
  readonly gzip: () => Promise<Uint8Array<ArrayBuffer>> | null;
}

/** What the build made, as the server serves it. */
export interface Site {
  /** index.html with its markers. */
  readonly guestShell: string;
  /** staff/index.html. */
  readonly staffShell: string;
  /** By URL path. */
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly renderWelcome: RenderWelcome;
}
