import { languages } from '../../protocol/languages.ts';
import type { Person } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { LanguageSwitch } from '../../ui/components/language-switch.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useChooseLanguage } from '../app/language-choice.tsx';
import './menu-dialog.css';

interface MenuDialogProps {
  readonly open: boolean;
  readonly person: Person;
  readonly sound: boolean;
  readonly onSound: (on: boolean) => void;
  readonly onAccount: () => void;
  readonly onTraining: () => void;
  readonly onHelp: () => void;
  readonly onWords: () => void;
  readonly onSessions: () => void;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
}

export function MenuDialog({
  open,
  person,
  sound,
  onSound,
  onAccount,
  onTraining,
  onHelp,
  onWords,
  onSessions,
  onSignOut,
  onClose,
}: MenuDialogProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const choose = useChooseLanguage();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={
        <>
          <bdi>{person.displayName}</bdi> <small className="menu-dialog__role">{t.team.roles[person.role]}</small>
        </>
      }
      actions={
        <Button kind="plain" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      <div className="menu-dialog__things">
        <LanguageSwitch languages={languages} onSelect={choose} />
        <Button icon={sound ? 'sound-off' : 'sound'} wide onClick={() => onSound(!sound)}>
          {sound ? t.shell.soundOff : t.shell.soundOn}
        </Button>
        <Button icon="person" wide onClick={onAccount}>
          {t.account.title}
        </Button>
        <Button icon="check" wide onClick={onTraining}>
          {t.training.title}
        </Button>
        <Button icon="info" wide onClick={onHelp}>
          {t.shell.help}
        </Button>
        <Button icon="language" wide onClick={onWords}>
          {t.words.open}
        </Button>
        <Button icon="lock" wide onClick={onSessions}>
          {t.shell.sessions}
        </Button>
        <Button icon="leaving" wide onClick={onSignOut}>
          {t.shell.signOut}
        </Button>
      </div>
    </Dialog>
  );
}
