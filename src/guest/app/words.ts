import type { Language } from '../../protocol/languages.ts';
import { textDirection } from '../../ui/messages/language.ts';
import type { GuestCatalogue } from '../../ui/messages/messages.ts';

/** A language with everything said in it. */
export interface Words {
  readonly language: Language;
  readonly catalogue: GuestCatalogue;
}

/** Makes the page itself say which language it is in. */
export function applyWords(document: Document, language: Language, title: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = textDirection(language);
  document.title = title;
}

/** Keeps the language in the address, so that a reload stays in it; the fragment stays as it is. */
export function rememberLanguage(window: Window, language: Language): void {
  const address = new URL(window.location.href);
  address.searchParams.set('lang', language);
  window.history.replaceState(window.history.state, '', address.href);
}
