import { useEffect, useState } from 'react';
import { permissionsOf } from '../../protocol/roles.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';

/** Who took a step, as far as this person may know colleagues by name; else by the code guests see too. */
export function useNames({ api, person }: Session): (by: string) => string {
  const t = useMessages('requests');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const mayRead = permissionsOf[person.role].includes('people.read');
  useEffect(() => {
    if (!mayRead) return;
    api.people().then(
      (people) => setNames(new Map(people.map(({ id, displayName }) => [id, displayName]))),
      // The codes do as well.
      () => undefined,
    );
  }, [api, mayRead]);
  return (by) => {
    if (by === 'guest') return t.byGuest;
    if (by === 'server') return t.bySystem;
    if (by === person.id) return t.you;
    return names.get(by) ?? t.someone(by.slice(-4));
  };
}
