import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { noticeAt } from '../../protocol/asked-now.ts';
import type { NoticePurpose } from '../../protocol/notice.ts';
import { ChangedText } from '../../ui/changes/changed-text.tsx';
import { type ChangedPart, compareNotices } from '../../ui/changes/compare-notices.ts';
import { Button } from '../../ui/components/button.tsx';
import { Disclosure } from '../../ui/components/disclosure.tsx';
import { NoticeView } from '../../ui/components/notice-view.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadNewRulesWords } from '../../ui/messages/load-new-rules-words.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import type { Device } from '../phone/device.ts';
import { type Choices, noChoices } from '../registration/choices.ts';
import type { News, Told } from '../registration/news.ts';
import { answeredAnew } from '../registration/rules-changed.ts';
import { LawPart, PurposeChoice } from '../welcome/purpose-choice.tsx';
import { readChoices } from '../welcome/read-choices.ts';
import { Rules } from '../welcome/rules.tsx';
import '../my-registration/rules-page.css';

interface NewRulesProps {
  readonly top: ReactNode;
  readonly news: News;
  /** As they stand; what is asked anew is shown with nothing chosen. */
  readonly choices: Choices;
  readonly device: Pick<Device, 'window' | 'clock' | 'later'>;
  /** What a law asks can't be typed in from here. */
  readonly onlyAtDesk?: boolean;
  readonly onTold: (told: Told) => void;
}

/**
 * The hotel changed its rules meanwhile: everything that is told otherwise, with what changed marked (PIPL 17), and the purposes
 * concerned asked again with nothing ticked (PIPL 14). When it was drawn is when today's rules were shown.
 */
export function NewRules(props: NewRulesProps) {
  return (
    <MoreMessages load={loadNewRulesWords}>
      <Telling {...props} />
    </MoreMessages>
  );
}

function Telling({ top, news, choices, device, onlyAtDesk = false, onTold }: NewRulesProps) {
  const t = useMessages('newRules');
  const { welcome } = useMessages('guest');
  const titles = useMessages('common').notice;
  const id = useId();
  const [shownAt] = useState(() => device.clock());
  const { changed, shown, today } = news;
  // It takes the place of a screen, and gives it back: either begins at its heading.
  useEffect(() => {
    beginAtHeading(device.window);
    return () => void device.later(0, () => beginAtHeading(device.window));
  }, [device]);
  const notice = useMemo(() => noticeAt(today.notice, shownAt), [today, shownAt]);
  const parts = useMemo(() => {
    const { who, collectedList, passedOnList, complaints } = titles;
    const then = shown.notice.language === notice.language ? noticeAt(shown.notice, shownAt) : null;
    if (then === null) return null;
    return compareNotices(then, notice, { who, collected: collectedList, passedOn: passedOnList, complaints });
  }, [shown, notice, shownAt, titles]);
  const partOf = (purpose: NoticePurpose) => parts?.find((part) => part.id === `purpose-${purpose.id}`);
  const asked = notice.purposes.filter((purpose) => changed.ask.includes(purpose.id));
  const law = notice.purposes.filter((purpose) => purpose.basis === 'law');
  const placed = onlyAtDesk ? [] : law.filter((purpose) => changed.place.some((one) => one === purpose.id));
  const told = law.filter((purpose) => !placed.includes(purpose) && partOf(purpose) !== undefined);
  const said = [...asked, ...law].map((purpose) => `purpose-${purpose.id}`);
  // What was typed for a rule that is over goes nowhere.
  const dropped =
    choices.temporary === 'here' &&
    parts?.some(({ id: one, kind }) => one === 'purpose-temporary' && kind === 'removed') === true;
  const elsewhere = parts?.filter((part) => !said.includes(part.id)) ?? [];
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onTold({ choices: answeredAnew(choices, changed, readChoices(event.currentTarget)), shownAt });
  }
  return (
    <Screen
      top={top}
      actions={
        <Button kind="primary" wide type="submit" form={id}>
          {t.goOn}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.text(notice.version)}</p>
      <p>{dropped ? t.othersKept : t.kept}</p>
      <form id={id} autoComplete="off" onSubmit={submit}>
        {asked.length > 0 && (
          <section>
            <h2>{t.asked}</h2>
            {asked.map((purpose) => (
              <div key={purpose.id}>
                <PurposeChoice purpose={purpose} choices={noChoices} />
                <Marked part={partOf(purpose)} />
              </div>
            ))}
            <p>{welcome.openMeansNo}</p>
          </section>
        )}
        {placed.length + told.length > 0 && (
          <section className="welcome-screen__law">
            <h2>{t.law}</h2>
            {placed.map((purpose) => (
              <LawPart key={purpose.id} purpose={purpose} choices={noChoices} />
            ))}
            {told.map((purpose) => (
              <Part key={purpose.id} part={partOf(purpose)}>
                {changed.place.some((one) => one === purpose.id) && <p>{t.atDesk}</p>}
              </Part>
            ))}
          </section>
        )}
      </form>
      {elsewhere.length > 0 && (
        <section>
          <h2>{t.elsewhere}</h2>
          {elsewhere.map((part) => (
            <Part key={part.id} part={part}>
              {dropped && part.id === 'purpose-temporary' && <p>{t.notSent}</p>}
            </Part>
          ))}
        </section>
      )}
      {parts === null ? (
        <section>
          <p>{t.otherLanguage}</p>
          <NoticeView notice={notice} />
        </section>
      ) : (
        <Rules notice={notice} window={device.window} />
      )}
    </Screen>
  );
}

/** A part of the rules that is told otherwise now. */
function Part({ part, children }: { readonly part: ChangedPart | undefined; readonly children?: ReactNode }) {
  const t = useMessages('newRules');
  if (part === undefined) return null;
  return (
    <section className="rules-page__part" data-part={part.id}>
      <h3>{part.title}</h3>
      {part.kind !== 'changed' && <p>{t[part.kind]}</p>}
      {part.kind === 'removed' ? (
        <>
          {children}
          <Disclosure summary={t.before}>
            <Marked part={part} />
          </Disclosure>
        </>
      ) : (
        <>
          <Marked part={part} />
          {children}
        </>
      )}
    </section>
  );
}

function Marked({ part }: { readonly part: ChangedPart | undefined }) {
  const t = useMessages('newRules');
  const language = useLanguage();
  if (part === undefined) return null;
  return <ChangedText lines={part.lines} language={language} labels={{ before: t.before, after: t.after }} />;
}

function beginAtHeading(window: Window): void {
  window.scrollTo(0, 0);
  window.document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
