import { Suspense, useCallback, useState } from 'react';
import type { HotelSettings } from '../../protocol/hotel-settings.ts';
import { toDate } from '../../protocol/time.ts';
import { Toast } from '../../ui/components/toast.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { ApprovalsProvider } from '../approvals/approvals-context.tsx';
import { AssistedDialog } from '../assisted/assisted-dialog.tsx';
import { Fetching } from '../app/fetching.tsx';
import { useTools } from '../app/tools.tsx';
import { useToast } from '../app/use-toast.ts';
import { usePaperRegister } from '../paper-register/use-paper-register.ts';
import { isOverdue, useRequests } from '../requests/use-requests.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Ending } from '../session/sign-in-screen.tsx';
import type { Session } from '../session/sign-in.ts';
import { useReminders } from '../training/use-reminders.ts';
import { WordsDialog } from '../words/words-dialog.tsx';
import { handsOver } from '../register/register-way.ts';
import { useHandOvers } from '../register/use-hand-overs.ts';
import { DeskNotes, type UpkeepNote } from './desk-notes.tsx';
import { DeskPlace } from './desk-place.tsx';
import { DeskTop } from './desk-top.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { OwnerPlaces, RegisterPlace, RequestsPlace, SessionsDialog } from './late-places.ts';
import { mayVisit } from './may-visit.ts';
import { MenuDialog } from './menu-dialog.tsx';
import { NotYoursPlace } from './not-yours-place.tsx';
import { OwnPlaces } from './own-places.tsx';
import { PaperPlaces } from './paper-places.tsx';
import { PlaceTabs } from './place-tabs.tsx';
import { useDeskStore } from './use-desk-store.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useNewGuests } from './use-new-guests.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWatchedRows } from './use-watched-rows.ts';
import { ownerPlaces, type Place, useWhere } from './use-where.ts';
import './desk-shell.css';

interface DeskShellProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly recoveryCode: string | null;
  readonly upkeep: UpkeepNote | null;
  readonly onUpkeepRead: () => void;
  /** The team list that was refused was begun anew, or the owner put into it. */
  readonly onTeamAnew: () => void;
  readonly onSettings: (settings: HotelSettings) => void;
  readonly onHotelChanged: () => void;
  readonly onEnd: (why: Ending) => void;
}

/** What stands around every place of the desk: the hotel, the line, the way out. */
export function DeskShell(props: DeskShellProps) {
  const { session, hotel, recoveryCode, upkeep, onUpkeepRead, onTeamAnew, onHotelChanged, onSettings, onEnd } = props;
  const tools = useTools();
  const t = useMessages('staff');
  const language = useLanguage();
  const needsSheet = session.person.role === 'owner' && !hotel.recoveryProven;
  const { where, go } = useWhere({ place: needsSheet ? 'recovery' : 'desk', registration: null }, tools.random);
  const [dialog, setDialog] = useState<'menu' | 'help' | 'assisted' | 'words' | 'sessions' | null>(null);
  const [sheetCode, setSheetCode] = useState(recoveryCode);
  const [asTable, setAsTable] = useState(false);
  const [sound, setSound] = useState(true);
  const [singleKeys, setSingleKeys] = useState(true);
  const reminders = useReminders(session, tools.timers);
  const { toast, say } = useToast();
  const ended = useCallback(() => onEnd('ended'), [onEnd]);
  const { snapshot, store, seen } = useDeskStore(session, hotel, tools, ended, onSettings);

  const queue = useRequests(session, tools.timers, snapshot.marks.requests, ended);
  const open = queue.requests?.filter(({ outcome }) => outcome === 'open') ?? [];
  const papers = usePaperRegister(session, tools.timers, ended);
  const today = toDate(tools.timers.now());

  const register = useHandOvers(session, hotel, snapshot);
  const may = (place: Place) =>
    mayVisit(session.person.role, place) && (place !== 'register' || register.queue !== null);
  /** Null where the tab's history leads to a place that is a colleague's. */
  const at = may(where.place) ? where.place : null;
  const ownerPlace = ownerPlaces.find((one) => one === at);
  useWatchedRows(store, queue.requests, where.registration, handsOver(session, hotel), today);

  useNewGuests(snapshot.arrivals, sound, say);
  const shell = useKeptFocus(at);

  const choose = useCallback((registration: string | null) => go({ place: 'desk', registration }), [go]);
  const close = useCallback(() => setDialog(null), []);
  const leaveFor = (place: 'account' | 'paper' | 'training') => {
    close();
    go({ place, registration: null });
  };
  useShortcuts(singleKeys, {
    '?': () => setDialog('help'),
    l: () => onEnd('locked'),
    s: () => setSound((on) => !on),
    d: () => go({ place: 'desk', registration: null }),
    r: () => go({ place: 'requests', registration: null }),
  });

  return (
    <ApprovalsProvider session={session} mark={snapshot.marks.approvals} find={store.find} onSay={say} onEnded={ended}>
      <div className="desk-shell" ref={shell}>
        <p className="desk-shell__unprinted paper-only">{t.shell.unprinted}</p>
        <DeskTop
          hotel={hotel}
          line={snapshot.line}
          onAssisted={() => setDialog('assisted')}
          onLock={() => onEnd('locked')}
          onMenu={() => setDialog('menu')}
        >
          <PlaceTabs
            where={where.place}
            may={may}
            register={register.alarm}
            open={open.length}
            overdue={open.filter((request) => isOverdue(request, today)).length}
            paper={papers.due}
            onGo={(place) => go({ place, registration: null })}
          />
        </DeskTop>
        <DeskNotes
          session={session}
          hotel={hotel}
          place={at}
          upkeep={upkeep}
          registerOverdue={register.alarm?.overdue ?? null}
          registerFiles={register.made}
          paperOverdue={papers.overdue}
          reminders={reminders}
          find={store.find}
          onUpkeepRead={onUpkeepRead}
          onGo={(place) => go({ place, registration: null })}
          onSay={say}
          onEnded={ended}
        />
        {at === null && <NotYoursPlace onDesk={() => go({ place: 'desk', registration: null })} />}
        {at === 'desk' && (
          <DeskPlace
            session={session}
            hotel={hotel}
            snapshot={snapshot}
            store={store}
            seen={seen}
            chosen={where.registration}
            singleKeys={singleKeys}
            asTable={asTable}
            onTable={setAsTable}
            onChoose={choose}
            onOpenRequest={(registration) => go({ place: 'requests', registration, request: 'new' })}
            onSay={say}
            onEnded={ended}
          />
        )}
        {at === 'requests' && (
          <Suspense fallback={<Fetching />}>
            <RequestsPlace
              session={session}
              hotel={hotel}
              snapshot={snapshot}
              find={store.find}
              queue={queue}
              chosen={where.request ?? null}
              registration={where.registration}
              singleKeys={singleKeys}
              onGo={(request, registration = null) =>
                go({ place: 'requests', registration, ...(request === null ? {} : { request }) })
              }
              onSay={say}
              onEnded={ended}
            />
          </Suspense>
        )}
        <OwnPlaces place={at} session={session} hotel={hotel} reminders={reminders} onSay={say} onEnd={onEnd} />
        {at === 'register' && register.queue !== null && (
          <Suspense fallback={<Fetching />}>
            <RegisterPlace
              session={session}
              hotel={hotel}
              queue={register.queue}
              now={register.now}
              chosen={where.registration}
              onChoose={(registration) => go({ place: 'register', registration })}
              made={register.made}
              onAbroad={register.learnAbroad}
              onMade={register.onMade}
              onForget={register.onForget}
              onSay={say}
              onEnded={ended}
            />
          </Suspense>
        )}
        <PaperPlaces
          place={at}
          session={session}
          hotel={hotel}
          known={papers}
          onGo={(place) => go({ place, registration: null })}
          onSay={say}
          onEnded={ended}
        />
        {ownerPlace !== undefined && (
          <Suspense fallback={<Fetching />}>
            <OwnerPlaces
              place={ownerPlace}
              session={session}
              hotel={hotel}
              sheetCode={sheetCode}
              onSheetCode={setSheetCode}
              onHotelChanged={onHotelChanged}
              onGo={(place) => go({ place, registration: null })}
              onSay={say}
              onEnded={ended}
              onTeamAnew={onTeamAnew}
              onNewKeys={() => onEnd('new-keys')}
            />
          </Suspense>
        )}
        <MenuDialog
          open={dialog === 'menu'}
          person={session.person}
          sound={sound}
          onSound={setSound}
          onAccount={() => leaveFor('account')}
          onTraining={() => leaveFor('training')}
          onHelp={() => setDialog('help')}
          onWords={() => setDialog('words')}
          onSessions={() => setDialog('sessions')}
          onSignOut={() => onEnd('signed-out')}
          onClose={close}
        />
        {dialog === 'sessions' && (
          <Suspense fallback={null}>
            <SessionsDialog session={session} onSay={say} onEnded={ended} onClose={close} />
          </Suspense>
        )}
        {dialog === 'assisted' && (
          <AssistedDialog
            session={session}
            hotel={hotel}
            onPaper={() => leaveFor('paper')}
            onClose={close}
            onLock={() => onEnd('locked')}
          />
        )}
        {dialog === 'words' && <WordsDialog hotel={hotel} guestLanguage={language} onClose={close} />}
        <HelpDialog open={dialog === 'help'} singleKeys={singleKeys} onSingleKeys={setSingleKeys} onClose={close} />
        <Toast icon="bell">{toast}</Toast>
      </div>
    </ApprovalsProvider>
  );
}
