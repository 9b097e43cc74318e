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
  /** Without what was said where it began. */
  readonly brief?: boolean;
  readonly onStop: () => void;
}

/** How far the file is, or what became of it. Nothing where none was asked for. */
export function ExportProgress({ state, brief = false, onStop }: ExportProgressProps) {
  const t = useMessages('exports');
  switch (state.kind) {
    case 'none':
      return null;
    case 'begun':
      return <UnderWay step={null} brief={brief} onStop={onStop} />;
    case 'under-way':
      return <UnderWay step={state.step} brief={brief} onStop={onStop} />;
    case 'failed':
      return <ProblemNote problem={state.problem} />;
    case 'stopped':
      return (
        <StateNote state="warning" announce="polite">
          {t.stopped}
        </StateNote>
      );
    case 'made':
      return <Outcome made={state.made} />;
  }
}

interface UnderWayProps {
  /** Null before the server has said how many there are. */
  readonly step: ExportStep | null;
  readonly brief: boolean;
  readonly onStop: () => void;
}

function UnderWay({ step, brief, onStop }: UnderWayProps) {
  const t = useMessages('exports');
  return (
    <>
      <ProgressNote {...(step === null || step.total === 0 ? {} : { done: step.done, total: step.total })}>
        {step?.cut === true ? t.cut : t.fetching}
      </ProgressNote>
      {!brief && <p>{t.meanwhile}</p>}
      <Button icon="close" onClick={onStop}>
        {t.stop}
      </Button>
    </>
  );
}

function Outcome({ made }: { readonly made: MadeExport }) {
  const t = useMessages('exports');
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
