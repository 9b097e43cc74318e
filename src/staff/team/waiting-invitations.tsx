import { useEffect, useState } from 'react';
import type { Invitation } from '../../protocol/invitation.ts';
import { Button } from '../../ui/components/button.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';

interface WaitingInvitationsProps {
  readonly session: Session;
  readonly onShow: (invitation: string) => void;
}

/** Who was invited and hasn't been confirmed; nothing where nobody was. */
export function WaitingInvitations({ session, onShow }: WaitingInvitationsProps) {
  const t = useMessages('staff').team;
  const language = useLanguage();
  const [waiting, setWaiting] = useState<readonly Invitation[]>([]);
  const { api, person } = session;
  useEffect(() => {
    // The list of people says when the server can't be reached.
    api.invitations().then(setWaiting, () => setWaiting([]));
  }, [api]);
  if (waiting.length === 0) return null;
  return (
    <>
      <h2>{t.waiting}</h2>
      <ul className="team-place__people">
        {waiting.map(({ id, displayName, role, state, by, expiresAt }) => (
          <li key={id}>
            <p className="team-place__name">
              <bdi>{displayName}</bdi>
            </p>
            <p className="team-place__facts">
              {t.roles[role]}
              {' · '}
              {by === person.id
                ? state === 'answered'
                  ? t.answered
                  : t.notAnswered(formatInstant(expiresAt, language, 'Asia/Shanghai', 'time'))
                : t.byOther}
            </p>
            {by === person.id && <Button onClick={() => onShow(id)}>{t.showInvitation(displayName)}</Button>}
          </li>
        ))}
      </ul>
    </>
  );
}
