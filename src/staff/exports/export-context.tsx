import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { useDraft } from '../app/drafts.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { ExportRun, isUnderWay } from './export-run.ts';

const ExportContext = createContext<ExportRun | undefined>(undefined);

interface ExportProviderProps {
  readonly session: Session;
  readonly onEnded: () => void;
  readonly children: ReactNode;
}

/**
 * Keeps the file that is being made while somebody goes from place to place. Nothing is made behind a locked screen: whoever comes back
 * reads there that it was stopped.
 */
export function ExportProvider({ session, onEnded, children }: ExportProviderProps) {
  const { timers, openExportThread } = useTools();
  const prove = useStepUp();
  const [cutOff, putCutOff] = useDraft('exportCutOff');
  const [run] = useState(
    () => new ExportRun({ session, timers, openThread: openExportThread, prove, onEnded, cutOff: cutOff === true }),
  );
  useEffect(() => {
    putCutOff(undefined);
    return () => {
      if (isUnderWay(run.snapshot())) putCutOff(true);
      run.stop();
    };
  }, [run, putCutOff]);
  return <ExportContext value={run}>{children}</ExportContext>;
}

export function useExportRun() {
  const run = use(ExportContext);
  if (run === undefined) throw new Error('there is no ExportProvider above');
  return { run, state: useSyncExternalStore(run.subscribe, run.snapshot) };
}
