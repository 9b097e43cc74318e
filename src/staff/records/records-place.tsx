import { useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadExportWords } from '../../ui/messages/load-export-words.ts';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { saveFile } from '../app/save-file.ts';
import { ExportSection } from '../exports/export-section.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { Anchors } from './anchors.tsx';
import './records-place.css';

interface RecordsPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** The log as a whole: taken out as a file, and its state kept elsewhere. */
export function RecordsPlace({ session, hotel, onSay, onEnded }: RecordsPlaceProps) {
  const t = useMessages('records');
  const stepUp = useStepUp();
  const [exporting, setExporting] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  /** The log has grown by an entry, and with it its state. */
  const [exports, setExports] = useState(0);

  async function takeOut() {
    setExporting(true);
    setProblem(null);
    try {
      const answer = await stepUp(() => session.api.exportLog());
      // A line that breaks half-way is no answer; half a log would be kept otherwise.
      const file = await answer.blob().catch(() => null);
      if (file === null) setProblem('offline');
      else {
        saveFile(file, `${t.fileName} ${hotel.property}.jsonl`);
        setExports((before) => before + 1);
        onSay(t.exported);
      }
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    setExporting(false);
  }

  return (
    <div className="place records-place">
      <Screen>
        <div className="off-paper">
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          <section>
            <h2>{t.exportTitle}</h2>
            <p>{t.exportText}</p>
            {problem !== null && <ProblemNote problem={problem} />}
            {exporting && <ProgressNote>{t.exporting}</ProgressNote>}
            <Button icon="download" busy={exporting} onClick={() => void takeOut()}>
              {t.export}
            </Button>
          </section>
          <MoreMessages load={loadExportWords}>
            <ExportSection session={session} />
          </MoreMessages>
        </div>
        <Anchors key={exports} session={session} hotel={hotel} onEnded={onEnded} />
      </Screen>
    </div>
  );
}
