import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { checkDetails } from '../../pii/check-details.ts';
import { checkParty } from '../../pii/check-party.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { fieldsFor } from '../../pii/form-fields.ts';
import type { FieldPath, RawDetails } from '../../pii/raw-details.ts';
import { isAsked } from '../../protocol/asked-now.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { toDate } from '../../protocol/time.ts';
import type { FormParts, Reasons } from '../form/form-context.ts';
import { completeDetails, withoutHidden } from '../form/starting-details.ts';
import type { Device } from '../phone/device.ts';
import { CorrectForm } from './correct-form.tsx';
import { CorrectReview } from './correct-review.tsx';
import { type CorrectionAim, purposesTouched } from './correction.ts';
import type { MyRegistration } from './my-registration.ts';
import { rawFromDetails } from './raw-from-details.ts';

interface CorrectPageProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly mine: MyRegistration;
  readonly details: GuestDetails;
  /** Today's: what is said yes to, and what the fields' purposes are called. */
  readonly notice: Notice;
  readonly aim: CorrectionAim;
  readonly reviewing: boolean;
  readonly busy: boolean;
  readonly problem: AnyProblem | null;
  /** Rules that changed meanwhile, to be read before anything is sealed; false where there are none. */
  readonly telling: ReactNode;
  readonly onReview: () => void;
  readonly onSeal: (details: GuestDetails) => void;
  readonly onBack: () => void;
}

const nothing: Reasons = new Map();

/** Change, review, seal again. What was typed stays while the review is looked at. */
export function CorrectPage(props: CorrectPageProps) {
  const { top, device, mine, details, notice, aim, reviewing, busy, problem, telling, onReview, onSeal, onBack } =
    props;
  const [start] = useState(() => rawFromDetails(details));
  const form = useForm<RawDetails>({ defaultValues: start });
  const [reasons, setReasons] = useState<Reasons>(nothing);
  const [after, setAfter] = useState<GuestDetails | null>(null);
  const [unchanged, setUnchanged] = useState(false);
  const [checking, setChecking] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const minors = useWatch({ control: form.control, name: 'minors' });
  const held = useMemo(
    () => mine.standings.filter(({ standing }) => standing === 'held').map(({ id }) => id),
    [mine.standings],
  );
  const basis = useCallback((id: PurposeId) => notice.purposes.find((purpose) => purpose.id === id)?.basis, [notice]);
  const chosen = purposeIds.filter((id) => (held.includes(id) && basis(id) !== 'law') || id === aim.give);
  const temporaryAsked = notice.purposes.some((one) => one.id === 'temporary' && isAsked(one, device.clock()));
  const statutory = purposeIds.filter(
    (id) =>
      (id === 'identity' && (aim.identity || held.includes(id))) ||
      (id === 'minors' && minors.length > 0) ||
      (id === 'temporary' && temporaryAsked && (aim.temporary === true || held.includes(id))),
  );
  const onChanged = useCallback((path: FieldPath) => {
    setUnchanged(false);
    setReasons((before) => new Map([...before].filter(([at]) => at !== path)));
  }, []);
  const parts: FormParts = { form, reasons, onChanged, fields: fieldsFor(chosen, statutory), notice };
  const titleOf = (id: PurposeId) => notice.purposes.find((purpose) => purpose.id === id)?.title ?? id;

  async function check() {
    const raw = completeDetails(form.getValues());
    const today = toDate(device.clock());
    setChecking(true);
    const result = await checkDetails(raw, {
      purposesChosen: chosen,
      statutoryHere: statutory,
      // A stay that has begun keeps its first day.
      today: details.checkIn < today ? details.checkIn : today,
    });
    setChecking(false);
    setReasons(result.ok ? nothing : withoutHidden(result.reasons, raw));
    if (!result.ok) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    const party = checkParty(result.details);
    if (party.kind !== 'fine') {
      setReasons(party.kind === 'reasons' ? party.reasons : new Map([['people.0.birthDate', 'guardian_registers']]));
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    const entering = aim.give !== null || aim.identity || aim.temporary === true;
    const same = JSON.stringify(result.details) === JSON.stringify(details) && !entering;
    setUnchanged(same);
    if (same) return;
    setAfter(result.details);
    onReview();
  }

  if (telling !== false) return telling;
  if (!reviewing || after === null) {
    return (
      <CorrectForm
        top={top}
        parts={parts}
        giving={aim.give === null ? null : titleOf(aim.give)}
        busy={checking}
        unchanged={unchanged}
        summary={summary}
        onBack={onBack}
        onSubmit={() => void check()}
      />
    );
  }
  const touched = purposeIds.filter((id) => purposesTouched(details, after, held).includes(id) || id === aim.give);
  return (
    <CorrectReview
      top={top}
      before={details}
      after={after}
      touched={touched.map((id) => ({ id, title: titleOf(id), held: held.includes(id) }))}
      busy={busy}
      problem={problem}
      onBack={onBack}
      onSeal={() => onSeal(after)}
    />
  );
}
