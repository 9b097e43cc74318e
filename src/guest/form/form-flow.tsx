import { lazy, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { ageGroupOn } from './age-group.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { fieldsFor } from '../../pii/form-fields.ts';
import { emptyMinor, type FieldPath, type RawDetails } from '../../pii/raw-details.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { toDate } from '../../protocol/time.ts';
import { loadDeviceOutbox } from '../app/load-parts.ts';
import type { Screen as ScreenName } from '../app/use-screens.ts';
import { type Choices, purposesChosen, statutoryHere } from '../registration/choices.ts';
import { DetailsScreen } from './details-screen.tsx';
import type { FormParts, Reasons } from './form-context.ts';
import { countAtLeast } from './identity-fields.tsx';
import { loadFinish } from './load-finish.ts';
import { completeDetails, startingDetails, withoutHidden } from './starting-details.ts';
import { type RegistrationInput, useRegistration } from './use-registration.ts';

interface FormFlowProps extends RegistrationInput {
  readonly top: ReactNode;
  readonly screen: ScreenName;
  readonly go: (screen: ScreenName) => void;
  readonly back: () => void;
  readonly onChoices: (choices: Choices) => void;
}

const fetchFinish = async () => {
  const { loadPhoneRules } = await loadFinish();
  // What keeps the sealed registration comes along; without it the page itself keeps it.
  await Promise.all([loadPhoneRules(), loadDeviceOutbox().catch(() => undefined)]);
};
const AskAgain = lazy(async () => ({ default: (await loadFinish()).AskAgain }));
const ReviewScreen = lazy(async () => ({ default: (await loadFinish()).ReviewScreen }));
const ReceiptScreen = lazy(async () => ({ default: (await loadFinish()).ReceiptScreen }));
const nothing: Reasons = new Map();

/** From the first field to the receipt. Stays mounted behind every screen, so that nothing typed is ever lost. */
export function FormFlow(props: FormFlowProps) {
  const { top, screen, go, back, device, checked, choices, onChoices } = props;
  const { notice } = checked;
  const form = useForm<RawDetails>({ defaultValues: startingDetails(device.clock()) });
  const [reasons, setReasons] = useState<Reasons>(nothing);
  const [details, setDetails] = useState<GuestDetails | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<readonly PurposeId[]>([]);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [refusals, setRefusals] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const { sealed, seal, prepare } = useRegistration(props);
  const minors = useWatch({ control: form.control, name: 'minors' });

  const offered = checked.signed.manifest.purposes;
  const chosen = useMemo(() => purposesChosen(choices, offered), [choices, offered]);
  const statutory = useMemo(() => statutoryHere(choices, offered, minors), [choices, offered, minors]);
  const onChanged = useCallback((path: FieldPath) => {
    setReasons((before) => {
      if (!before.has(path)) return before;
      const after = new Map(before);
      after.delete(path);
      return after;
    });
  }, []);
  const parts: FormParts = { form, reasons, onChanged, fields: fieldsFor(chosen, statutory), notice };

  // After a press on the button that found something: to the summary, for eyes and for screen readers.
  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);

  // What the next step needs, once there is something to do with it.
  useEffect(() => {
    if (screen !== 'details') return undefined;
    const { document } = device.window;
    const fetchAhead = () => void fetchFinish().catch(() => undefined);
    document.addEventListener('change', fetchAhead, { once: true });
    return () => document.removeEventListener('change', fetchAhead);
  }, [screen, device]);

  // The rules are looked at again, and keys made, while the guest reads the review: after the tap little is left to wait for.
  useEffect(() => {
    if (screen === 'review') void prepare([...chosen, ...statutory]);
  }, [screen, prepare, chosen, statutory]);

  async function check(): Promise<GuestDetails | null> {
    const raw = completeDetails(form.getValues());
    const { checkDetails } = await loadFinish();
    const result = await checkDetails(raw, {
      purposesChosen: chosen,
      statutoryHere: statutory,
      today: toDate(device.clock()),
    });
    if (result.ok) {
      setReasons(nothing);
      return result.details;
    }
    setReasons(addUnlistedMinors(result.reasons, raw));
    return null;
  }

  /** A child among the people of the register gets a place among the children, so that no name is typed twice. */
  function addUnlistedMinors(found: Reasons, raw: RawDetails): Reasons {
    const all = withoutHidden(found, raw);
    for (const [path, reason] of found) {
      const at = /^people\.(\d+)\.birthDate$/.exec(path)?.[1];
      if (reason !== 'minor_not_listed' || at === undefined) continue;
      const person = raw.people[Number(at)];
      if (person === undefined) continue;
      const rows = form.getValues('minors');
      const minorName = at === '0' ? raw.name : person.name;
      const minorAge = ageGroupOn(person, raw.checkIn);
      form.setValue('minors', [...rows, { ...emptyMinor, minorName, minorAge }]);
      all.delete(path);
      all.set(`minors.${rows.length}.guardianName`, 'missing');
    }
    countAtLeast(parts, raw.people.length);
    return all;
  }

  async function review() {
    setBusy(true);
    setProblem(null);
    try {
      const result = await check();
      setDetails(result);
      if (result !== null) go('review');
      else setRefusals((count) => count + 1);
    } catch (error) {
      setProblem(error instanceof Refusal ? error.code : 'internal');
    }
    setBusy(false);
  }

  async function sealAndSend(told: GuestDetails) {
    setBusy(true);
    setProblem(null);
    const outcome = await seal(told);
    setBusy(false);
    if (outcome.kind === 'sealed') go('receipt');
    else if (outcome.kind === 'ask') setAsked(outcome.purposes);
    else setProblem(outcome.problem);
  }

  if (screen === 'details') {
    return (
      <DetailsScreen
        top={top}
        parts={parts}
        window={device.window}
        busy={busy}
        problem={problem}
        summary={summary}
        onBack={back}
        onSubmit={() => void review()}
      />
    );
  }
  if (screen === 'review' && asked.length > 0) {
    return (
      <AskAgain
        top={top}
        notice={notice}
        purposes={asked}
        onAnswered={(answers) => {
          onChoices({ ...choices, answers: { ...choices.answers, ...answers } });
          setAsked([]);
          go('details');
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
        onBack={back}
        onSeal={() => void sealAndSend(details)}
      />
    );
  }
  if (screen === 'receipt' && sealed !== null) {
    return <ReceiptScreen top={top} device={device} delivery={sealed.delivery} details={sealed.details} />;
  }
  return null;
}
