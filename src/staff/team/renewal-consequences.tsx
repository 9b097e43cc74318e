import type { Member } from '../../protocol/team-list.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

interface RenewalConsequencesProps {
  /** Everybody who gets no new keys though they stay: no owner has vouched for theirs, or the server doesn't name them. */
  readonly without: readonly Pick<Member, 'name'>[];
  /** Who gets none before they come in anew. */
  readonly shutOut: readonly Pick<Member, 'name'>[];
}

/** What a new epoch means for everybody, as lines of a list; who will be without keys comes first, by name. */
export function RenewalConsequences({ without, shutOut }: RenewalConsequencesProps) {
  const t = useMessages('staff').person.consequences;
  const common = useMessages('common');
  const namesOf = (people: typeof without) => people.map(({ name }) => name).join(common.listSeparator);
  return (
    <>
      {without.length > 0 && (
        <li>
          <b>{t.unconfirmed(namesOf(without))}</b>
        </li>
      )}
      {shutOut.length > 0 && (
        <li>
          <b>{t.shutOut(namesOf(shutOut))}</b>
        </li>
      )}
      <li>{t.keys}</li>
      <li>{t.everybody}</li>
      <li>
        <b>{t.sheet}</b>
      </li>
    </>
  );
}
