import { useRef, useState } from 'react';
import { registerPeople } from '../../pii/register-lines.ts';
import { isEntryField } from '../../protocol/register-orders.ts';
import { registerFileLimit } from '../../protocol/hand-over.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { saveFile } from '../app/save-file.ts';
import { useTools } from '../app/tools.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { useNames } from '../requests/use-names.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { openForFile } from './open-for-register.ts';
import { RegisterDetail } from './register-detail.tsx';
import { type FileGuest, registerFileText } from './register-file.ts';
import { DueList, HandedList, nameOf } from './register-lists.tsx';
import { type RegisterQueue, registerAlarm } from './register-queue.ts';
import { registerWay } from './register-way.ts';
import './register-place.css';

interface RegisterPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly queue: RegisterQueue;
  readonly now: number;
  readonly chosen: string | null;
  readonly onChoose: (registration: string | null) => void;
  /** An opened document was from outside the mainland. */
  readonly onAbroad: (registration: string) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

interface Saved {
  readonly registrations: readonly string[];
  readonly lines: number;
  readonly broken: number;
  readonly entry: number;
}

/** Most of those handed over that are listed. */
const shownHanded = 30;

/** Who has to be handed over to the police, by their clocks; field by field or as a file; and who was. */
export function RegisterPlace(props: RegisterPlaceProps) {
  const { session, hotel, queue, now, chosen, onChoose, onAbroad, onSay, onEnded } = props;
  const t = useMessages('staff').register;
  const { timers } = useTools();
  const stepUp = useStepUp();
  const whoIs = useNames(session);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState<Saved | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [working, setWorking] = useState(false);
  const busy = useRef(false);
  const { order, entryRule } = registerWay(hotel);
  const waiting = [...queue.abroad, ...queue.others];
  const picked = waiting.filter(({ entry }) => selected.has(entry.row.registration)).slice(0, registerFileLimit);
  const shown = [...waiting.map(({ entry }) => entry), ...queue.handedOver].find(
    ({ row }) => row.registration === chosen,
  );
  const { overdue } = registerAlarm(queue, now);

  const act = async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    busy.current = false;
    setWorking(false);
  };
  const undo = (entry: DeskEntry) =>
    act(async () => {
      await session.api.handOver(entry.row.registration, null);
      onSay(t.undone(nameOf(entry)));
    });
  const makeFile = () =>
    act(async () => {
      const entries = picked.map(({ entry }) => entry);
      const opened = await stepUp(() => openForFile(session, entries));
      const guests = entries.flatMap((entry): FileGuest[] => {
        const of = opened.get(entry.row.registration) ?? null;
        if (of === null) return [{ unopened: entry.code }];
        const { arrivedAt, receivedAt, checkOut } = entry.row;
        const stay = { room: entry.desk?.room ?? '', arrivedAt: arrivedAt ?? receivedAt, checkOut };
        const people = registerPeople(order, of.people, of.minors, stay, entryRule !== null);
        // A child who couldn't be opened is a marked line, not one that isn't there.
        return [...people, ...(of.minorsClosed ? [{ unopened: entry.code }] : [])];
      });
      const { text, type, extension } = registerFileText(
        order,
        guests,
        entryRule !== null,
        (code) => `${code}：无法打开`,
      );
      saveFile(new Blob([text], { type }), `${t.fileName} ${toDate(timers.now())}.${extension}`);
      setSelected(new Set());
      setSaved({
        registrations: entries
          .filter(({ row }) => (opened.get(row.registration) ?? null) !== null)
          .map(({ row }) => row.registration),
        lines: guests.length,
        broken: guests.filter((guest) => 'unopened' in guest).length,
        entry: guests.filter((guest) => 'lines' in guest && guest.lines.some(({ field }) => isEntryField(field)))
          .length,
      });
    });
  const markFile = (registrations: readonly string[]) =>
    act(async () => {
      for (const registration of registrations) await session.api.handOver(registration, 'file');
      setSaved(null);
    });

  if (shown !== undefined)
    return (
      <RegisterDetail
        key={shown.row.registration}
        session={session}
        hotel={hotel}
        entry={shown}
        name={nameOf(shown)}
        abroad={queue.abroad.some(({ entry }) => entry === shown)}
        now={now}
        onAbroad={() => onAbroad(shown.row.registration)}
        onMark={async () => {
          await session.api.handOver(shown.row.registration, 'typed');
          onSay(t.marked(nameOf(shown)));
          onChoose(null);
        }}
        onBack={() => onChoose(null)}
        onEnded={onEnded}
      />
    );

  const list = {
    now,
    selected,
    onSelect: (registration: string, on: boolean) =>
      setSelected(
        (before) => new Set([...before].filter((one) => one !== registration).concat(on ? registration : [])),
      ),
    onShow: onChoose,
  };
  return (
    <div className="place">
      <Screen
        actions={
          picked.length === 0 ? undefined : (
            <>
              <Button kind="primary" wide icon="download" busy={working} onClick={() => void makeFile()}>
                {t.file(picked.length)}
              </Button>
              <p className="register-fields__aside">{t.fileText}</p>
            </>
          )
        }
      >
        <h1 tabIndex={-1}>{t.title}</h1>
        <p>{t.lead}</p>
        <p className="register-fields__aside">
          {t.order(t.orders[order.id])}
          {' · '}
          {t.orderUnchecked}
        </p>
        {problem !== null && <ProblemNote problem={problem} />}
        {overdue > 0 && (
          <StateNote state="failed" word={t.overdue(overdue)} announce="now">
            <p>{t.overdueText}</p>
          </StateNote>
        )}
        {saved !== null && (
          <StateNote
            state={saved.broken > 0 ? 'warning' : 'done'}
            word={t.fileDone(saved.lines)}
            announce="polite"
            action={
              saved.registrations.length > 0 && (
                <Button busy={working} onClick={() => void markFile(saved.registrations)}>
                  {t.fileMark}
                </Button>
              )
            }
          >
            {saved.broken > 0 && <p>{t.fileBroken(saved.broken)}</p>}
            {saved.entry > 0 && <p>{t.fileEntry(saved.entry)}</p>}
          </StateNote>
        )}
        {waiting.length === 0 && <EmptyState icon="check">{t.nobody}</EmptyState>}
        {queue.abroad.length > 0 && (
          <section>
            <h2>{t.abroad}</h2>
            <p className="register-fields__aside">{t.abroadText}</p>
            <DueList guests={queue.abroad} {...list} />
          </section>
        )}
        {(queue.others.length > 0 || queue.left > 0) && (
          <section>
            <h2>{t.others}</h2>
            <DueList guests={queue.others} {...list} />
            {queue.left > 0 && <p className="register-fields__aside">{t.notListed(queue.left)}</p>}
          </section>
        )}
        {queue.handedOver.length > 0 && (
          <section>
            <h2>{t.handedOver}</h2>
            <HandedList
              entries={queue.handedOver.slice(0, shownHanded)}
              whoIs={whoIs}
              onUndo={(entry) => void undo(entry)}
            />
          </section>
        )}
      </Screen>
    </div>
  );
}
