import { useEffect, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import type { GuestSentences } from '../../ui/messages/closed-lists.ts';
import { loadGuestSentences } from '../../ui/messages/load-guest-sentences.ts';

type Sentences = Readonly<Record<Language, GuestSentences>>;

/** What to say, in every language: null while they come. A guest's language changes with a tap, so all come at once; they are short. */
export function useSentences(): Sentences | 'failed' | null {
  const [sentences, setSentences] = useState<Sentences | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    loadAll().then(
      (all) => current && setSentences(all),
      () => current && setSentences('failed'),
    );
    return () => {
      current = false;
    };
  }, []);
  return sentences;
}

async function loadAll(): Promise<Sentences> {
  const [chinese, english] = await Promise.all([loadGuestSentences('zh-Hans'), loadGuestSentences('en')]);
  return { 'zh-Hans': chinese, en: english };
}
