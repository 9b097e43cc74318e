import { useEffect, useState } from 'react';
import type { Invitation } from '../../protocol/invitation.ts';
import { Button } from '../../ui/components/button.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Session } from '../session/sign-in.ts';
import { ShutOut } from './shut-out.tsx';

interface WaitingInvitationsProps {
  readonly session: Session;
  readonly onShow: (invitation: string) => void;
  readonly onSay: (words: string) => void;
  /** Somebody who was shut out isn't any more. */
  readonly onLetIn: () => void;
  readonly onEnded: () => void;
}

/** Who was invited and hasn't been confirmed, and who is shut out beyond that; nothing where nobody is. */
export function WaitingInvitations({ session, onShow, onSay, onLetIn, onEnded }: WaitingInvitationsProps) {
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
        {waiting.map((invitation) => {
          const { id, displayName, role, state, by, expiresAt } = invitation;
          return (
            <li key={id}>
              <p className="team-place__name">
                <bdi>{displayName}</bdi>
              </p>
              <p className="team-place__facts">
                {t.roles[role]}
                {' · '}
                {state === 'expired'
                  ? t.shutOut
                  : by === person.id
                    ? state === 'answered'
                      ? t.answered
                      : t.notAnswered(formatInstant(expiresAt, language, 'Asia/Shanghai', 'time'))
                    : t.byOther}
              </p>
              {state === 'expired' ? (
                <ShutOut
                  session={session}
                  invitation={invitation}
                  onEnded={onEnded}
                  onLetIn={() => {
                    onSay(t.letInDone(displayName));
                    setWaiting((known) => known.filter((one) => one.id !== id));
                    onLetIn();
                  }}
                />
              ) : (
                by === person.id && <Button onClick={() => onShow(id)}>{t.showInvitation(displayName)}</Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
