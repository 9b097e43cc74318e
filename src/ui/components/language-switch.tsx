import type { Language } from '../../protocol/languages.ts';
import { languageNames } from '../messages/language.ts';
import { useLanguage, useMessages } from '../messages/messages-provider.tsx';
import './language-switch.css';

interface LanguageSwitchProps {
  readonly languages: readonly Language[];
  /** Changes the words in place. */
  readonly onSelect: (language: Language) => void;
  /** The address of this page in that language, so that it works before and without scripts. */
  readonly hrefFor?: ((language: Language) => string) | undefined;
}

/** One tap; every language by its own name; the current one marked. */
export function LanguageSwitch({ languages, onSelect, hrefFor }: LanguageSwitchProps) {
  const common = useMessages('common');
  const current = useLanguage();
  return (
    <nav aria-label={common.language}>
      <ul className="language-switch">
        {languages.map((language) => {
          const shared = {
            className: 'language-switch__choice',
            lang: language,
            'aria-current': language === current ? ('true' as const) : undefined,
          };
          const name = <span>{languageNames[language]}</span>;
          return (
            <li key={language}>
              {hrefFor === undefined ? (
                <button {...shared} type="button" onClick={() => onSelect(language)}>
                  {name}
                </button>
              ) : (
                <a
                  {...shared}
                  href={hrefFor(language)}
                  hrefLang={language}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    onSelect(language);
                  }}
                >
                  {name}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
