import { useState } from 'react';
import type { Person } from '../../protocol/staff.ts';
import type { Member } from '../../protocol/team-list.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';
import { namedAs, PartingDialog } from './parting-dialog.tsx';

interface UnnamedPeopleProps {
  readonly session: Session;
  /** Whom the signed list has and the server doesn't name. */
  readonly unnamed: readonly Member[];
  readonly unconfirmed: readonly Person[];
  /** Who gets no new keys before they come in anew. */
  readonly shutOut: readonly Pick<Member, 'name' | 'person'>[];
  readonly onRenewed: () => void;
  readonly onEnded: () => void;
}

/** Those of the signed list whom the server leaves out: they have keys, so an owner has to see them, and can remove them. */
export function UnnamedPeople(props: UnnamedPeopleProps) {
  const { session, unnamed, unconfirmed, shutOut, onRenewed, onEnded } = props;
  const t = useMessages('staff').team;
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <>
      {unnamed.length > 0 && (
        <ul className="team-place__people">
          {unnamed.map((member) => (
            <li key={member.person}>
              <p className="team-place__name">
                <bdi>{member.name}</bdi>
              </p>
              <StateNote state="warning" word={t.unnamed}>
                {t.unnamedText}
              </StateNote>
              <Button kind="destructive" icon="delete" onClick={() => setLeaving(member)}>
                {t.removeUnnamed(member.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {leaving !== null && (
        <PartingDialog
          session={session}
          person={leaving}
          withheld={[...unconfirmed.map(namedAs), ...unnamed]}
          shutOut={shutOut}
          what="leave"
          onRenewed={onRenewed}
          onEnded={onEnded}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
