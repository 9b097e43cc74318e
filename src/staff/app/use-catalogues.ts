import { useEffect, useState } from 'react';
import { type Language, languages } from '../../protocol/languages.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';
import type { StaffCatalogue } from '../../ui/messages/messages.ts';

/** The words of every language the hotel offers, whatever language the screen is in; null while they are fetched. */
export function useCatalogues(wanted: readonly Language[]) {
  const [catalogues, setCatalogues] = useState<ReadonlyMap<Language, StaffCatalogue> | null>(null);
  const [failed, setFailed] = useState(false);
  const key = wanted.join();
  useEffect(() => {
    let current = true;
    const load = async () => {
      const found = new Map<Language, StaffCatalogue>();
      for (const language of languages) {
        if (key.split(',').includes(language)) found.set(language, await loadStaffCatalogue(language));
      }
      if (current) setCatalogues(found);
    };
    load().catch(() => setFailed(true));
    return () => {
      current = false;
    };
  }, [key]);
  return { catalogues, failed };
}
