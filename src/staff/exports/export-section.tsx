import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { exportPurposeSchema, exportPurposes, exportReasons } from '../../protocol/guest-export.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { openingReasonSchema } from '../../protocol/roles.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { saveFile } from '../app/save-file.ts';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { columnsOf } from './export-table.ts';
import { type ExportStep, type MadeExport, makeExport } from './make-export.ts';

interface ExportSectionProps {
  readonly session: Session;
  readonly onEnded: () => void;
}

const orderSchema = z.object({
  purpose: exportPurposeSchema,
  reason: openingReasonSchema,
  format: z.enum(['xlsx', 'csv']),
});

/** Asks for which purpose and why, and makes the file here. Offers only purposes whose key this person holds. */
export function ExportSection({ session, onEnded }: ExportSectionProps) {
  const t = useMessages('exports');
  const staff = useMessages('staff');
  const common = useMessages('common');
  const { timers } = useTools();
  const stepUp = useStepUp();
  const { register, handleSubmit, control, formState, setValue } = useForm({
    defaultValues: { purpose: '', reason: '', format: 'xlsx' },
  });
  const [step, setStep] = useState<ExportStep | null>(null);
  const [made, setMade] = useState<MadeExport | 'stopped' | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const stop = useRef(new AbortController());
  // Whoever leaves calls it off: nothing is made behind a locked screen.
  useEffect(() => () => stop.current.abort(), []);
  const purposes = exportPurposes.filter((purpose) => session.person.granted.includes(purpose));
  const chosen = exportPurposeSchema.safeParse(useWatch({ control, name: 'purpose' }));
  const reasons = chosen.success ? exportReasons(chosen.data) : [];

  async function start(typed: Readonly<Record<keyof z.infer<typeof orderSchema>, string>>) {
    const order = orderSchema.safeParse(typed);
    if (!order.success) return;
    const { purpose, format } = order.data;
    const calledOff = new AbortController();
    stop.current = calledOff;
    setMade(null);
    setProblem(null);
    setStep({ done: 0, total: 0 });
    try {
      const sheet = staff.purposes[purpose];
      const options = { words: t, sheet, timers, prove: stepUp, signal: calledOff.signal, onStep: setStep };
      const done = await makeExport(session, order.data, options);
      if (done.file !== null) saveFile(done.file, `${t.fileName(sheet, toDate(timers.now()))}.${format}`);
      setMade(done);
    } catch (error) {
      const code = problemOf(error);
      if (calledOff.signal.aborted) setMade('stopped');
      else if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    setStep(null);
  }

  if (purposes.length === 0) {
    return (
      <section>
        <h2>{t.title}</h2>
        <p>{t.none}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <form onSubmit={(event) => void handleSubmit(start)(event)}>
        <SelectField
          label={t.purpose}
          placeholder={t.choose}
          error={formState.errors.purpose === undefined ? undefined : t.missing}
          options={purposes.map((purpose) => ({ value: purpose, label: staff.purposes[purpose] }))}
          disabled={step !== null}
          {...register('purpose', { required: true, onChange: () => setValue('reason', '') })}
        />
        {chosen.success && (
          <p>{t.holds(columnsOf[chosen.data].map((column) => t.columns[column]).join(common.listSeparator))}</p>
        )}
        <SelectField
          label={t.reason}
          placeholder={t.choose}
          error={formState.errors.reason === undefined ? undefined : t.missing}
          options={reasons.map((reason) => ({ value: reason, label: staff.opening.reasons[reason] }))}
          disabled={step !== null}
          {...register('reason', { required: true })}
        />
        <SelectField
          label={t.format}
          options={[
            { value: 'xlsx', label: t.formats.xlsx },
            { value: 'csv', label: t.formats.csv },
          ]}
          disabled={step !== null}
          {...register('format')}
        />
        {problem !== null && <ProblemNote problem={problem} />}
        {step === null ? (
          <Button type="submit" icon="download">
            {t.start}
          </Button>
        ) : (
          <>
            {step === 'writing' ? (
              <ProgressNote>{t.writing}</ProgressNote>
            ) : (
              <ProgressNote {...(step.total === 0 ? {} : step)}>{t.fetching}</ProgressNote>
            )}
            <Button icon="close" onClick={() => stop.current.abort()}>
              {t.stop}
            </Button>
          </>
        )}
      </form>
      {made !== null && <Outcome made={made} />}
    </section>
  );
}

function Outcome({ made }: { readonly made: MadeExport | 'stopped' }) {
  const t = useMessages('exports');
  if (made === 'stopped')
    return (
      <StateNote state="warning" announce="polite">
        {t.stopped}
      </StateNote>
    );
  if (made.file === null)
    return (
      <StateNote state="done" announce="polite">
        {t.empty}
      </StateNote>
    );
  return (
    <StateNote state={made.broken === 0 ? 'done' : 'warning'} word={t.done(made.guests)} announce="polite">
      {made.broken > 0 && <p>{t.broken(made.broken)}</p>}
      <p>{t.careful}</p>
    </StateNote>
  );
}
