import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { ComposedFile, FiledGuest } from './compose-register-file.ts';
import { nameOf } from './register-lists.tsx';

/** A file that was made, or would have been: who is in it, who isn't, and who of them can be marked by now. */
export type MadeFile = Pick<ComposedFile, 'whole' | 'unfinished' | 'left'> & { readonly lines: number };

interface RegisterOutcomeProps {
  readonly made: MadeFile;
  readonly working: boolean;
  readonly onMark: (whole: readonly FiledGuest[]) => void;
  /** It was read; whoever wasn't marked stays waiting. */
  readonly onRead: () => void;
}

/** What became of a file. Only whoever is wholly in it is marked; the others are named, and stay waiting. */
export function RegisterOutcome({ made, working, onMark, onRead }: RegisterOutcomeProps) {
  const t = useMessages('staff').register;
  const common = useMessages('common');
  const { whole, unfinished, left, lines } = made;
  const stay = unfinished.length + left.length;
  return (
    <StateNote
      state={stay > 0 ? 'warning' : 'done'}
      word={lines === 0 ? t.fileNone : t.fileDone(lines)}
      announce="polite"
      action={
        <>
          {whole.length > 0 && (
            <Button busy={working} onClick={() => onMark(whole)}>
              {t.fileMark(whole.length, stay)}
            </Button>
          )}
          <Button kind="plain" onClick={onRead}>
            {common.close}
          </Button>
        </>
      }
    >
      {left.length > 0 && (
        <>
          <p>{t.fileLeft}</p>
          <ul>
            {left.map(({ entry, why }) => (
              <Named key={entry.row.registration} entry={entry} words={t.fileLeftWhy[why]} />
            ))}
          </ul>
        </>
      )}
      {unfinished.length > 0 && (
        <>
          <p>{t.fileUnfinished}</p>
          <ul>
            {unfinished.map(({ entry, lacks }) => (
              <Named
                key={entry.row.registration}
                entry={entry}
                words={lacks.map((one) => t.fileLacks[one]).join(t.fileLacksAnd)}
              />
            ))}
          </ul>
        </>
      )}
    </StateNote>
  );
}

function Named({ entry, words }: { readonly entry: DeskEntry; readonly words: string }) {
  const t = useMessages('staff').register;
  return (
    <li>
      <bdi>{nameOf(entry)}</bdi>
      {t.fileColon}
      {words}
    </li>
  );
}
