import { useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { roleChangeSchema } from '../../protocol/team.ts';
import type { Person } from '../../protocol/staff.ts';
import type { Member } from '../../protocol/team-list.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { givePurpose } from './give-purpose.ts';
import { InviteAgainScreen } from './invite-again-screen.tsx';
import { namedAs, PartingDialog } from './parting-dialog.tsx';
import { SessionsList } from './sessions-list.tsx';
import './person-screen.css';

interface PersonScreenProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly person: Person;
  /** Everybody whose key no owner has vouched for. */
  readonly unconfirmed: readonly Person[];
  /** Whom the signed list has and the server doesn't name. */
  readonly unnamed: readonly Member[];
  /** Who gets no new keys before they come in anew. */
  readonly shutOut: readonly Pick<Member, 'name' | 'person'>[];
  /** What they may open, as the server says and as was signed. */
  readonly opens: readonly PurposeId[];
  /** Whether the hotel would have an owner without this person. */
  readonly dispensable: boolean;
  readonly onChanged: () => void;
  readonly onSay: (words: string) => void;
  readonly onRenewed: () => void;
  readonly onEnded: () => void;
  /** Given the id of an invitation with which this person gets other keys. */
  readonly onInvited: (invitation: string) => void;
  readonly onBack: () => void;
}

/** One member of staff, as an owner sees and changes them. */
export function PersonScreen(props: PersonScreenProps) {
  const { session, hotel, person, unconfirmed, unnamed, shutOut, opens, dispensable } = props;
  const { onChanged, onSay, onRenewed, onEnded, onInvited, onBack } = props;
  const staff = useMessages('staff');
  const t = staff.person;
  const { timers } = useTools();
  const stepUp = useStepUp();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [busy, setBusy] = useState(false);
  // `leave`, `renew`, or a purpose to take away.
  const [parting, setParting] = useState<PurposeId | 'leave' | 'renew' | null>(null);
  const [invitingAgain, setInvitingAgain] = useState(false);
  const owner = person.role === 'owner';
  const isOut = shutOut.some((one) => one.person === person.id);
  const own = person.id === session.person.id;
  const offered = hotel.manifest.manifest.purposes.map(({ id }) => id);

  const change = async (act: () => Promise<void>, words: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await stepUp(act);
      onSay(words);
      onChanged();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    setBusy(false);
  };

  const withheld = [...unconfirmed.map(namedAs), ...unnamed];

  if (invitingAgain) {
    return (
      <InviteAgainScreen
        session={session}
        person={person}
        withheld={withheld}
        shutOut={shutOut}
        onCancel={() => setInvitingAgain(false)}
        onInvited={onInvited}
        onEnded={onEnded}
      />
    );
  }
  return (
    <div className="place">
      <Screen
        actions={
          <Button kind="plain" onClick={onBack}>
            {t.back}
          </Button>
        }
      >
        <h1>
          <bdi>{person.displayName}</bdi>
        </h1>
        {problem !== null && <ProblemNote problem={problem} />}
        {unconfirmed.includes(person) && (
          <StateNote state="warning" word={staff.team.unconfirmed}>
            {staff.team.unconfirmedText}
          </StateNote>
        )}
        {isOut && (
          <StateNote state="warning" word={staff.team.shutOut}>
            {t.shutOutText}
          </StateNote>
        )}
        {owner ? (
          <p>{staff.team.roles.owner}</p>
        ) : (
          <SelectField
            label={staff.team.role}
            options={roleChangeSchema.shape.role.options.map((value) => ({ value, label: staff.team.roles[value] }))}
            value={person.role}
            onChange={(event) => {
              const parsed = roleChangeSchema.safeParse({ role: event.currentTarget.value });
              if (parsed.success) void change(() => session.api.changeRole(person.id, parsed.data), t.roleSaved);
            }}
          />
        )}
        <section className="person-screen__part">
          <h2>{own ? t.ownOpens : t.opens}</h2>
          {owner ? (
            <p>{t.ownerOpens}</p>
          ) : (
            <ul className="person-screen__purposes">
              {offered
                .filter((id) => !isOut || opens.includes(id))
                .map((id) => (
                  <li key={id}>
                    {opens.includes(id) ? (
                      <Button icon="check" wide busy={busy} onClick={() => setParting(id)}>
                        {t.take(staff.purposes[id])}
                      </Button>
                    ) : (
                      <Button
                        icon="add"
                        wide
                        busy={busy}
                        onClick={() => void change(() => givePurpose(session, person, id, timers.now()), t.given)}
                      >
                        {t.give(staff.purposes[id])}
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          )}
        </section>
        <section className="person-screen__part">
          <h2>{own ? t.ownSessions : t.sessions}</h2>
          <SessionsList session={session} person={person.id} onSay={onSay} onEnded={onEnded} />
          <h3>{t.lost}</h3>
          <p>{own ? t.ownLostText : t.lostText}</p>
        </section>
        {!own && (
          <section className="person-screen__part">
            <h2>{t.again.heading}</h2>
            <p>{t.again.lead}</p>
            <Button icon="person" onClick={() => setInvitingAgain(true)}>
              {t.again.open(person.displayName)}
            </Button>
          </section>
        )}
        {own && (
          <section className="person-screen__part">
            <h2>{t.renewHeading}</h2>
            <p>{t.renewLead}</p>
            <Button icon="lock" onClick={() => setParting('renew')}>
              {t.renew}
            </Button>
          </section>
        )}
        {dispensable && (
          <Button kind="destructive" icon="delete" onClick={() => setParting('leave')}>
            {t.remove}
          </Button>
        )}
      </Screen>
      {parting !== null && (
        <PartingDialog
          session={session}
          person={namedAs(person)}
          withheld={withheld}
          shutOut={shutOut}
          what={parting}
          onRenewed={onRenewed}
          onEnded={onEnded}
          onClose={() => setParting(null)}
        />
      )}
    </div>
  );
}
