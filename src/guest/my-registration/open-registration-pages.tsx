import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { loadCopyPage, loadCorrectPage, loadNewRules, loadRulesPage } from '../app/load-parts.ts';
import type { Device } from '../phone/device.ts';
import { noChoices } from '../registration/choices.ts';
import { lacksContact } from '../registration/compose-change.ts';
import { CertificatePage } from './certificate-page.tsx';
import type { CorrectionAim } from './correction.ts';
import { DeletePage } from './delete-page.tsx';
import { HomePage } from './home-page.tsx';
import { purposeWords } from './purpose-words.ts';
import type { ShownRules } from './prepare-acts.ts';
import { isPassing } from './registration-acts.ts';
import { useChoices } from './use-choices.ts';
import { useLog } from './use-log.ts';
import type { Opening, useMyRegistration } from './use-my-registration.ts';
import { usePages } from './use-pages.ts';
import { orOffline } from '../app/or-offline.ts';

const CorrectPage = lazy(async () => ({ default: (await orOffline(loadCorrectPage)).CorrectPage }));
const NewRules = lazy(async () => ({ default: (await orOffline(loadNewRules)).NewRules }));
const RulesPage = lazy(async () => ({ default: (await orOffline(loadRulesPage)).RulesPage }));
const CopyPage = lazy(async () => ({ default: (await orOffline(loadCopyPage)).CopyPage }));

interface OpenRegistrationProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly secret: string;
  readonly open: Extract<Opening, { readonly kind: 'open' }>;
  readonly registration: ReturnType<typeof useMyRegistration>;
}

const onlyCorrect: CorrectionAim = { give: null, identity: false };

/** The pages of an open registration, one at a time. */
export function OpenRegistration({ top, device, secret, open, registration }: OpenRegistrationProps) {
  const t = useMessages('myRegistration');
  const common = useMessages('common');
  const { mine, opened } = open;
  const { news, decide, correct, erase, fetchToday } = registration;
  const { page, go, back, home } = usePages(device.trail);
  const { check, retry: retryLog } = useLog(device, opened, secret);
  const { progressOf, choose, retry } = useChoices(device, decide);
  const [aim, setAim] = useState(onlyCorrect);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useFocusOnChange(device.window, page);

  const titleOf = useCallback((id: PurposeId) => purposeWords(id, mine)?.purpose.title ?? id, [mine]);
  const todaysNotice = useCallback(
    async (language: Parameters<typeof fetchToday>[0]) => (await fetchToday(language)).notice,
    [fetchToday],
  );

  function startCorrecting(next: CorrectionAim) {
    setAim(next);
    setProblem(null);
    setSaid(null);
    go('correct');
  }

  function onChoose(purpose: PurposeId, answer: YesOrNo, seen?: ShownRules) {
    setSaid(null);
    if (answer === 'yes' && mine.details !== null && lacksContact([purpose], mine.details)) {
      startCorrecting({ give: purpose, identity: false });
    } else void choose(purpose, answer, seen ?? null);
  }

  async function act(doing: Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      await doing;
      return true;
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'internal';
      setProblem(isPassing(code) && code !== 'too_many_attempts' ? 'offline' : code);
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function seal(details: GuestDetails) {
    if (!(await act(correct(details, aim)))) return;
    setSaid(t.correct.done);
    home();
  }

  async function deleteAll() {
    if (await act(erase())) home();
  }

  const deletion = mine.receipts.at(-1)?.receipt.deletion;
  if (mine.status.state === 'erased' || deletion !== undefined) {
    return (
      <CertificatePage top={top} device={device} mine={mine} log={check} titleOf={titleOf} onRetryLog={retryLog} />
    );
  }
  const waiting = (
    <Screen top={top}>
      <ProgressNote>{common.loading}</ProgressNote>
    </Screen>
  );
  const telling = news !== null && (
    <Suspense fallback={waiting}>
      <NewRules
        top={top}
        device={device}
        news={news.news}
        choices={noChoices}
        onlyAtDesk
        onTold={({ shownAt }) => news.onTold(shownAt)}
      />
    </Suspense>
  );
  const correcting = page === 'correct' || page === 'review';
  // What is being corrected stays behind it, as it was typed.
  if (telling !== false && !correcting) return telling;
  if (page === 'delete') {
    return (
      <DeletePage
        top={top}
        mine={mine}
        busy={busy}
        problem={problem}
        onDelete={() => void deleteAll()}
        onCopy={() => go('copy')}
        onBack={back}
      />
    );
  }
  if (page === 'rules' && mine.agreed.length > 0) {
    return (
      <Suspense fallback={waiting}>
        <RulesPage top={top} agreed={mine.agreed} fetchToday={todaysNotice} onBack={back} />
      </Suspense>
    );
  }
  if (page === 'copy') {
    return (
      <Suspense fallback={waiting}>
        <CopyPage
          top={top}
          device={device}
          mine={mine}
          log={check}
          titleOf={titleOf}
          onRetryLog={retryLog}
          onBack={back}
        />
      </Suspense>
    );
  }
  if (correcting && mine.details !== null && mine.today !== null) {
    return (
      <Suspense fallback={waiting}>
        <CorrectPage
          top={top}
          device={device}
          mine={mine}
          details={mine.details}
          notice={mine.today.notice}
          aim={aim}
          reviewing={page === 'review'}
          busy={busy}
          problem={problem}
          telling={telling}
          onReview={() => go('review')}
          onSeal={(details) => void seal(details)}
          onBack={back}
        />
      </Suspense>
    );
  }
  return (
    <HomePage
      top={top}
      device={device}
      mine={mine}
      secret={secret}
      log={check}
      progressOf={progressOf}
      titleOf={titleOf}
      said={said}
      fetchToday={fetchToday}
      onChoose={onChoose}
      onRetry={retry}
      onRetryLog={retryLog}
      onCorrect={(enter) =>
        startCorrecting({ give: null, identity: enter === 'identity', temporary: enter === 'temporary' })
      }
      go={(next) => {
        setProblem(null);
        setSaid(null);
        go(next);
      }}
    />
  );
}

/** A new page begins at its heading, for eyes and for screen readers. */
function useFocusOnChange(window: Window, page: string) {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    window.scrollTo(0, 0);
    window.document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [window, page]);
}
