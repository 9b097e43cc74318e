import { useMessages } from '../../ui/messages/messages-provider.tsx';

/** What a new epoch means for everybody, as lines of a list. */
export function RenewalConsequences() {
  const t = useMessages('staff').person.consequences;
  return (
    <>
      <li>{t.keys}</li>
      <li>{t.everybody}</li>
      <li>
        <b>{t.sheet}</b>
      </li>
    </>
  );
}
