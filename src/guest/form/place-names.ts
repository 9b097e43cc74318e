import type { Language } from '../../protocol/languages.ts';
import type { SelectOption } from '../../ui/components/select-field.tsx';
import type { TemporaryMessages } from '../../ui/messages/en/temporary.ts';
import { countryName, countryOptions } from './country-names.ts';

type Provinces = TemporaryMessages['provinces'];

/** The provinces first, then every other country and region. */
export function placeOptions(language: Language, provinces: Provinces): readonly SelectOption[] {
  const inside = Object.entries(provinces).map(([value, label]) => ({ value, label }));
  return [...inside, ...countryOptions(language).filter(({ value }) => value !== 'CN')];
}

export function placeName(place: string, language: Language, provinces: Provinces): string {
  const found = Object.entries(provinces).find(([code]) => code === place);
  return found?.[1] ?? countryName(place, language);
}
