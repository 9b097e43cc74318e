import { useState } from 'react';
import type { Person } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { InvitationScreen } from './invitation-screen.tsx';
import { InviteScreen } from './invite-screen.tsx';
import { PersonScreen } from './person-screen.tsx';
import { PersonUpkeep } from './person-upkeep.tsx';
import { RefusedList } from './refused-list.tsx';
import { UnlistedOwner } from './unlisted-owner.tsx';
import { UnnamedPeople } from './unnamed-people.tsx';
import { opensOf, useTeam } from './use-team.ts';
import { WaitingInvitations } from './waiting-invitations.tsx';
import './team-place.css';

interface TeamPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onSay: (words: string) => void;
  /** The list was begun anew, or the owner put into it. */
  readonly onAnew: () => void;
  readonly onRenewed: () => void;
  readonly onEnded: () => void;
}

export function TeamPlace({ session, hotel, onSay, onAnew, onRenewed, onEnded }: TeamPlaceProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const { timers } = useTools();
  const { manifest } = hotel.manifest;
  const { team, problem, load } = useTeam(session, manifest);
  const nothing = { people: null, members: [], unnamed: [], unconfirmed: [], shutOut: [], listed: true, refused: null };
  const { people, members, unnamed, unconfirmed, shutOut, listed, refused } = team ?? nothing;
  // `new`, or an invitation's id.
  const [inviting, setInviting] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = people?.find(({ id }) => id === chosen);
  if (shown !== undefined) {
    return (
      <PersonScreen
        session={session}
        hotel={hotel}
        person={shown}
        unconfirmed={unconfirmed}
        unnamed={unnamed}
        shutOut={shutOut}
        opens={opensOf(members, shown)}
        dispensable={
          // Whoever removes another stays as an owner, whomever the server names.
          shown.id !== session.person.id ||
          (people?.some(({ id, role }) => role === 'owner' && id !== shown.id) ?? false)
        }
        onChanged={load}
        onSay={onSay}
        onRenewed={onRenewed}
        onEnded={onEnded}
        onInvited={(invitation) => {
          setChosen(null);
          setInviting(invitation);
          // Somebody may be shut out by it.
          load();
        }}
        onBack={() => setChosen(null)}
      />
    );
  }
  if (inviting === 'new') {
    return (
      <InviteScreen
        session={session}
        hotel={hotel}
        onCancel={() => setInviting(null)}
        onInvited={(invitation) => setInviting(invitation)}
      />
    );
  }
  if (inviting !== null) {
    return (
      <InvitationScreen
        session={session}
        hotel={hotel}
        id={inviting}
        onBack={() => {
          setInviting(null);
          load();
        }}
        onAdded={(name, before) => {
          setInviting(null);
          onSay(before ? t.team.addedBefore(name) : t.team.added(name));
          load();
        }}
        onRenewed={onRenewed}
      />
    );
  }
  return (
    <div className="place">
      <Screen
        actions={
          <Button kind="primary" icon="add" wide onClick={() => setInviting('new')}>
            {t.team.add}
          </Button>
        }
      >
        <h1>{t.team.title}</h1>
        <p>{t.team.lead}</p>
        {problem !== null && <UnreadNote problem={problem} onRetry={load} />}
        {refused !== null && (
          <RefusedList
            session={session}
            manifest={manifest}
            refused={refused}
            onBegun={() => {
              onSay(t.team.anewDone);
              onAnew();
              load();
            }}
          />
        )}
        {!listed && refused === null && (
          <UnlistedOwner
            session={session}
            manifest={manifest}
            onListed={() => {
              onSay(t.team.listed);
              onAnew();
              load();
            }}
          />
        )}
        {people?.filter(({ role }) => role === 'owner').length === 1 && (
          <StateNote state="waiting" word={t.team.oneOwner}>
            {t.team.oneOwnerText}
          </StateNote>
        )}
        {people === null && problem === null && <ProgressNote>{t.team.loading}</ProgressNote>}
        <ul className="team-place__people">
          {people?.map((person) => (
            <li key={person.id}>
              <p className="team-place__name">
                <bdi>{person.displayName}</bdi>
                {person.id === session.person.id && <small>{t.team.you}</small>}
              </p>
              <p className="team-place__facts">
                {t.team.roles[person.role]} · {person.handle}
              </p>
              <p className="team-place__facts">{opened(person)}</p>
              {refused === null && unconfirmed.includes(person) && (
                <StateNote state="warning" word={t.team.unconfirmed}>
                  {t.team.unconfirmedText}
                </StateNote>
              )}
              <PersonUpkeep person={person} now={timers.now()} />
              <Button onClick={() => setChosen(person.id)}>{t.person.manage(person.displayName)}</Button>
            </li>
          ))}
        </ul>
        <UnnamedPeople
          session={session}
          unnamed={unnamed}
          unconfirmed={unconfirmed}
          shutOut={shutOut}
          onRenewed={onRenewed}
          onEnded={onEnded}
        />
        <WaitingInvitations session={session} onShow={setInviting} onSay={onSay} onLetIn={load} onEnded={onEnded} />
      </Screen>
    </div>
  );

  function opened(person: Person): string {
    const names = opensOf(members, person).map((id) => t.purposes[id]);
    return names.length === 0 ? t.team.onlyList : t.team.opensThese(names.join(common.listSeparator));
  }
}
