import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { useLanguage, useMessages } from '../messages/messages-provider.tsx';
import type { ChangedLine } from './compare-notices.ts';
import type { TextPiece } from './compare-texts.ts';
import './changed-text.css';

interface ChangedTextProps {
  readonly lines: readonly ChangedLine[];
  /** Of the text itself. */
  readonly language: string;
  /** Which is which, such as "When you agreed" and "Today". */
  readonly labels: { readonly before: string; readonly after: string };
}

/** Lines then and now, one pair after the other; beside each other where there is room. */
export function ChangedText({ lines, language, labels }: ChangedTextProps) {
  const reader = useLanguage();
  const lang = language === reader ? undefined : language;
  return (
    <div className="changed-text">
      {lines.map(({ before, after }, at) => (
        <div key={at} className="changed-text__pair">
          {before !== null && <Side label={labels.before} pieces={before} lang={lang} />}
          {after !== null && <Side label={labels.after} pieces={after} lang={lang} />}
        </div>
      ))}
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly pieces: readonly TextPiece[];
  readonly lang: string | undefined;
}

function Side({ label, pieces, lang }: SideProps) {
  const t = useMessages('common').changes;
  return (
    <div className="changed-text__side">
      <p className="changed-text__label">{label}</p>
      <p className="changed-text__text" lang={lang}>
        {pieces.map(({ text, change }, at) => {
          if (change === 'same') return <span key={at}>{text}</span>;
          const Mark = change === 'added' ? 'ins' : 'del';
          // Not every screen reader tells these two elements apart, so their beginning and end are said.
          return (
            <Mark key={at} className={`changed-text__${change}`}>
              <VisuallyHidden>{t[change]} </VisuallyHidden>
              {text}
              <VisuallyHidden> {t.end} </VisuallyHidden>
            </Mark>
          );
        })}
      </p>
    </div>
  );
}
