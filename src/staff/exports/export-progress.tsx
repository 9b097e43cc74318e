import type { ReactNode } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import type { MadeExport } from './export-messages.ts';
import type { ExportState } from './export-run.ts';
import type { ExportStep } from './make-export.ts';

interface ExportProgressProps {
  readonly state: ExportState;
  readonly onStop: () => void;
  /** At another place than where it began: what became of it goes when it was read. */
  readonly onRead?: (() => void) | undefined;
}

/** How far the file is, or what became of it. Nothing where none was asked for. */
export function ExportProgress({ state, onStop, onRead }: ExportProgressProps) {
  const t = useMessages('exports');
  const common = useMessages('common');
  const action = onRead === undefined ? undefined : <Button onClick={onRead}>{common.close}</Button>;
  const elsewhere = onRead !== undefined;
  switch (state.kind) {
    case 'none':
      return null;
    case 'begun':
      return <UnderWay step={null} elsewhere={elsewhere} onStop={onStop} />;
    case 'under-way':
      return <UnderWay step={state.step} elsewhere={elsewhere} onStop={onStop} />;
    case 'failed':
      return <ProblemNote problem={state.problem} action={action} unasked={state.midway} />;
    case 'stopped':
      return (
        <StateNote state="warning" word={t.stopped} announce="polite" action={action}>
          {t.stoppedText}
        </StateNote>
      );
    case 'made':
      return <Outcome made={state.made} action={action} />;
  }
}

interface UnderWayProps {
  /** Null before the server has said how many there are. */
  readonly step: ExportStep | null;
  readonly elsewhere: boolean;
  readonly onStop: () => void;
}

function UnderWay({ step, elsewhere, onStop }: UnderWayProps) {
  const t = useMessages('exports');
  return (
    <>
      <ProgressNote {...(step === null || step.total === 0 ? {} : { done: step.done, total: step.total })}>
        {step?.cut === true ? t.cut : elsewhere ? t.elsewhere : t.fetching}
      </ProgressNote>
      {!elsewhere && <p>{t.meanwhile}</p>}
      <Button icon="close" onClick={onStop}>
        {t.stop}
      </Button>
    </>
  );
}

function Outcome({ made, action }: { readonly made: MadeExport; readonly action: ReactNode }) {
  const t = useMessages('exports');
  if (made.file === null)
    return (
      <StateNote state="done" announce="polite" action={action}>
        {t.empty}
      </StateNote>
    );
  return (
    <StateNote
      state={made.broken === 0 ? 'done' : 'warning'}
      word={t.done(made.guests)}
      announce="polite"
      action={action}
    >
      {made.broken > 0 && <p>{t.broken(made.broken)}</p>}
      <p>{t.careful}</p>
    </StateNote>
  );
}
