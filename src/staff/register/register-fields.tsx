import { useEffect, useRef, useState } from 'react';
import { isEntryField, type RegisterField, type RegisterOrder } from '../../protocol/register-orders.ts';
import {
  type EntryFacts,
  noEntryFacts,
  type RegisterLine,
  registerPeople,
  type RegisterPerson,
  type RegisterStay,
  withEntryFacts,
} from '../../pii/register-lines.ts';
import { Button } from '../../ui/components/button.tsx';
import { CountdownRing } from '../../ui/components/countdown-ring.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import { useSecondsLeft } from '../session/use-seconds-left.ts';
import type { OpenedForRegister } from './open-for-register.ts';
import { type FieldClipboard, useFieldClipboard } from './use-clipboard.ts';

/** Seconds what was opened stays on the screen: long enough to carry a family over field by field. */
export const registerSeconds = 180;

interface RegisterFieldsProps {
  readonly opened: OpenedForRegister;
  readonly stay: RegisterStay;
  readonly order: RegisterOrder;
  readonly entryRule: string | null;
  /** Milliseconds. */
  readonly closesAt: number;
  readonly onClose: () => void;
}

/** What the law asks, in the order of the local system, one tap a field. */
export function RegisterFields({ opened, stay, order, entryRule, closesAt, onClose }: RegisterFieldsProps) {
  const staff = useMessages('staff');
  const t = staff.register;
  const { timers } = useTools();
  const left = useSecondsLeft(timers, closesAt, onClose);
  const clips = useFieldClipboard();
  /** Whose field was copied last, by place. */
  const [last, setLast] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const people = registerPeople(order, opened.people, opened.minors, stay, entryRule !== null);
  return (
    <section className="register-fields">
      <div className="register-fields__head">
        <h2 ref={heading} tabIndex={-1}>
          {staff.purposes.identity}
        </h2>
        <CountdownRing left={left} total={registerSeconds} />
      </div>
      {opened.minorsClosed && <p className="register-fields__aside">{t.minorsKey}</p>}
      {people.map((one, at) => (
        <PersonFields
          key={`${at + 1}`}
          person={one}
          title={people.length > 1 ? t.person(at + 1) : null}
          order={order}
          entryRule={entryRule}
          clips={clips}
          last={at === last}
          onCopy={() => setLast(at)}
        />
      ))}
      <Button icon="close" onClick={onClose}>
        {staff.opening.closeNow}
      </Button>
    </section>
  );
}

interface PersonFieldsProps {
  readonly person: RegisterPerson;
  readonly title: string | null;
  readonly order: RegisterOrder;
  readonly entryRule: string | null;
  readonly clips: FieldClipboard;
  /** Whether a field of theirs was copied last. */
  readonly last: boolean;
  readonly onCopy: () => void;
}

function PersonFields({ person, title, order, entryRule, clips, last, onCopy }: PersonFieldsProps) {
  const t = useMessages('staff').register;
  const [facts, setFacts] = useState<EntryFacts>(noEntryFacts);
  const [copied, setCopied] = useState<ReadonlySet<RegisterField>>(new Set());
  const lines = withEntryFacts(order, person.lines, facts);
  const asksEntry = lines.some(({ field }) => isEntryField(field));
  const next = lines.find(({ field, value }) => value !== '' && !copied.has(field));
  const copy = async (line: RegisterLine) => {
    onCopy();
    if (await clips.copy(line)) setCopied((before) => new Set([...before, line.field]));
  };
  return (
    <section className="register-fields__person">
      {title !== null && <h3>{title}</h3>}
      <p className="register-fields__aside">{person.origin === null ? t.noDocument : t.origins[person.origin]}</p>
      {asksEntry && entryRule !== null && <p className="register-fields__aside">{t.entryRule(entryRule)}</p>}
      {last && <ClipboardNote clips={clips} lines={lines} next={next} />}
      <ol className="register-fields__lines">
        {lines.map((line) => (
          <li key={line.field} className="register-fields__line" data-field={line.field}>
            {isEntryField(line.field) ? (
              <EntryInput
                field={line.field}
                value={facts[line.field]}
                onChange={(value) => setFacts((before) => ({ ...before, [line.field]: value }))}
              />
            ) : (
              <p className="register-fields__value">
                <span className="register-fields__name">{t.fields[line.field]}</span>
                {/* Countries and documents are named as the police name them. */}
                <bdi lang={line.field === 'nationality' || line.field === 'documentKind' ? 'zh-Hans' : undefined}>
                  {line.value}
                </bdi>
              </p>
            )}
            <Button
              icon={copied.has(line.field) ? 'check' : 'copy'}
              aria-label={t.copy(t.fields[line.field])}
              aria-disabled={line.value === ''}
              data-next={line === next ? '' : undefined}
              onClick={() => line.value !== '' && void copy(line)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface EntryInputProps {
  readonly field: RegisterField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function EntryInput({ field, value, onChange }: EntryInputProps) {
  const t = useMessages('staff').register;
  const Input = field === 'visaUntil' || field === 'entryDate' ? DateField : Field;
  return (
    <Input
      label={t.fields[field]}
      hint={field === 'visaKind' ? t.entryHint : undefined}
      value={value}
      maxLength={40}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface ClipboardNoteProps {
  readonly clips: FieldClipboard;
  readonly lines: readonly RegisterLine[];
  readonly next: RegisterLine | undefined;
}

/** What was copied, what comes next, and that the clipboard has to be emptied. Only under the person whose field it is. */
function ClipboardNote({ clips: { clipboard, clear }, lines, next }: ClipboardNoteProps) {
  const t = useMessages('staff').register;
  if (clipboard.state === 'empty') return null;
  if (clipboard.state === 'cleared') return <StateNote state="done" word={t.cleared} announce="polite" />;
  if (clipboard.state !== 'held')
    return (
      <StateNote state="warning" announce="polite">
        {clipboard.state === 'stuck' ? t.clearFailed : t.copyFailed}
      </StateNote>
    );
  const { field, value } = clipboard.line;
  if (!lines.some((line) => line.field === field && line.value === value)) return null;
  return (
    <StateNote
      state="done"
      word={t.copied(t.fields[field], value)}
      announce="polite"
      action={<Button onClick={clear}>{t.clear}</Button>}
    >
      <p>{next === undefined ? `${t.lastField} ${t.clipboard}` : t.nextField(t.fields[next.field])}</p>
    </StateNote>
  );
}
