import { idSchema, propertyIdSchema } from './ids.ts';
import type { Language } from './languages.ts';
import { pages } from './pages.ts';

/** What the desk's tablet opens when it is handed to a guest. */
export type AssistedVisit =
  | { readonly kind: 'arrival'; readonly property: string }
  /** A guest who has registered before, with a slip or a link. */
  | { readonly kind: 'return'; readonly property: string };

/** `/p/<property>?lang=<language>#<fingerprint>.reception.assisted`: the poster's address, and that the device isn't the guest's own. */
export function assistedArrivalAddress(property: string, fingerprint: string, language: Language): string {
  return `${pages.guest(property)}?lang=${language}#${fingerprint}.reception.assisted`;
}

/** `/r?lang=<language>&assisted=<property>`: behind # only a secret may stand there, and this guest's is typed, never in an address. */
export function assistedReturnAddress(property: string, language: Language): string {
  return `${pages.registration}?lang=${language}&assisted=${property}`;
}

/**
 * Reads whether an address is one of the two above, to the letter. Null on anything else. The mark is no permission: it only makes
 * a page keep less and end at the hotel's sign-in screen, and its submission names the desk as the channel.
 */
export function parseAssistedVisit({
  pathname,
  search,
  hash,
}: {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}): AssistedVisit | null {
  const path = pathname.replace(/\/$/, '');
  if (path === pages.registration) {
    const property = propertyIdSchema.safeParse(/[?&]assisted=(?<property>[^&]*)/.exec(search)?.groups?.['property']);
    return property.success ? { kind: 'return', property: property.data } : null;
  }
  const property = propertyIdSchema.safeParse(/^\/p\/([^/]+)$/.exec(path)?.[1]);
  const fingerprint = /^#(?<fingerprint>[^.]*)\.reception\.assisted$/.exec(hash)?.groups?.['fingerprint'];
  if (!property.success || !idSchema.safeParse(fingerprint).success) return null;
  return { kind: 'arrival', property: property.data };
}
