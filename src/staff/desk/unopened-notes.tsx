import type { Manifest } from '../../protocol/manifest.ts';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';
import { keyName } from '../words/key-name.ts';

interface UnopenedNotesProps {
  readonly session: Session;
  readonly manifest: Manifest;
}

/** Which of one's own keys are damaged, those of today and those of before, and the way on: an owner's isn't a colleague's. */
export function UnopenedNotes({ session: { keyring, person }, manifest }: UnopenedNotesProps) {
  const staff = useMessages('staff');
  const common = useMessages('common');
  const t = staff.shell;
  const owner = person.role === 'owner';
  const keys = [{ id: 'card' as const, keyId: manifest.card.keyId }, ...manifest.purposes];
  const isToday = (purpose: string) => keys.some(({ id, keyId }) => id === purpose && !keyring.holds(keyId));
  const named = (today: boolean) =>
    keyring.unopened.filter((purpose) => isToday(purpose) === today).map((purpose) => keyName(staff, purpose));
  const [today, before] = [named(true), named(false)];
  return (
    <>
      {today.length > 0 && (
        <div className="desk-shell__note off-paper">
          <StateNote state="warning" word={t.unopened(today.join(common.listSeparator))} announce="polite">
            {owner ? t.unopenedOwner : t.unopenedText}
          </StateNote>
        </div>
      )}
      {before.length > 0 && (
        <div className="desk-shell__note off-paper">
          <StateNote state="warning" word={t.unopenedBefore(before.join(common.listSeparator))} announce="polite">
            {owner ? t.unopenedBeforeOwner : t.unopenedBeforeText}
          </StateNote>
        </div>
      )}
    </>
  );
}
