import type { Member } from '../../protocol/team-list.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';

interface RenewalConsequencesProps {
  /** Everybody who gets no new keys though they stay: no owner has vouched for theirs, or the server doesn't name them. */
  readonly without: readonly Pick<Member, 'name'>[];
}

/** What a new epoch means for everybody, as lines of a list; who will be without keys comes first, by name. */
export function RenewalConsequences({ without }: RenewalConsequencesProps) {
  const t = useMessages('staff').person.consequences;
  const common = useMessages('common');
  return (
    <>
      {without.length > 0 && (
        <li>
          <b>{t.unconfirmed(without.map(({ name }) => name).join(common.listSeparator))}</b>
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
