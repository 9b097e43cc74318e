import { Button } from '../../ui/components/button.tsx';
import { loadExportWords } from '../../ui/messages/load-export-words.ts';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useExportRun } from './export-context.tsx';
import { ExportProgress } from './export-progress.tsx';
import { isUnderWay } from './export-run.ts';

/** At every place but its own: how far the file is that somebody had made, and what became of it. */
export function ExportBanner() {
  const common = useMessages('common');
  const { run, state } = useExportRun();
  return (
    <MoreMessages load={loadExportWords}>
      <div className="desk-shell__note off-paper">
        <ExportProgress state={state} brief onStop={run.stop} />
        {!isUnderWay(state) && <Button onClick={run.forget}>{common.close}</Button>}
      </div>
    </MoreMessages>
  );
}
