import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { useTools } from '../app/tools.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { PaperForm, PaperRules } from './paper-form.tsx';
import { type PaperLanguage, readNotices } from './read-notices.ts';
import './paper-place.css';

interface PaperPlaceProps {
  readonly hotel: Hotel;
  readonly onBack: () => void;
}

/** The form for a guest with a pen: Chinese and one more of the hotel's languages. */
export function PaperPlace({ hotel, onBack }: PaperPlaceProps) {
  const t = useMessages('staff').paper;
  const { door, timers } = useTools();
  const offered = hotel.profile.languages;
  const first: Language = offered.includes('zh-Hans') ? 'zh-Hans' : (offered[0] ?? 'zh-Hans');
  const others = offered.filter((one) => one !== first);
  const [second, setSecond] = useState(others[0] ?? null);
  const [read, setRead] = useState<readonly PaperLanguage[] | null>(null);
  const [sheet, setSheet] = useState<'short' | 'full'>('short');
  const [problem, setProblem] = useState<AnyProblem | null>(null);

  // Of several askings the last one counts: what is printed is in the languages that are chosen.
  const asked = useRef<readonly Language[]>([]);
  const load = useCallback(() => {
    const languages = second === null ? [first] : [first, second];
    asked.current = languages;
    const show = (notices: readonly PaperLanguage[]) => {
      if (asked.current !== languages) return;
      setRead(notices);
      setProblem(null);
    };
    readNotices(door, hotel, languages, timers.now()).then(show, (error: unknown) => {
      if (asked.current === languages) setProblem(problemOf(error));
    });
  }, [door, timers, hotel, first, second]);
  useEffect(load, [load]);

  return (
    <main className="place paper-place">
      <div className="paper-place__top off-paper">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {others.length > 1 && (
          <fieldset className="paper-place__languages">
            <legend>{t.second}</legend>
            <ButtonRow>
              {others.map((one) => (
                <Button key={one} lang={one} aria-pressed={one === second} onClick={() => setSecond(one)}>
                  {languageNames[one]}
                </Button>
              ))}
            </ButtonRow>
          </fieldset>
        )}
        <fieldset className="paper-place__languages">
          <legend>{t.which}</legend>
          <ButtonRow>
            {(['short', 'full'] as const).map((one) => (
              <Button key={one} aria-pressed={one === sheet} onClick={() => setSheet(one)}>
                {t[one]}
              </Button>
            ))}
          </ButtonRow>
        </fieldset>
        {sheet === 'full' && <p>{t.fullLead}</p>}
        <ButtonRow>
          {read !== null && (
            <Button kind="primary" icon="print" onClick={() => window.print()}>
              {t.print}
            </Button>
          )}
          <Button icon="back" onClick={onBack}>
            {t.back}
          </Button>
        </ButtonRow>
        {problem !== null && <UnreadNote problem={problem} onRetry={load} />}
        {problem === null && read === null && <ProgressNote>{t.title}</ProgressNote>}
      </div>
      {read !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
        <div className="paper-place__sheet on-paper" role="region" aria-label={t.preview} tabIndex={0}>
          {sheet === 'short' ? <PaperForm languages={read} /> : <PaperRules hotel={hotel} languages={read} />}
        </div>
      )}
    </main>
  );
}
