import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { ExportRun } from './export-run.ts';

const ExportContext = createContext<ExportRun | undefined>(undefined);

interface ExportProviderProps {
  readonly session: Session;
  readonly onEnded: () => void;
  readonly children: ReactNode;
}

/** Keeps the file that is being made while somebody goes from place to place. Nothing is made behind a locked screen. */
export function ExportProvider({ session, onEnded, children }: ExportProviderProps) {
  const { timers, openExportThread } = useTools();
  const prove = useStepUp();
  const [run] = useState(() => new ExportRun({ session, timers, openThread: openExportThread, prove, onEnded }));
  useEffect(() => run.stop, [run]);
  return <ExportContext value={run}>{children}</ExportContext>;
}

export function useExportRun() {
  const run = use(ExportContext);
  if (run === undefined) throw new Error('there is no ExportProvider above');
  return { run, state: useSyncExternalStore(run.subscribe, run.snapshot) };
}
