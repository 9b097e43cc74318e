import { useRef, useState } from 'react';
import { registerFileLimit } from '../../protocol/hand-over.ts';
import { newId } from '../../protocol/ids.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { RegisterFileFormat } from '../../protocol/register-orders.ts';
import { toDate, toInstant } from '../../protocol/time.ts';
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
import { composeRegisterFile } from './compose-register-file.ts';
import { madeFile, type MadeFile, type ToldFile } from './made-file.ts';
import { markGuests } from './mark-guests.ts';
import { fileReach, openForFile } from './open-for-register.ts';
import { RegisterDetail } from './register-detail.tsx';
import { registerExtensions, registerFile } from './register-file.ts';
import { DueList, HandedList, nameOf } from './register-lists.tsx';
import { RegisterOutcome } from './register-outcome.tsx';
import { type RegisterQueue, registerAlarm } from './register-queue.ts';
import { registerWay } from './register-way.ts';
import './register-place.css';

interface RegisterPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly queue: RegisterQueue;
  readonly now: number;
  readonly chosen: string | null;
  /** The files of which something is left to be said, the newest first. */
  readonly made: readonly ToldFile[];
  readonly onChoose: (registration: string | null) => void;
  /** An opened document was from outside the mainland. */
  readonly onAbroad: (registration: string) => void;
  readonly onMade: (made: MadeFile) => void;
  readonly onForget: (id: string) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** Most of those handed over that are listed. */
const shownHanded = 30;

/** Who has to be handed over to the police, by their clocks; field by field or as a file; and who was. */
export function RegisterPlace(props: RegisterPlaceProps) {
  const { session, hotel, queue, now, chosen, made, onChoose, onAbroad, onMade, onForget, onSay, onEnded } = props;
  const t = useMessages('staff').register;
  const { timers, random, openExportThread } = useTools();
  const stepUp = useStepUp();
  const whoIs = useNames(session);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [working, setWorking] = useState(false);
  const busy = useRef(false);
  const { order, entryRule } = registerWay(hotel);
  const waiting = [...queue.abroad, ...queue.others];
  const reaches = waiting.map(({ entry: { row } }) => fileReach(session, row));
  const picked = waiting
    .filter(({ entry: { row } }) => selected.has(row.registration) && fileReach(session, row) === 'whole')
    .slice(0, registerFileLimit);
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
  const makeFile = (format: RegisterFileFormat) =>
    act(async () => {
      const entries = picked.map(({ entry }) => entry);
      const opened = await stepUp(() => openForFile(session, entries));
      const asksEntry = entryRule !== null;
      const composed = composeRegisterFile(order, asksEntry, entries, opened);
      const { people, fromAbroad } = composed;
      for (const registration of fromAbroad) onAbroad(registration);
      if (people.length > 0) {
        const file = await registerFile(openExportThread, { order, format, people, asksEntry, sheet: t.fileName });
        saveFile(file, `${t.fileName} ${toDate(timers.now())}.${registerExtensions[format]}`);
      }
      setSelected((before) => new Set([...before].filter((one) => !opened.has(one))));
      const at = timers.now();
      onMade(madeFile(composed, { id: newId(at, random), at: toInstant(at), by: session.person.id }));
    });
  const markFile = ({ whole, ...file }: ToldFile) =>
    act(async () => {
      const { left: refused, problem: first } = await markGuests(session.api, whole);
      const marked = whole.length - refused.length;
      if (marked > 0) onSay(t.markedFile(marked));
      const idOf = ({ entry }: { readonly entry: DeskEntry }) => ({ registration: entry.row.registration });
      const unfinished = file.unfinished.map((one) => ({ ...idOf(one), lacks: one.lacks }));
      const left = file.left.map((one) => ({ ...idOf(one), why: one.why }));
      onMade({ ...file, whole: refused, unfinished, left });
      if (first === 'session_ended') onEnded();
      else setProblem(first);
    });

  if (shown !== undefined)
    return (
      <RegisterDetail
        key={shown.row.registration}
        session={session}
        hotel={hotel}
        entry={shown}
        name={nameOf(shown)}
        dueAt={queue.abroad.find(({ entry }) => entry === shown)?.dueAt ?? null}
        now={now}
        whoIs={whoIs}
        next={waiting.find(({ entry }) => entry !== shown)?.entry ?? null}
        onNext={onChoose}
        onAbroad={() => onAbroad(shown.row.registration)}
        onMark={async (consentNumber) => {
          await session.api.handOver(shown.row.registration, 'typed', consentNumber);
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
    reachOf: (entry: DeskEntry) => fileReach(session, entry.row),
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
          picked.length === 0
            ? undefined
            : order.files.map((format, place) => (
                <Button
                  key={format}
                  kind={place === 0 ? 'primary' : 'quiet'}
                  wide
                  icon="download"
                  busy={working}
                  onClick={() => void makeFile(format)}
                >
                  {t.file[format](picked.length)}
                </Button>
              ))
        }
      >
        <h1 tabIndex={-1}>{t.title}</h1>
        <p>{t.lead}</p>
        <p className="register-fields__aside">
          {t.order(t.orders[order.id])}
          {' · '}
          {t.orderUnchecked}
        </p>
        {reaches.includes('whole') && <p className="register-fields__aside">{t.fileText}</p>}
        {reaches.includes('whole') && reaches.includes('desk') && <p className="register-fields__aside">{t.noBox}</p>}
        {problem !== null && <ProblemNote problem={problem} />}
        {overdue > 0 && (
          <StateNote state="failed" word={t.overdue(overdue)} announce="now">
            <p>{t.overdueText}</p>
          </StateNote>
        )}
        {made.map((file) => (
          <RegisterOutcome
            key={file.id}
            made={file}
            whoIs={whoIs}
            working={working}
            onMark={() => void markFile(file)}
            onRead={() => onForget(file.id)}
          />
        ))}
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
