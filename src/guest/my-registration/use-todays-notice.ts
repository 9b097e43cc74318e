import { useEffect, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import type { Notice } from '../../protocol/notice.ts';

export type TodaysNotice =
  | { readonly kind: 'fetching' }
  | { readonly kind: 'there'; readonly notice: Notice }
  | { readonly kind: 'missing'; readonly retry: () => void };

/** Today's rules in the language a guest agreed in. `fetchToday` must stay the same function. */
export function useTodaysNotice(language: Language, fetchToday: (language: Language) => Promise<Notice>): TodaysNotice {
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<{ readonly of: string; readonly notice: Notice | null } | null>(null);
  const wanted = `${language} ${String(tries)}`;
  useEffect(() => {
    let current = true;
    fetchToday(language).then(
      (notice) => current && setFound({ of: wanted, notice }),
      () => current && setFound({ of: wanted, notice: null }),
    );
    return () => {
      current = false;
    };
  }, [language, fetchToday, wanted]);
  if (found?.of !== wanted) return { kind: 'fetching' };
  if (found.notice === null) return { kind: 'missing', retry: () => setTries((before) => before + 1) };
  return { kind: 'there', notice: found.notice };
}
