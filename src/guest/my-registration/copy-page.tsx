import { type ReactNode, useRef, useState } from 'react';
import { arrivalCode } from '../../protocol/ids.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { saveFile } from '../phone/save-file.ts';
import { noticeFile } from '../welcome/notice-file.ts';
import { dataCopy } from './data-copy.ts';
import type { LogCheck } from './log-check.ts';
import type { MyRegistration } from './my-registration.ts';
import { Requests } from './requests.tsx';
import { Timeline } from './timeline.tsx';
import { ToldByPurpose } from './told-by-purpose.tsx';
import './copy-page.css';

interface CopyPageProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly mine: MyRegistration;
  readonly log: LogCheck;
  readonly titleOf: (purpose: PurposeId) => string;
  readonly onRetryLog: () => void;
  readonly onBack: () => void;
}

/** Everything on one readable page, and the same as data; both to be kept in whatever way this browser knows. */
export function CopyPage({ top, device, mine, log, titleOf, onRetryLog, onBack }: CopyPageProps) {
  const t = useMessages('myRegistration').copy;
  const words = useMessages('myRegistration');
  const receiptWords = useMessages('guest').receipt;
  const common = useMessages('common');
  const language = useLanguage();
  // A file would stay on the hotel's tablet; paper doesn't.
  const onPhone = useAssisted() === null;
  const page = useRef<HTMLDivElement>(null);
  const [madeAt] = useState(device.clock);
  const [text, setText] = useState<string | null>(null);
  const name = t.fileName(arrivalCode(mine.registration));
  const instant = (at: string | number) => formatInstant(at, language, 'Asia/Shanghai');
  const json = dataCopy(mine, log, language, madeAt);
  const parties = mine.receipts.at(-1)?.receipt.parties;
  return (
    <Screen
      top={top}
      actions={
        <Button wide icon="back" onClick={onBack}>
          {common.back}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.text}</p>
      <p>{t.desk}</p>
      <div className="copy-page__keep">
        <StateNote state="warning">
          <p>{t.personal}</p>
          {device.inApp && <p>{t.inApp}</p>}
        </StateNote>
        <ButtonRow>
          {onPhone && device.inApp && (
            <>
              <CopyButton text={text ?? ''} label={t.copyText} write={copyText} />
              <CopyButton text={json} label={t.copyJson} />
            </>
          )}
          {onPhone && !device.inApp && (
            <>
              <Button
                icon="download"
                onClick={() => {
                  if (page.current !== null) noticeFile(device.window, name, language, page.current);
                }}
              >
                {t.page}
              </Button>
              <Button
                icon="download"
                onClick={() => saveFile(device.window, `${name}.json`, new Blob([json], { type: 'application/json' }))}
              >
                {t.json}
              </Button>
            </>
          )}
          {!(onPhone && device.inApp) && (
            <Button icon="print" onClick={() => device.window.print()}>
              {t.print}
            </Button>
          )}
        </ButtonRow>
      </div>
      <div ref={page} className="copy-page__page">
        <p>
          {parties?.controller.name}
          <br />
          {t.made(instant(madeAt))}
        </p>
        <h2>{words.told.title}</h2>
        {mine.details === null ? (
          <p>{words.told.nothing}</p>
        ) : (
          <ToldByPurpose mine={mine} details={mine.details} onChange={null} />
        )}
        <h2>{t.decisions}</h2>
        <ul className="copy-page__events">
          {mine.events.map((event) => (
            <li key={event.number}>
              {instant(event.time)} · {t.rulesVersion(event.notice.version)}
              <ul>
                {event.act === 'deletion' && <li>{words.looked.actions.deleted}</li>}
                {event.decisions.map(({ purpose, decision }) => (
                  <li key={purpose}>
                    {titleOf(purpose)}: {decisionWord(decision)}
                  </li>
                ))}
                {event.statutory.map((purpose) => (
                  <li key={purpose}>
                    {titleOf(purpose)}: {receiptWords.byLaw}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <h2>{words.looked.title}</h2>
        <Timeline check={log} titleOf={titleOf} onRetry={onRetryLog} everything />
        <h2>{words.requests.title}</h2>
        <Requests requests={mine.requests} titleOf={titleOf} complaints={parties?.complaints ?? []} />
        <h2>{words.receipts.title}</h2>
        <ul>
          {mine.receipts.map(({ receipt }) => (
            <li key={receipt.receipt_id}>
              {instant(receipt.issued_at)} · {words.receipts.kinds[receipt.kind]}
              <br />
              <code>{receipt.receipt_id}</code>
            </li>
          ))}
        </ul>
      </div>
    </Screen>
  );

  /** What is copied is what can be read on this page, as it is when the button is pressed. */
  async function copyText(): Promise<void> {
    const readable = page.current?.innerText ?? '';
    setText(readable);
    await device.window.navigator.clipboard.writeText(readable);
  }

  function decisionWord(decision: 'given' | 'refused' | 'withdrawn'): string {
    if (decision === 'given') return receiptWords.given;
    return decision === 'refused' ? receiptWords.refusedByGuest : receiptWords.withdrawn;
  }
}
