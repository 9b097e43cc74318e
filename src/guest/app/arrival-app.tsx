import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { noticeAt } from '../../protocol/asked-now.ts';
import type { Published } from '../../protocol/published.ts';
import type { Language } from '../../protocol/languages.ts';
import type { Notice } from '../../protocol/notice.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { LanguageSwitch } from '../../ui/components/language-switch.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Toast } from '../../ui/components/toast.tsx';
import { loadGuestCatalogue } from '../../ui/messages/load-guest-catalogue.ts';
import { loadProblemWords } from '../../ui/messages/load-problem-words.ts';
import { MessagesProvider } from '../../ui/messages/messages-provider.tsx';
import { KeptHere } from '../outbox/kept-here.tsx';
import { useKept } from '../outbox/use-kept.ts';
import type { Device } from '../phone/device.ts';
import { forgetfulMemory } from '../phone/forgetful-memory.ts';
import { anythingChosen, type Choices, noChoices } from '../registration/choices.ts';
import type { PosterFragment } from '../registration/poster-fragment.ts';
import { claimedLanguages } from '../registration/read-claims.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';
import { WelcomeScreen } from '../welcome/welcome-screen.tsx';
import { EndingScreen } from './ending-screen.tsx';
import { loadCompanionNote, loadFormFlow, loadHandedBack } from './load-parts.ts';
import { optionalPart } from './optional-part.ts';
import { FailureBoundary } from './failure-boundary.tsx';
import { useScreens } from './use-screens.ts';
import { useTrust } from './use-trust.ts';
import { applyWords, rememberLanguage, type Words } from './words.ts';
import { orOffline } from './or-offline.ts';

export interface ArrivalAppProps {
  readonly property: string;
  readonly published: Published;
  /** What `published.notice` says. */
  readonly notice: Notice;
  readonly words: Words;
  readonly fragment: PosterFragment | null;
  /** Null where the page is rendered before it reaches a phone. */
  readonly device: Device | null;
}

/** Milliseconds. */
const readingTime = 4000;
const CompanionNote = optionalPart(async () => (await loadCompanionNote()).CompanionNote);
const HandedBack = lazy(async () => ({ default: (await orOffline(loadHandedBack)).HandedBack }));
const FormFlow = lazy(async () => ({ default: (await orOffline(loadFormFlow)).FormFlow }));

/** A guest's arrival from the poster to the receipt. */
export function ArrivalApp(props: ArrivalAppProps) {
  const { property, published: first, notice: firstNotice, words: firstWords, fragment } = props;
  const [device] = useState(() => ownOrHanded(props.device, fragment));
  const assisted = useAssisted();
  const [words, setWords] = useState(firstWords);
  const [published, setPublished] = useState(first);
  const [whole, setNotice] = useState(firstNotice);
  const [choices, setChoices] = useState<Choices>(noChoices);
  const [waiting, setWaiting] = useState(false);
  const [languageFailed, setLanguageFailed] = useState(false);
  const [unfetched, setUnfetched] = useState(false);
  const [begun, setBegun] = useState(false);
  const onBegun = useCallback(() => setBegun(true), []);
  const [formOpened, setFormOpened] = useState(false);
  const [shownAt, setShownAt] = useState(() => device?.clock() ?? 0);
  const notice = useMemo(() => noticeAt(whole, shownAt), [whole, shownAt]);
  // The first rendering is the server's, to the letter; what needs a phone comes right after.
  const [live, setLive] = useState(false);
  useEffect(() => device?.later(0, () => setLive(true)), [device]);
  const window = live && device !== null ? device.window : null;
  const kept = useKept(live ? device : null, property);
  const { trust, check, accept, retry, settled } = useTrust(device, property, fragment, first);
  const allowed = useCallback(
    (screen: string) =>
      screen === 'choose' || (screen === 'ending' ? !anythingChosen(choices, notice.purposes) : formOpened),
    [choices, notice, formOpened],
  );
  const { screen, go, back } = useScreens(live && device !== null ? device.trail : null, allowed);
  useFocusOnChange(window, screen);

  // Fetched once the guest begins to choose, or has read for a while: the next screen is there at once, and needs no connection.
  useEffect(() => {
    if (window === null) return undefined;
    const fetchAhead = () => void loadFormFlow().catch(() => undefined);
    const stop = device?.later(readingTime, fetchAhead);
    window.document.addEventListener('change', fetchAhead, { once: true });
    return () => {
      stop?.();
      window.document.removeEventListener('change', fetchAhead);
    };
  }, [device, window]);

  // From here on there is something to go wrong with.
  const { language: inUse, catalogue } = words;
  useEffect(() => {
    if (!begun || catalogue.problems !== undefined) return undefined;
    let current = true;
    loadProblemWords(inUse).then(
      (more) => current && setWords({ language: inUse, catalogue: { ...catalogue, ...more } }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [begun, inUse, catalogue]);

  async function leave(made: Choices, { purposes }: Notice) {
    setChoices(made);
    const filled = anythingChosen(made, purposes);
    if (!filled) {
      go('ending');
      return;
    }
    // A guest who is quicker than the check, or the next screen, goes on when it is there; without them nobody goes anywhere.
    setWaiting(true);
    setUnfetched(false);
    const [outcome, fetched] = await Promise.all([
      settled(),
      loadFormFlow().then(
        () => true,
        () => false,
      ),
    ]);
    setWaiting(false);
    if (outcome.kind === 'unreachable') retry();
    if (!fetched) setUnfetched(true);
    if (outcome.kind !== 'checked' || !fetched) return;
    setFormOpened(true);
    go('details');
  }

  async function changeLanguage(language: Language) {
    if (device === null || language === words.language) return;
    setLanguageFailed(false);
    try {
      const [told, fetched] = await Promise.all([
        loadGuestCatalogue(language),
        device.api.property(property, language),
      ]);
      const checked = await check(fetched);
      accept(checked);
      setWords({ language, catalogue: told });
      setPublished(fetched);
      setNotice(checked.notice);
      setShownAt(device.clock());
      applyWords(device.window.document, language, told.guest.title(checked.notice.controller.name));
      rememberLanguage(device.window, language);
    } catch {
      setLanguageFailed(true);
    }
  }

  const top = (
    <>
      {assisted !== null && <assisted.Top />}
      <LanguageSwitch
        languages={claimedLanguages(published.manifest)}
        hrefFor={(language) => `?lang=${language}`}
        onSelect={(language) => void changeLanguage(language)}
      />
    </>
  );
  const { guest } = words.catalogue;
  const companion = fragment?.companion ?? null;
  if (companion?.phone === 'back' && fragment !== null && window !== null && device !== null) {
    return (
      <MessagesProvider language={words.language} catalogue={words.catalogue}>
        <FailureBoundary>
          <Suspense fallback={<Waiting top={top} word={words.catalogue.common.loading} />}>
            <HandedBack top={top} device={device} property={property} fragment={fragment} companion={companion} />
          </Suspense>
        </FailureBoundary>
      </MessagesProvider>
    );
  }
  return (
    <MessagesProvider language={words.language} catalogue={words.catalogue}>
      {trust.kind === 'refused' && <RefusalScreen top={top} problem={trust.problem} window={window} />}
      {trust.kind !== 'refused' && screen === 'choose' && (
        <WelcomeScreen
          top={top}
          notice={notice}
          trust={trust}
          choices={choices}
          window={window}
          busy={waiting}
          kept={device === null ? null : <KeptHere device={device} kept={kept} />}
          note={
            companion !== null &&
            window !== null && (
              <Suspense fallback={null}>
                <CompanionNote companion={companion} />
              </Suspense>
            )
          }
          onRetryTrust={retry}
          onContinue={(made) => void leave(made, notice)}
        />
      )}
      {screen === 'ending' && <EndingScreen top={top} onBack={back} />}
      {trust.kind === 'checked' && formOpened && device !== null && (
        <FailureBoundary hidden={screen === 'choose' || screen === 'ending'}>
          <Suspense fallback={<Waiting top={top} word={words.catalogue.common.loading} />}>
            <FormFlow
              top={top}
              device={device}
              property={property}
              channel={fragment?.channel ?? 'typed'}
              companion={companion}
              checked={trust.checked}
              choices={choices}
              shownAt={shownAt}
              screen={screen}
              go={go}
              back={back}
              check={check}
              accept={(renewed, at) => {
                accept(renewed);
                setNotice(renewed.notice);
                setShownAt(at);
              }}
              onChoices={(made, offered) => void leave(made, offered)}
              onBegun={onBegun}
            />
          </Suspense>
        </FailureBoundary>
      )}
      <Toast icon="warning">{languageFailed ? guest.welcome.languageFailed : undefined}</Toast>
      <Toast icon="warning">{unfetched ? guest.welcome.nextFailed : undefined}</Toast>
    </MessagesProvider>
  );
}

/** A phone that was handed over shows its owner's registrations to nobody, and keeps nobody else's. */
function ownOrHanded(device: Device | null, fragment: PosterFragment | null): Device | null {
  if (device === null || fragment?.companion?.phone !== 'handed') return device;
  return { ...device, outbox: forgetfulMemory().outbox };
}

function Waiting({ top, word }: { readonly top: ReactNode; readonly word: string }) {
  return (
    <Screen top={top}>
      <ProgressNote>{word}</ProgressNote>
    </Screen>
  );
}

/** A new screen begins at its heading, for eyes and for screen readers. */
function useFocusOnChange(window: Window | null, screen: string) {
  const shown = useRef(screen);
  useEffect(() => {
    if (window === null || shown.current === screen) return;
    shown.current = screen;
    window.scrollTo(0, 0);
    window.document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [window, screen]);
}
