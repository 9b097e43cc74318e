import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { TickField } from '../app/tick-field.tsx';
import './help-dialog.css';

interface HelpDialogProps {
  readonly open: boolean;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

export function HelpDialog({ open, singleKeys, onSingleKeys, onClose }: HelpDialogProps) {
  const t = useMessages('staff').help;
  const common = useMessages('common');
  const keys: readonly (readonly [string, string])[] = [
    ['/', t.search],
    ['↓ ↑', t.upDown],
    ['1 2 3 4', t.views],
    ['f', t.options],
    ['t', t.table],
    ['o', t.open],
    ['a', t.arrive],
    ['Esc', t.back],
    ['d', t.desk],
    ['r', t.requests],
    ['n', t.newRequest],
    ['l', t.lock],
    ['s', t.sound],
    ['?', t.help],
  ];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.title}
      actions={
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      <p>{t.hint}</p>
      <dl className="help-dialog__keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <TickField
        label={t.single}
        hint={t.turnOff}
        checked={singleKeys}
        onChange={(event) => onSingleKeys(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
