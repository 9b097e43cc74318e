import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { VisuallyHidden } from '../../ui/components/visually-hidden.tsx';
import type { ChangedPart, TextPiece } from './compare-notices.ts';
import './changed-text.css';

interface ChangedTextProps {
  readonly part: ChangedPart;
  /** Of the text itself. */
  readonly language: string;
}

/** One part of the rules then and now; beside each other where there is room. */
export function ChangedText({ part: { title, kind, pieces }, language }: ChangedTextProps) {
  const t = useMessages('myRegistration').rules;
  const reader = useLanguage();
  const lang = language === reader ? undefined : language;
  return (
    <section className="changed-text">
      <h2 className="changed-text__title" lang={lang}>
        {title}
      </h2>
      <div className="changed-text__pair">
        <div>
          <p className="changed-text__label">{t.whenAgreed}</p>
          {kind === 'added' ? (
            <p>{t.absent}</p>
          ) : (
            <p className="changed-text__text" lang={lang}>
              {pieces.filter(({ change }) => change !== 'added').map(piece)}
            </p>
          )}
        </div>
        <div>
          <p className="changed-text__label">{t.today}</p>
          {kind === 'removed' ? (
            <p>{t.absent}</p>
          ) : (
            <p className="changed-text__text" lang={lang}>
              {pieces.filter(({ change }) => change !== 'removed').map(piece)}
            </p>
          )}
        </div>
      </div>
    </section>
  );

  function piece({ text, change }: TextPiece, at: number) {
    if (change === 'same') return <span key={at}>{text}</span>;
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={at} className={`changed-text__${change}`}>
        <VisuallyHidden>{change === 'added' ? t.added : t.removed} </VisuallyHidden>
        {text}
      </Mark>
    );
  }
}
