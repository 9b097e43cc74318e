import type { SettingsSaving } from '../../protocol/hotel-settings.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

export interface Shortening {
  readonly saving: SettingsSaving;
  readonly atOnce: number;
  readonly earlier: number;
}

interface ShorterWaitDialogProps {
  readonly shortening: Shortening;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Whom a shorter wait destroys at once, and whom earlier, before it is saved. */
export function ShorterWaitDialog({ shortening, onConfirm, onClose }: ShorterWaitDialogProps) {
  const t = useMessages('staff').settings;
  const common = useMessages('common');
  const { atOnce, earlier } = shortening;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.shorterTitle}
      actions={
        <>
          <Button kind="plain" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button kind={atOnce > 0 ? 'destructive' : 'quiet'} onClick={onConfirm}>
            {t.shorterSubmit}
          </Button>
        </>
      }
    >
      {atOnce > 0 && <p>{t.shorterAtOnce(atOnce)}</p>}
      {earlier > 0 && <p>{t.shorterEarlier(earlier)}</p>}
    </Dialog>
  );
}
