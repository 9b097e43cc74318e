import type { Language } from '../../protocol/languages.ts';
import { loadNewRulesWords } from '../../ui/messages/load-new-rules-words.ts';
import { loadNewRules } from '../app/load-parts.ts';
import { orOffline } from '../app/or-offline.ts';

/** Fetches the page that tells what is new. Throws Refusal `offline`: nothing is sealed for rules that can't be shown. */
export async function fetchNewRules(language: Language): Promise<void> {
  await orOffline(() => Promise.all([loadNewRules(), loadNewRulesWords(language)]));
}
