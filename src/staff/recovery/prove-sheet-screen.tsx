import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { proveSheet, rehearseSheet } from './recovery-sheet.ts';
import { SheetCodeScreen } from './sheet-code-screen.tsx';

interface ProveSheetScreenProps {
  readonly session: Session;
  /** Tried before, and tried again so that it is known to be there still. */
  readonly rehearsal: boolean;
  /** Left out when the sheet can't be shown again. */
  readonly onBack?: (() => void) | undefined;
  readonly onProven: () => void;
}

/** The paper must open the test record. */
export function ProveSheetScreen({ session, rehearsal, onBack, onProven }: ProveSheetScreenProps) {
  const t = useMessages('staff').recovery;
  const common = useMessages('common');
  const { timers, random } = useTools();
  const stepUp = useStepUp();
  return (
    <SheetCodeScreen
      title={rehearsal ? t.rehearsal.title : t.proveTitle}
      text={rehearsal ? t.rehearsal.text : t.proveText}
      submit={t.check}
      working={t.checking}
      other={t.wrong.other}
      back={rehearsal ? common.cancel : t.backToSheet}
      onBack={onBack}
      onCode={async (code) => {
        await stepUp(() =>
          rehearsal ? rehearseSheet(session, code, { now: timers.now(), random }) : proveSheet(session, code),
        );
        onProven();
      }}
    />
  );
}
