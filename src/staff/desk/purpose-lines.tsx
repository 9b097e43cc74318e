import { type AgreedWords, agreedToOlderWords } from '../../protocol/agreed-words.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionLine } from '../approvals/question-line.tsx';
import type { DeskEntry } from './desk-entry.ts';
import './purpose-lines.css';

interface PurposeLinesProps {
  readonly row: Pick<DeskEntry['row'], 'registration' | 'purposes' | 'minors'>;
  /** In which words each was agreed to, and today's rules. */
  readonly agreed: readonly AgreedWords[];
  readonly today: Pick<Manifest, 'purposes'>;
  readonly person: Person;
  readonly onOpen: (purpose: PurposeId) => void;
}

/** What the guest sealed for the hotel. What this person wasn't granted has no button. */
export function PurposeLines({ row, agreed, today, person, onOpen }: PurposeLinesProps) {
  const t = useMessages('staff');
  const { registration, purposes, minors } = row;
  return (
    <section className="purpose-lines">
      <h2>{t.guest.purposes}</h2>
      {purposes.length === 0 ? (
        <p>{t.guest.noPurposes}</p>
      ) : (
        <>
          <ul className="purpose-lines__list">
            {purposes.map((purpose) => (
              <li key={purpose} className="purpose-lines__line">
                <Icon name="lock" />
                <span>
                  {t.purposes[purpose]}
                  <Version words={agreed.find((one) => one.purpose === purpose)} today={today} />
                  <QuestionLine registration={registration} minors={minors} purpose={purpose} person={person} />
                </span>
                {person.granted.includes(purpose) ? (
                  <Button
                    data-key="open"
                    aria-label={t.opening.title(t.purposes[purpose])}
                    onClick={() => onOpen(purpose)}
                  >
                    {t.guest.open}
                  </Button>
                ) : (
                  <span className="purpose-lines__refused">{t.guest.notGranted}</span>
                )}
              </li>
            ))}
          </ul>
          <p className="purpose-lines__note">{t.guest.readable}</p>
        </>
      )}
    </section>
  );
}

/** The version a guest's yes was given on; what it says of time and recipients holds for them, whatever today's says. */
function Version({ words, today }: { readonly words: AgreedWords | undefined } & Pick<PurposeLinesProps, 'today'>) {
  const t = useMessages('staff').guest;
  if (words === undefined) return null;
  const older = agreedToOlderWords(words, today);
  return (
    <small className="purpose-lines__version">{older ? t.olderVersion(words.version) : t.version(words.version)}</small>
  );
}
