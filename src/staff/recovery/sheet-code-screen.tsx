import { type ReactNode, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { readPhotographedCode } from '../app/read-photographed-code.ts';
import './sheet-code-screen.css';

interface SheetCodeScreenProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly submit: string;
  readonly working: string;
  /** What a code of another sheet is told. */
  readonly other: string;
  readonly top?: ReactNode;
  /** Opens something with the code; resolves when the screen has done its work. Throws Refusal. */
  readonly onCode: (code: string) => Promise<void>;
  /** Left out where there is no way back. */
  readonly onBack?: (() => void) | undefined;
  readonly back: string;
}

const codeLength = 56;

/** Where the code of a sheet is typed from the paper, or read from a photo of it. A slip of the pen is told from another sheet. */
export function SheetCodeScreen(props: SheetCodeScreenProps) {
  const { onCode, onBack } = props;
  const t = useMessages('staff').recovery;
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [slip, setSlip] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { register, handleSubmit, control, setValue } = useForm({ defaultValues: { code: '' } });
  const typed = useWatch({ control, name: 'code' }).replaceAll(/[\s-]/g, '').length;

  const take = async (code: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setSlip(null);
    try {
      if (code.trim() === '') setSlip(t.codeMissing);
      else {
        await onCode(code);
        return;
      }
    } catch (error) {
      if (error instanceof Refusal && error.code === 'wrong_recovery_code') setSlip(slipWords(error.detail));
      else if (problemOf(error) === 'recovery_wrong') setSlip(props.other);
      else setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
    }
    setBusy(false);
  };
  const submit = handleSubmit(({ code }) => take(code));

  const readPhoto = async (file: File | undefined) => {
    if (file === undefined) return;
    const code = await readPhotographedCode(file);
    if (code === null) {
      setSlip(t.photoNone);
      return;
    }
    setValue('code', code);
    await take(code);
  };

  function slipWords(detail: string | undefined): string {
    if (detail === 'length') return t.wrong.length;
    return detail === 'another sheet' ? props.other : t.wrong.slip;
  }

  return (
    <form noValidate className="place" onSubmit={(event) => void submit(event)}>
      <Screen
        top={props.top}
        actions={
          <>
            <Button kind="primary" type="submit" wide busy={busy}>
              {props.submit}
            </Button>
            {onBack !== undefined && (
              <Button kind="plain" onClick={onBack}>
                {props.back}
              </Button>
            )}
          </>
        }
      >
        <h1>{props.title}</h1>
        <p>{props.text}</p>
        {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
        <div className="sheet-code-screen__code">
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
        <label className="button button--quiet sheet-code-screen__photo">
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
        {busy && <ProgressNote>{props.working}</ProgressNote>}
      </Screen>
    </form>
  );
}
