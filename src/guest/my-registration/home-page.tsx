import { lazy, type ReactNode, Suspense } from 'react';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { isAsked } from '../../protocol/asked-now.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import type { Language } from '../../protocol/languages.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { pages } from '../../protocol/pages.ts';
import type { Channel } from '../../protocol/submission.ts';
import { Button } from '../../ui/components/button.tsx';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';
import { loadAfterSealing, loadAskedAgain } from '../app/load-parts.ts';
import { optionalPart } from '../app/optional-part.ts';
import type { Device } from '../phone/device.ts';
import { ArrivalCode } from '../receipt/arrival-code.tsx';
import { StatusNote } from '../receipt/delivery-note.tsx';
import { KeepReceipt } from '../receipt/keep-receipt.tsx';
import type { CheckedPublished } from '../registration/check-published.ts';
import { placedPurposes } from '../registration/choices.ts';
import { ChoiceCard } from './choice-card.tsx';
import type { ChoiceProgress } from './choice-progress.ts';
import { Contents } from './contents.tsx';
import { LawCard } from './law-card.tsx';
import type { LogCheck } from './log-check.ts';
import type { MyRegistration } from './my-registration.ts';
import type { ShownRules } from './prepare-acts.ts';
import { purposeWords } from './purpose-words.ts';
import { Receipts } from './receipts.tsx';
import { Requests } from './requests.tsx';
import { Timeline } from './timeline.tsx';
import { ToldByPurpose } from './told-by-purpose.tsx';
import type { MinePage } from './use-pages.ts';
import './home-page.css';
import { orOffline } from '../app/or-offline.ts';

const AskedAgain = lazy(async () => ({ default: (await orOffline(loadAskedAgain)).AskedAgain }));

interface HomePageProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly mine: MyRegistration;
  readonly secret: string;
  readonly log: LogCheck;
  readonly progressOf: (purpose: PurposeId) => ChoiceProgress;
  readonly titleOf: (purpose: PurposeId) => string;
  /** Said once after something was done on another page. */
  readonly said: string | null;
  readonly fetchToday: (language: Language) => Promise<CheckedPublished>;
  readonly onChoose: (purpose: PurposeId, answer: YesOrNo, seen?: ShownRules) => void;
  readonly onRetry: (purpose: PurposeId) => void;
  readonly onRetryLog: () => void;
  /** With what of the law's is filled in here for the first time. */
  readonly onCorrect: (enter: (typeof placedPurposes)[number] | null) => void;
  readonly go: (page: MinePage) => void;
}

/** Whom the desk registered was shown the hotel's own root. */
const passedOn = (channel: Channel): Channel => (channel === 'desk' ? 'reception' : channel);

const AfterSealing = optionalPart(async () => (await loadAfterSealing()).AfterSealing);

/** A guest's registration: the choices first, then everything there is to see, to keep and to have deleted. */
export function HomePage(props: HomePageProps) {
  const {
    top,
    device,
    mine,
    secret,
    log,
    progressOf,
    titleOf,
    said,
    fetchToday,
    onChoose,
    onRetry,
    onRetryLog,
    onCorrect,
    go,
  } = props;
  const t = useMessages('myRegistration');
  const guest = useMessages('guest');
  const common = useMessages('common');
  const onPhone = useAssisted() === null;
  const newest = mine.receipts.at(-1);
  if (newest === undefined) return null;
  const { controller, complaints } = newest.receipt.parties;
  const code = arrivalCode(mine.registration);
  const fingerprint = decodeBase64Url(mine.fingerprint) ?? new Uint8Array(16);
  const cards = mine.standings.flatMap((standing) => {
    const words = purposeWords(standing.id, mine);
    return words === null ? [] : [{ standing, words }];
  });
  const choices = cards.filter(({ words }) => words.purpose.basis === 'consent');
  const asked = choices.filter(({ words }) => words.outdated);
  const canChange = mine.details !== null && mine.today !== null;
  // What nobody has to give, because there is no child or the rule has ended, isn't shown.
  const law = cards.filter(
    ({ standing, words }) =>
      words.purpose.basis === 'law' &&
      (standing.standing !== 'not-asked' || (standing.id !== 'minors' && isAsked(words.purpose, device.clock()))),
  );
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{guest.registration.title}</h1>
      <p className="home-page__hotel">{controller.name}</p>
      {log.kind === 'alarm' && (
        <StateNote state="failed" word={t.looked.alarm} announce="now">
          <p>{t.looked.alarms[log.reason]}</p>
          <p>{t.looked.alarmDo}</p>
        </StateNote>
      )}
      {said !== null && (
        <StateNote state="done" announce="polite">
          <p>{said}</p>
        </StateNote>
      )}
      {asked.length > 0 && (
        <StateNote
          state="warning"
          word={t.choices.changedAsk(asked.map(({ words }) => words.purpose.title).join(common.listSeparator))}
        >
          <p>{t.choices.changedAskText}</p>
        </StateNote>
      )}
      <ArrivalCode code={code} />
      <StatusNote status={mine.status} />
      <Contents window={device.window} />
      <section className="home-page__part" id="mine-choices">
        <h2 tabIndex={-1}>{t.choices.title}</h2>
        <p>{t.choices.text}</p>
        {choices.map(({ standing, words }) => {
          const card = (
            <ChoiceCard
              key={standing.id}
              standing={standing}
              words={words}
              progress={progressOf(standing.id)}
              onChoose={onChoose}
              onRetry={onRetry}
              onCompare={() => go('rules')}
            />
          );
          if (!words.outdated) return card;
          return (
            <Suspense key={standing.id} fallback={card}>
              <AskedAgain
                standing={standing}
                mine={mine}
                progress={progressOf(standing.id)}
                fetchToday={fetchToday}
                clock={device.clock}
                onAnswer={onChoose}
                onRetry={onRetry}
                fallback={card}
              />
            </Suspense>
          );
        })}
        {law.length > 0 && <h3 className="home-page__law">{t.choices.lawPart}</h3>}
        {law.map(({ standing, words }) => (
          <LawCard
            key={standing.id}
            standing={standing}
            words={words}
            onEnter={canChange ? entering(standing.id, onCorrect) : null}
          />
        ))}
      </section>
      <section className="home-page__part" id="mine-told">
        <h2 tabIndex={-1}>{t.told.title}</h2>
        {mine.details === null ? (
          <p>{guest.registration.toldGone}</p>
        ) : (
          <ToldByPurpose mine={mine} details={mine.details} onChange={canChange ? () => onCorrect(null) : null} />
        )}
      </section>
      <section className="home-page__part" id="mine-looked">
        <h2 tabIndex={-1}>{t.looked.title}</h2>
        <Timeline check={log} titleOf={titleOf} onRetry={onRetryLog} />
      </section>
      <section className="home-page__part" id="mine-requests">
        <h2 tabIndex={-1}>{t.requests.title}</h2>
        <Requests requests={mine.requests} titleOf={titleOf} complaints={complaints} />
      </section>
      <section className="home-page__part" id="mine-receipts">
        <h2 tabIndex={-1}>{t.receipts.title}</h2>
        <Receipts device={device} receipts={mine.receipts} code={code} />
        {onPhone && (
          <p className="home-page__rules">
            <LinkButton href={pages.verify} icon="check" target="_blank">
              {guest.receipt.verify}
            </LinkButton>
          </p>
        )}
        {mine.agreed.length > 0 && (
          <p className="home-page__rules">
            <Button icon="list" onClick={() => go('rules')}>
              {t.rules.open}
            </Button>
          </p>
        )}
      </section>
      <KeepReceipt
        device={device}
        hotel={controller.name}
        code={code}
        link={`${device.origin}${pages.registration}#${secret}`}
        fingerprint={fingerprint}
        stay={mine.details}
        receipt={newest.proven}
        contact={mine.details}
      />
      {onPhone && (
        <Suspense fallback={null}>
          <AfterSealing
            device={device}
            hotel={controller.name}
            place={{ property: mine.property, fingerprint: mine.fingerprint, channel: passedOn(mine.channel) }}
            companion={null}
            registration={mine.registration}
            details={mine.details}
            received
          />
        </Suspense>
      )}
      <section className="home-page__part">
        <h2>{t.copy.title}</h2>
        <p>{t.copy.text}</p>
        <p>{t.copy.desk}</p>
        <Button icon="download" onClick={() => go('copy')}>
          {t.copy.open}
        </Button>
      </section>
      <section className="home-page__part" id="mine-delete">
        <h2 tabIndex={-1}>{t.deletion.title}</h2>
        <p>{t.deletion.openText}</p>
        <Button kind="destructive" icon="delete" onClick={() => go('delete')}>
          {t.deletion.open}
        </Button>
      </section>
      <div className="home-page__seal">
        <SealWithWords fingerprint={fingerprint} />
        <p>{guest.registration.seal}</p>
      </div>
    </Screen>
  );
}

function entering(id: PurposeId, onCorrect: HomePageProps['onCorrect']): (() => void) | null {
  const placed = placedPurposes.find((one) => one === id);
  return placed === undefined ? null : () => onCorrect(placed);
}
