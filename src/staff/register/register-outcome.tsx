import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { ToldFile } from './made-file.ts';
import { nameOf } from './register-lists.tsx';

interface RegisterOutcomeProps {
  readonly made: ToldFile;
  /** Who made it, by name where that may be read. */
  readonly whoIs: (by: string) => string;
  readonly working: boolean;
  readonly onMark: () => void;
  /** It was read; whoever wasn't marked stays waiting. */
  readonly onRead: () => void;
}

/** What became of a file. Only whoever is wholly in it is marked; the others are named, and stay waiting. */
export function RegisterOutcome({ made, whoIs, working, onMark, onRead }: RegisterOutcomeProps) {
  const language = useLanguage();
  const t = useMessages('staff').register;
  const common = useMessages('common');
  const { whole, unfinished, left, lines, isEarlier } = made;
  const when = formatInstant(made.at, language, 'Asia/Shanghai');
  const stay = unfinished.length + left.length;
  return (
    <StateNote
      state={stay > 0 || isEarlier ? 'warning' : 'done'}
      word={isEarlier ? t.fileEarlier(when) : lines === 0 ? t.fileNone : t.fileDone(lines)}
      announce="polite"
      action={
        <>
          {whole.length > 0 && (
            <Button busy={working} onClick={onMark}>
              {t.fileMark(whole.length, stay)}
            </Button>
          )}
          <Button kind="plain" onClick={onRead}>
            {common.close}
          </Button>
        </>
      }
    >
      {isEarlier && <p>{t.fileEarlierText(lines, whoIs(made.by))}</p>}
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
      {words !== '' && t.fileColon + words}
    </li>
  );
}
