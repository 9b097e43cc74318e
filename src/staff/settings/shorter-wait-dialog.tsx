import type { SettingsSaving } from '../../protocol/hotel-settings.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';

export interface Shortening {
  readonly saving: SettingsSaving;
  readonly atOnce: number;
  readonly earlier: number;
  /** More are destroyed at once than were shown before. */
  readonly grown: boolean;
}

interface ShorterWaitDialogProps {
  readonly shortening: Shortening;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Whom a shorter wait destroys at once, and whom earlier, before it is saved. */
export function ShorterWaitDialog({ shortening, onConfirm, onClose }: ShorterWaitDialogProps) {
  const t = useMessages('staff').settings;
  const { atOnce, earlier, grown } = shortening;
  return (
    <QuestionDialog
      onClose={onClose}
      title={t.shorterTitle}
      action={
        <Button kind={atOnce > 0 ? 'destructive' : 'quiet'} onClick={onConfirm}>
          {t.shorterSubmit}
        </Button>
      }
    >
      {grown && (
        <StateNote state="warning" word={t.shorterGrown} announce="now">
          {t.shorterGrownText}
        </StateNote>
      )}
      {atOnce > 0 && <p>{t.shorterAtOnce(atOnce)}</p>}
      {earlier > 0 && <p>{atOnce > 0 ? t.shorterEarlierToo(earlier) : t.shorterEarlier(earlier)}</p>}
    </QuestionDialog>
  );
}
