import { useForm } from 'react-hook-form';
import type { InvitationView } from '../../protocol/invitation.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { NewPassphrase } from '../app/new-passphrase.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import './join-form.css';

interface JoinFormProps {
  readonly hotel: string;
  readonly invited: NonNullable<InvitationView['invited']>;
  readonly busy: boolean;
  readonly problem: AnyProblem | null;
  readonly onJoin: (passphrase: string) => void;
}

/** What somebody is invited to, and the passphrase only they will know. */
export function JoinForm({ hotel, invited, busy, problem, onJoin }: JoinFormProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const form = useForm({ defaultValues: { passphrase: '', again: '' } });
  const { displayName, handle, role, purposes, again } = invited;
  const opened = purposes.map((id) => t.purposes[id]).join(common.listSeparator);
  const submit = form.handleSubmit(({ passphrase }) => onJoin(passphrase));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Screen
        top={<StaffTop />}
        actions={
          <Button kind="primary" type="submit" wide busy={busy}>
            {t.join.submit}
          </Button>
        }
      >
        <h1>{again === undefined ? t.join.title(displayName) : t.join.againTitle(displayName)}</h1>
        <p>{again === undefined ? t.join.text(hotel) : t.join.againText(hotel)}</p>
        <dl className="join-form__facts">
          <dt>{t.team.handle}</dt>
          <dd>{handle}</dd>
          <dt>{t.team.role}</dt>
          <dd>{t.team.roles[role]}</dd>
          <dt>{t.team.opens}</dt>
          <dd>{opened === '' ? t.team.onlyList : opened}</dd>
        </dl>
        {problem !== null && <ProblemNote problem={problem} />}
        {/* For the device's own keeper of passwords. */}
        <input type="text" autoComplete="username" value={handle} readOnly hidden />
        <NewPassphrase
          form={form}
          passphrase="passphrase"
          again="again"
          label={t.join.passphrase}
          hint={t.join.passphraseHint}
        />
        {busy && <ProgressNote>{t.join.working}</ProgressNote>}
      </Screen>
    </form>
  );
}
