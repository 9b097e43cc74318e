import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { readPhotographedCode } from './read-photographed-code.ts';
import { proveSheet } from './recovery-sheet.ts';
import './prove-sheet-screen.css';

interface ProveSheetScreenProps {
  readonly session: Session;
  /** Left out when the sheet can't be shown again. */
  readonly onBack?: (() => void) | undefined;
  readonly onProven: () => void;
}

const codeLength = 56;

/** The paper must open the test record: typed from it, or read from a photo of it. */
export function ProveSheetScreen({ session, onBack, onProven }: ProveSheetScreenProps) {
  const t = useMessages('staff').recovery;
  const stepUp = useStepUp();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [slip, setSlip] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const { register, handleSubmit, control, setValue } = useForm({ defaultValues: { code: '' } });
  const typed = useWatch({ control, name: 'code' }).replaceAll(/[\s-]/g, '').length;

  const prove = async (code: string) => {
    if (working) return;
    setWorking(true);
    setProblem(null);
    setSlip(null);
    try {
      if (code.trim() === '') setSlip(t.codeMissing);
      else {
        await stepUp(() => proveSheet(session, code));
        onProven();
        return;
      }
    } catch (error) {
      if (error instanceof Refusal && error.code === 'wrong_recovery_code') setSlip(slipWords(error.detail));
      else if (problemOf(error) === 'recovery_wrong') setSlip(t.wrong.other);
      else setProblem(problemOf(error));
    }
    setWorking(false);
  };
  const submit = handleSubmit(({ code }) => prove(code));

  const readPhoto = async (file: File | undefined) => {
    if (file === undefined) return;
    const code = await readPhotographedCode(file);
    if (code === null) {
      setSlip(t.photoNone);
      return;
    }
    setValue('code', code);
    await prove(code);
  };

  function slipWords(detail: string | undefined): string {
    if (detail === 'length') return t.wrong.length;
    return detail === 'another sheet' ? t.wrong.other : t.wrong.slip;
  }

  return (
    <form noValidate className="place" onSubmit={(event) => void submit(event)}>
      <Screen
        actions={
          <>
            <Button kind="primary" type="submit" wide busy={working}>
              {t.check}
            </Button>
            {onBack !== undefined && (
              <Button kind="plain" onClick={onBack}>
                {t.backToSheet}
              </Button>
            )}
          </>
        }
      >
        <h1>{t.proveTitle}</h1>
        <p>{t.proveText}</p>
        {problem !== null && <ProblemNote problem={problem} />}
        <div className="prove-sheet-screen__code">
          <TextArea
            label={t.code}
            hint={`${t.codeHint} ${t.characters(typed, codeLength)}`}
            error={slip ?? undefined}
            rows={3}
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
            {...register('code')}
          />
        </div>
        <label className="button button--quiet prove-sheet-screen__photo">
          {t.photo}
          <input
            type="file"
            accept="image/*"
            className="visually-hidden"
            onChange={(event) => {
              void readPhoto(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {working && <ProgressNote>{t.checking}</ProgressNote>}
      </Screen>
    </form>
  );
}
