import { type ReactNode, useMemo, useState } from 'react';
import { ChangedText } from '../../ui/changes/changed-text.tsx';
import { compareNotices } from '../../ui/changes/compare-notices.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { Disclosure } from '../../ui/components/disclosure.tsx';
import { NoticeView } from '../../ui/components/notice-view.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { languageNames } from '../../ui/messages/language.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { AgreedNotice } from './my-registration.ts';
import type { Notice } from '../../protocol/notice.ts';
import { useTodaysNotice } from './use-todays-notice.ts';
import type { TodaysNotice } from './use-todays-notice.ts';
import './rules-page.css';

interface RulesPageProps {
  readonly top: ReactNode;
  /** Oldest first, at least one. */
  readonly agreed: readonly AgreedNotice[];
  /** Fetches and checks today's notice in the language of the agreed one. */
  readonly fetchToday: (language: AgreedNotice['language']) => Promise<Notice>;
  readonly onBack: () => void;
}

/** The exact words a guest agreed to, beside today's, with the differences marked. */
export function RulesPage({ top, agreed, fetchToday, onBack }: RulesPageProps) {
  const t = useMessages('myRegistration').rules;
  const common = useMessages('common');
  const reader = useLanguage();
  const [chosen, setChosen] = useState(agreed.length - 1);
  const one = agreed[chosen] ?? agreed[0];
  const today = useTodaysNotice(one?.language ?? reader, fetchToday);
  if (one === undefined) return null;
  const when = (at: string) => formatInstant(at, reader, 'Asia/Shanghai');
  return (
    <Screen
      wide
      top={top}
      actions={
        <Button wide icon="back" onClick={onBack}>
          {common.back}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      {agreed.length > 1 && (
        <ButtonRow>
          {agreed.map(({ version, agreedAt }, at) => (
            <Button key={agreedAt} aria-pressed={at === chosen} onClick={() => setChosen(at)}>
              {common.notice.version(version)}
            </Button>
          ))}
        </ButtonRow>
      )}
      <p>{t.agreed(one.version, when(one.agreedAt))}</p>
      <p>
        {t.proof} {one.language !== reader && t.otherLanguage(languageNames[one.language])}
      </p>
      <Differences agreed={one} today={today} />
      <Disclosure summary={t.whole}>
        <NoticeView notice={one.notice} />
      </Disclosure>
      {today.kind === 'there' && today.notice.version !== one.version && (
        <Disclosure summary={t.wholeToday}>
          <NoticeView notice={today.notice} />
        </Disclosure>
      )}
    </Screen>
  );
}

function Differences({ agreed, today }: { readonly agreed: AgreedNotice; readonly today: TodaysNotice }) {
  const t = useMessages('myRegistration').rules;
  const common = useMessages('common');
  const reader = useLanguage();
  const titles = common.notice;
  const now = today.kind === 'there' ? today.notice : null;
  const parts = useMemo(
    () =>
      now === null
        ? []
        : compareNotices(agreed.notice, now, {
            who: titles.who,
            collected: titles.collectedList,
            passedOn: titles.passedOnList,
            complaints: titles.complaints,
          }),
    [agreed, now, titles],
  );
  if (today.kind === 'fetching') return <p role="status">{common.loading}</p>;
  if (today.kind === 'missing') {
    return (
      <StateNote state="offline" announce="polite" action={<Button onClick={today.retry}>{common.retry}</Button>}>
        <p>{t.noToday}</p>
      </StateNote>
    );
  }
  if (parts.length === 0) {
    return (
      <StateNote state="done" word={t.same}>
        {undefined}
      </StateNote>
    );
  }
  return (
    <section>
      <StateNote state="warning" word={t.changed(parts.length)} announce="polite">
        <p>{t.changedText}</p>
      </StateNote>
      {parts.map((part) => (
        <section key={part.id} className="rules-page__part">
          <h2 lang={agreed.language === reader ? undefined : agreed.language}>{part.title}</h2>
          {part.kind !== 'changed' && <p>{part.kind === 'added' ? t.newPart : t.endedPart}</p>}
          <ChangedText
            lines={part.lines}
            language={agreed.language}
            labels={{ before: t.whenAgreed, after: t.today }}
          />
        </section>
      ))}
    </section>
  );
}
