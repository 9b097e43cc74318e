import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { GuestDetails } from '../../pii/details.ts';
import { noticeAt } from '../../protocol/asked-now.ts';
import { fieldsFor } from '../../pii/form-fields.ts';
import type { RawDetails } from '../../pii/raw-details.ts';
import { newId } from '../../protocol/ids.ts';
import { dateSchema } from '../../protocol/time.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { Notice } from '../../protocol/notice.ts';
import { useLanguage } from '../../ui/messages/messages-provider.tsx';
import { loadCompanions, loadDeviceOutbox, loadGuestApiParts, loadNewRules, loadReturning } from '../app/load-parts.ts';
import { optionalPart } from '../app/optional-part.ts';
import { WhenSeen } from '../app/when-seen.tsx';
import type { Screen } from '../app/use-screens.ts';
import { type Choices, purposesChosen, statutoryHere } from '../registration/choices.ts';
import type { News } from '../registration/news.ts';
import type { CompanionPart } from '../registration/poster-fragment.ts';
import { DetailsScreen } from './details-screen.tsx';
import type { FormParts } from './form-context.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { loadFinish } from './load-finish.ts';
import { startingDetails } from './starting-details.ts';
import { useDetailsCheck } from './use-details-check.ts';
import { useFilledIn } from './use-filled-in.ts';
import { type RegistrationInput, useRegistration } from './use-registration.ts';

interface FormFlowProps extends Omit<RegistrationInput, 'registration' | 'party'> {
  readonly top: ReactNode;
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
  /** Goes on with other choices, of what is offered now. */
  readonly onChoices: (choices: Choices, notice: Notice) => void;
  /** The guest has filled in a first field. Must stay the same function. */
  readonly onBegun: () => void;
  /** With whom this guest comes along; null for whoever came by the poster. */
  readonly companion: CompanionPart | null;
}

const fetchFinish = async () => {
  const { loadPhoneRules } = await loadFinish();
  // What keeps the sealed registration comes along; without it the page itself keeps it.
  await Promise.all([loadPhoneRules(), loadGuestApiParts(), loadDeviceOutbox().catch(() => undefined)]);
};
const NewRules = lazy(async () => ({ default: (await loadNewRules()).NewRules }));
const ReviewScreen = lazy(async () => ({ default: (await loadFinish()).ReviewScreen }));
const ReceiptScreen = lazy(async () => ({ default: (await loadFinish()).ReceiptScreen }));
const GuardianScreen = lazy(async () => ({ default: (await loadFinish()).GuardianScreen }));
const CompanionsSection = optionalPart(async () => (await loadCompanions()).CompanionsSection);
const FilledNote = optionalPart(async () => (await loadReturning()).FilledNote);

/** Milliseconds after a tap until a guest should see that something is going on. */
const noticeable = 100;

/** From the first field to the receipt. Stays mounted behind every screen, so that nothing typed is ever lost. */
export function FormFlow(props: FormFlowProps) {
  const { top, screen, go, back, device, checked, choices, shownAt, onChoices, onBegun, companion, property, channel } =
    props;
  const language = useLanguage();
  const [start] = useState(() => startingDetails(device.clock(), language, companion?.stay ?? null));
  const form = useForm<RawDetails>({ defaultValues: start });
  // Known before anything is sealed, so that a link for others can name it.
  const [registration] = useState(() => newId(device.clock(), device.random));
  const party = companion?.party ?? registration;
  const assisted = useAssisted();
  const { sealed, seal, prepare, look, accept } = useRegistration({
    ...props,
    registration,
    party: companion?.party ?? null,
    // The record says where it came from.
    channel: assisted === null ? channel : 'desk',
  });
  const ownPhone = assisted === null && channel !== 'desk' && (companion === null || companion.phone === null);
  const [details, setDetails] = useState<GuestDetails | null>(null);
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState<News | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [guardian, setGuardian] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const sealing = useRef(false);
  const [minors, checkIn, checkOut] = useWatch({ control: form.control, name: ['minors', 'checkIn', 'checkOut'] });

  // What is asked is what was when the guest began to read; what ends meanwhile is left out when it is sealed.
  const notice = useMemo(() => noticeAt(checked.notice, shownAt), [checked.notice, shownAt]);
  const offered = notice.purposes;
  const chosen = useMemo(() => purposesChosen(choices, offered), [choices, offered]);
  const statutory = useMemo(() => statutoryHere(choices, offered, minors), [choices, offered, minors]);
  const { reasons, onChanged, check } = useDetailsCheck(device, form, chosen, statutory);
  const fields = fieldsFor(chosen, statutory);
  const parts: FormParts = { form, reasons, onChanged, fields, notice, stayKnown: (companion?.stay ?? null) !== null };

  // After a press on the button that found something: to the summary, for eyes and for screen readers.
  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);

  // What the next step needs, once there is something to do with it.
  useEffect(() => {
    if (screen !== 'details') return undefined;
    const { document } = device.window;
    const fetchAhead = () => {
      onBegun();
      fetchFinish().catch(() => undefined);
      // Whether they can be taken at all is better known before they are typed.
      look().catch((error: unknown) => setProblem(error instanceof Refusal ? error.code : null));
    };
    document.addEventListener('change', fetchAhead, { once: true });
    return () => document.removeEventListener('change', fetchAhead);
  }, [screen, device, onBegun, look]);

  // The rules are looked at again, and keys made, while the guest reads the review: after the tap little is left to wait for.
  useEffect(() => {
    if (screen === 'review' && details !== null) void prepare([...chosen, ...statutory], details);
  }, [screen, prepare, chosen, statutory, details]);

  async function review() {
    setBusy(true);
    setProblem(null);
    try {
      const result = await check();
      setDetails(result.kind === 'details' ? result.details : null);
      if (result.kind === 'details') go('review');
      else if (result.kind === 'guardian') setGuardian(true);
      else setRefusals((count) => count + 1);
    } catch (error) {
      setProblem(error instanceof Refusal ? error.code : 'internal');
    }
    setBusy(false);
  }

  /** A guest who kept their details only has to look through them. */
  async function reviewAtOnce() {
    try {
      const result = await check(true);
      if (result.kind !== 'details') return;
      setDetails(result.details);
      go('review');
    } catch {
      // Without the last part of the app there is nothing to review with; the filled form is there.
    }
  }
  const { filled, forget } = useFilledIn(device, form, ownPhone, () => {
    if (screen === 'details') void reviewAtOnce();
  });
  const filledNote = filled ? (
    <Suspense fallback={null}>
      <FilledNote onForget={forget} />
    </Suspense>
  ) : null;

  async function sealAndSend(told: GuestDetails) {
    if (sealing.current) return;
    sealing.current = true;
    // On a slow phone drawing takes longer than sealing: it is drawn that it takes long only where it does.
    const callOff = device.later(noticeable, () => setBusy(true));
    const outcome = await seal(told);
    callOff();
    sealing.current = false;
    setBusy(false);
    setProblem(null);
    if (outcome.kind === 'sealed') go('receipt');
    else if (outcome.kind === 'news') setNews(outcome.news);
    else setProblem(outcome.problem);
  }

  if (screen === 'details' && guardian) return <GuardianScreen top={top} onBack={() => setGuardian(false)} />;
  if (screen === 'details') {
    return (
      <DetailsScreen
        top={top}
        parts={parts}
        window={device.window}
        busy={busy}
        problem={problem}
        summary={summary}
        filledNote={filledNote}
        companions={
          companion === null &&
          ownPhone && (
            <WhenSeen window={device.window}>
              <Suspense fallback={null}>
                <CompanionsSection
                  device={device}
                  hotel={notice.controller.name}
                  place={{ property, fingerprint: checked.fingerprint, channel }}
                  companion={{ party, stay: stayOf(checkIn, checkOut) }}
                  handOver="later"
                />
              </Suspense>
            </WhenSeen>
          )
        }
        onBack={back}
        onSubmit={() => void review()}
      />
    );
  }
  if (screen === 'review' && news !== null) {
    return (
      <NewRules
        top={top}
        news={news}
        choices={choices}
        device={device}
        onTold={(told) => {
          accept(news.today, told.shownAt);
          setNews(null);
          if (news.changed.refill) onChoices(told.choices, news.today.notice);
        }}
      />
    );
  }
  if (screen === 'review' && details !== null) {
    return (
      <ReviewScreen
        top={top}
        notice={notice}
        details={details}
        chosen={chosen}
        statutory={statutory}
        problem={problem}
        busy={busy}
        window={device.window}
        filledNote={filledNote}
        onBack={back}
        onSeal={() => void sealAndSend(details)}
      />
    );
  }
  if (screen === 'receipt' && sealed !== null) {
    return (
      <ReceiptScreen
        top={top}
        device={device}
        delivery={sealed.delivery}
        details={sealed.details}
        channel={channel}
        companion={companion}
      />
    );
  }
  return null;
}

/** A stay that can be passed on; null while its dates are still being typed. */
function stayOf(checkIn: string, checkOut: string): CompanionPart['stay'] {
  const dates = [checkIn, checkOut].every((date) => dateSchema.safeParse(date).success);
  return dates && checkIn <= checkOut ? { checkIn, checkOut } : null;
}
