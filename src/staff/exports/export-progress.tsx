import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import type { MadeExport } from './export-messages.ts';
import type { ExportState } from './export-run.ts';
import type { ExportStep } from './make-export.ts';

/** How far the file is, or what became of it. Nothing where none was asked for. */
export function ExportProgress({ state, onStop }: { readonly state: ExportState; readonly onStop: () => void }) {
  const t = useMessages('exports');
  switch (state.kind) {
    case 'none':
      return null;
    case 'begun':
      return <UnderWay step={null} onStop={onStop} />;
    case 'under-way':
      return <UnderWay step={state.step} onStop={onStop} />;
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

function UnderWay({ step, onStop }: { readonly step: ExportStep | null; readonly onStop: () => void }) {
  const t = useMessages('exports');
  return (
    <>
      {step === 'writing' ? (
        <ProgressNote>{t.writing}</ProgressNote>
      ) : (
        <ProgressNote {...(step === null || step.total === 0 ? {} : { done: step.done, total: step.total })}>
          {step?.cut === true ? t.cut : t.fetching}
        </ProgressNote>
      )}
      <p>{t.meanwhile}</p>
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
