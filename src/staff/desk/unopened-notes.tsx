import type { Manifest } from '../../protocol/manifest.ts';
import { Disclosure } from '../../ui/components/disclosure.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';
import { keyName } from '../words/key-name.ts';
import './unopened-notes.css';

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
        <UnopenedNote
          word={t.unopened(today.join(common.listSeparator))}
          text={owner ? t.unopenedOwner : t.unopenedText}
          ways={owner ? t.unopenedOwnerWays : []}
        />
      )}
      {before.length > 0 && (
        <UnopenedNote
          word={t.unopenedBefore(before.join(common.listSeparator))}
          text={owner ? t.unopenedBeforeOwner : t.unopenedBeforeText}
          ways={owner ? t.unopenedBeforeOwnerWays : []}
        />
      )}
    </>
  );
}

interface UnopenedNoteProps {
  readonly word: string;
  readonly text: string;
  readonly ways: readonly string[];
}

/** It stands above every place of the desk, so the ways on take no room until they are asked for. */
function UnopenedNote({ word, text, ways }: UnopenedNoteProps) {
  const t = useMessages('staff').shell;
  return (
    <div className="desk-shell__note off-paper">
      <StateNote state="warning" word={word} announce="polite">
        <p>{text}</p>
        {ways.length > 0 && (
          <Disclosure summary={t.unopenedWays}>
            <ul className="unopened-notes__ways">
              {ways.map((way) => (
                <li key={way}>{way}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </StateNote>
    </div>
  );
}
