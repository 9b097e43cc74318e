import { languages, type Language } from '../../protocol/languages.ts';
import { languageNames } from '../../ui/messages/language.ts';
import { fingerprintWords } from '../../ui/seal/fingerprint-words.ts';
import './four-words.css';

/** Four words in every language of the desk: the two who compare them may not read the same one. */
export function FourWords({ bytes }: { readonly bytes: Uint8Array }) {
  return (
    <dl className="four-words">
      {languages.map((language: Language) => (
        <div key={language} lang={language}>
          <dt>{languageNames[language]}</dt>
          <dd>{fingerprintWords(bytes, language).join('\u{A0}· ')}</dd>
        </div>
      ))}
    </dl>
  );
}
