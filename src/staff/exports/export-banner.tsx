import { loadExportWords } from '../../ui/messages/load-export-words.ts';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { useExportRun } from './export-context.tsx';
import { ExportProgress } from './export-progress.tsx';
import './export-banner.css';

/** At every place but its own: how far the file is that somebody had made, and what became of it. */
export function ExportBanner() {
  const { run, state } = useExportRun();
  return (
    <MoreMessages load={loadExportWords}>
      <div className="export-banner desk-shell__note off-paper">
        <ExportProgress state={state} onStop={run.stop} onRead={run.forget} />
      </div>
    </MoreMessages>
  );
}
