import type { RenderWelcome } from '../../protocol/welcome-page.ts';
import type { Compressed } from './compressed.ts';

/** One file of the build. */
export interface SiteFile extends Compressed {
  readonly type: string;
  readonly etag: string;
  readonly immutable: boolean;
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
