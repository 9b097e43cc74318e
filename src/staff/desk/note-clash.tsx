import type { SyntheticEvent } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { NoteAnswers } from './note-answers.ts';

interface NoteClashProps {
  readonly theirs: NoteAnswers;
  /** What stands in the form. */
  readonly mine: () => NoteAnswers;
  readonly onTheirs: () => void;
  readonly onMine: (event: SyntheticEvent) => void;
}

const parts = ['abroad', 'room', 'roomType', 'checkOut', 'amountSpent', 'ownNumber', 'remarks'] as const;

/** Two people corrected the same stay: what differs, both sides, and a question. */
export function NoteClash({ theirs, mine, onTheirs, onMine }: NoteClashProps) {
  const { record: t, arrival } = useMessages('staff');
  const common = useMessages('common');
  const names = {
    abroad: arrival.abroad,
    room: arrival.room,
    roomType: t.roomType,
    checkOut: arrival.checkOut,
    amountSpent: t.amount,
    ownNumber: t.ownNumber,
    remarks: arrival.remarks,
  };
  const own = mine();
  const said = (value: string | boolean) => {
    if (typeof value === 'boolean') return value ? common.yes : common.no;
    return value.trim() === '' ? t.nothing : value;
  };
  return (
    <StateNote
      state="warning"
      word={t.clash}
      announce="now"
      action={
        <ButtonRow>
          <Button onClick={onTheirs}>{t.takeTheirs}</Button>
          <Button onClick={onMine}>{t.saveMine}</Button>
        </ButtonRow>
      }
    >
      <p>{t.clashText}</p>
      <dl className="guest-detail__facts">
        {parts
          .filter((part) => said(theirs[part]).trim() !== said(own[part]).trim())
          .map((part) => (
            <div key={part}>
              <dt>{names[part]}</dt>
              <dd>
                <bdi>{t.theirs(said(theirs[part]))}</bdi>
                <br />
                <bdi>{t.mine(said(own[part]))}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </StateNote>
  );
}
