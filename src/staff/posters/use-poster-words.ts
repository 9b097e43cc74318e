import { useEffect, useState } from 'react';
import { type Language, languages } from '../../protocol/languages.ts';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';

/** The words of every language the hotel offers, whatever language the screen is in. */
export function usePosterWords(wanted: readonly Language[]) {
  const [words, setWords] = useState<ReadonlyMap<Language, StaffMessages> | null>(null);
  const [failed, setFailed] = useState(false);
  const key = wanted.join();
  useEffect(() => {
    let current = true;
    const load = async () => {
      const found = new Map<Language, StaffMessages>();
      for (const language of languages) {
        if (key.split(',').includes(language)) found.set(language, (await loadStaffCatalogue(language)).staff);
      }
      if (current) setWords(found);
    };
    load().catch(() => setFailed(true));
    return () => {
      current = false;
    };
  }, [key]);
  return { words, failed };
}
