import { useState } from 'react';
import { type PaperState, paperState } from '../../protocol/paper-record.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import { useNames } from '../requests/use-names.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { PaperLine } from './paper-line.tsx';
import { RecordPaperForm } from './record-paper-form.tsx';
import type { KnownPaper } from './use-paper-register.ts';
import './paper-register-place.css';

interface PaperRegisterPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly known: KnownPaper;
  readonly onForm: () => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

const filters = ['all', 'due', 'kept', 'destroyed'] as const;
type Filter = (typeof filters)[number];

const shownBy: Readonly<Record<Filter, readonly PaperState[]>> = {
  all: ['overdue', 'due', 'kept', 'destroyed'],
  due: ['overdue', 'due'],
  kept: ['kept'],
  destroyed: ['destroyed'],
};

/** Sheets filled in by hand: entered by the desk, and destroyed on their day. */
export function PaperRegisterPlace({ session, hotel, known, onForm, onSay, onEnded }: PaperRegisterPlaceProps) {
  const staff = useMessages('staff');
  const t = staff.paperRegister;
  const common = useMessages('common');
  const nameOf = useNames(session);
  const [filter, setFilter] = useState<Filter>('all');
  const [use, setUse] = useState<PurposeId | ''>('');
  const [adding, setAdding] = useState(false);
  const { register, problem, reload, put } = known;
  const shown =
    register?.records.filter(
      (record) =>
        shownBy[filter].includes(paperState(record, register.today)) &&
        (use === '' || record.parts.some(({ purpose }) => purpose === use)),
    ) ?? [];
  return (
    <main className="place paper-register">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ButtonRow>
        <Button kind="primary" icon="add" aria-expanded={adding} onClick={() => setAdding((before) => !before)}>
          {t.add}
        </Button>
        <Button icon="print" onClick={onForm}>
          {t.form}
        </Button>
      </ButtonRow>
      {adding && (
        <RecordPaperForm
          session={session}
          hotel={hotel}
          onRecorded={(record) => {
            put(record);
            setAdding(false);
            onSay(t.adding.done(record.number));
          }}
          onEnded={onEnded}
        />
      )}
      <div className="paper-register__filters" role="group" aria-label={t.filter}>
        <ButtonRow>
          {filters.map((one) => (
            <Button key={one} aria-pressed={one === filter} onClick={() => setFilter(one)}>
              {t.filters[one]}
            </Button>
          ))}
        </ButtonRow>
        <SelectField
          label={t.use}
          value={use}
          options={[
            { value: '', label: t.allUses },
            ...purposeIds.map((id) => ({ value: id, label: staff.purposes[id] })),
          ]}
          onChange={({ currentTarget }) => setUse(purposeIds.find((id) => id === currentTarget.value) ?? '')}
        />
      </div>
      {problem !== null && <UnreadNote problem={problem} known={register !== null} onRetry={reload} />}
      {register === null && problem === null && <ProgressNote>{t.loading}</ProgressNote>}
      {register?.unreadable !== undefined && (
        <StateNote state="failed" word={t.unreadable(register.unreadable.join(common.listSeparator))}>
          {t.unreadableText}
        </StateNote>
      )}
      {register !== null && shown.length === 0 && <p>{t.none}</p>}
      <ul className="paper-register__list">
        {register !== null &&
          shown.map((record) => (
            <PaperLine
              key={record.record}
              session={session}
              record={record}
              today={register.today}
              nameOf={nameOf}
              onChanged={(changed, words) => {
                put(changed);
                onSay(words);
              }}
              onEnded={onEnded}
            />
          ))}
      </ul>
    </main>
  );
}
