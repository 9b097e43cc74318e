import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type AnyProblem } from '../../protocol/problems.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import type { RequestKind, RequestOrigin } from '../../protocol/request.ts';
import { Button } from '../../ui/components/button.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { DeskSnapshot } from '../desk/desk-snapshot.ts';
import { GuestRow } from '../desk/guest-row.tsx';
import type { Session } from '../session/sign-in.ts';
import { FindGuest, type FindRows } from './find-guest.tsx';
import './open-request-form.css';

interface OpenRequestFormProps {
  readonly session: Session;
  readonly snapshot: DeskSnapshot;
  readonly find: FindRows;
  readonly registration: string | null;
  /** Working days the hotel has for it. */
  readonly days: number;
  readonly onOpened: (request: string) => void;
  readonly onBack: () => void;
  readonly onEnded: () => void;
}

const kinds: readonly RequestKind[] = ['deletion', 'withdrawal', 'correction', 'access'];
const origins: readonly Exclude<RequestOrigin, 'guest'>[] = ['desk-in-person', 'desk-call-back'];

/** Opens a request for a guest without the secret: for whom, what, and how it is made sure that it is them. */
export function OpenRequestForm(props: OpenRequestFormProps) {
  const { session, snapshot, find, registration: first, days, onOpened, onBack, onEnded } = props;
  const t = useMessages('requests');
  const staff = useMessages('staff');
  const [registration, setRegistration] = useState(first);
  const [kind, setKind] = useState<RequestKind | ''>('');
  const [purpose, setPurpose] = useState<PurposeId | ''>('');
  const [origin, setOrigin] = useState<Exclude<RequestOrigin, 'guest'> | ''>('');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const entry = registration === null ? undefined : snapshot.entries.get(registration);
  const takeable = entry?.row.purposes.filter((id) => purposeTemplates[id].basis === 'consent') ?? [];
  const kindError =
    kind === '' ? t.form.missing : kind === 'withdrawal' && entry === undefined ? t.form.withdrawalNeedsGuest : null;
  const purposeError =
    kind === 'withdrawal' && entry !== undefined && purpose === ''
      ? takeable.length === 0
        ? t.form.nothingToWithdraw
        : t.form.missing
      : null;
  const originError =
    origin === ''
      ? t.form.missing
      : origin === 'desk-call-back' && entry === undefined
        ? t.form.callBackNeedsGuest
        : null;
  const shown = (error: string | null) => (tried && error !== null ? error : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (working || kind === '' || origin === '' || kindError !== null || purposeError !== null || originError !== null)
      return;
    setWorking(true);
    setProblem(null);
    try {
      const opening = { kind, origin, registration, purpose: kind === 'withdrawal' && purpose !== '' ? purpose : null };
      onOpened((await session.api.openRequest(opening)).id);
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
      setWorking(false);
    }
  };

  return (
    <form className="open-request-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="open-request-form__back">
        <Button kind="plain" icon="back" onClick={onBack}>
          {t.back}
        </Button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {t.form.title}
      </h1>
      <p>{t.form.lead}</p>
      <h2>{t.form.guest}</h2>
      {entry === undefined ? (
        <FindGuest find={find} onFound={setRegistration} />
      ) : (
        <div className="open-request-form__guest">
          <GuestRow entry={entry} isChosen isNew={false} onChoose={() => undefined} />
          <Button
            kind="plain"
            onClick={() => {
              setRegistration(null);
              setPurpose('');
            }}
          >
            {t.form.change}
          </Button>
        </div>
      )}
      <SelectField
        label={t.form.kind}
        value={kind}
        placeholder={t.form.missing}
        error={shown(kindError)}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={({ currentTarget }) => setKind(kinds.find((one) => one === currentTarget.value) ?? '')}
      />
      {kind === 'withdrawal' && entry !== undefined && (
        <SelectField
          label={t.form.purpose}
          value={purpose}
          placeholder={t.form.missing}
          error={shown(purposeError)}
          options={takeable.map((value) => ({ value, label: staff.purposes[value] }))}
          onChange={({ currentTarget }) => setPurpose(purposeIds.find((one) => one === currentTarget.value) ?? '')}
        />
      )}
      <SelectField
        label={t.form.origin}
        value={origin}
        placeholder={t.form.missing}
        error={shown(originError)}
        options={origins.map((value) => ({ value, label: t.form.origins[value] }))}
        onChange={({ currentTarget }) => setOrigin(origins.find((one) => one === currentTarget.value) ?? '')}
      />
      {problem !== null && <ProblemNote problem={problem} />}
      <p>{t.form.clock(days)}</p>
      <Button kind="primary" type="submit" busy={working} data-key="next">
        {t.form.submit}
      </Button>
    </form>
  );
}
