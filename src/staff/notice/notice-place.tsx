import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import { toDate } from '../../protocol/time.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useDraft } from '../app/drafts.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { HotelForm } from './hotel-form.tsx';
import {
  mergeDraft,
  type NoticeDraft,
  purposeOf,
  sameProfile,
  suggestedPurpose,
  withoutGone,
  withPurpose,
} from './notice-draft.ts';
import { PurposeForm } from './purpose-form.tsx';
import { PurposeLine } from './purpose-line.tsx';
import { nextNotices } from './publish-notice.ts';
import { reviewChanges } from './review-changes.ts';
import { ReviewScreen } from './review-screen.tsx';
import { TemporaryForm } from './temporary-form.tsx';
import { useNotice } from './use-notice.ts';
import './notice-place.css';

interface NoticePlaceProps {
  readonly session: Session;
  readonly onHotelChanged: () => void;
  readonly onSay: (words: string) => void;
}

type At = 'overview' | 'hotel' | 'review' | PurposeId;

/** The owner edits what guests read, sees who will be asked again, and publishes it as the next signed version. */
export function NoticePlace({ session, onHotelChanged, onSay }: NoticePlaceProps) {
  const t = useMessages('noticeEditor');
  const common = useMessages('common');
  const titles = common.notice;
  const [kept, put] = useDraft('notice');
  const draft = kept ?? null;
  const onDraft = useCallback((next: NoticeDraft | null) => put(next ?? undefined), [put]);
  const [at, setAt] = useState(useFormLeft());
  const { inForce, problem, conflict, busy, publish, load } = useNotice({ session, draft, onDraft });
  const { timers } = useTools();
  const today = toDate(timers.now());
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef<At>(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    const heading = top.current?.querySelector<HTMLElement>('h1');
    heading?.focus({ preventScroll: true });
    heading?.closest('.place')?.scrollTo(0, 0);
    // On a phone it is the whole page that scrolls.
    window.scrollTo(0, 0);
  }, [at]);

  // A draft begun on an older version is carried over before anything is made of it.
  const current = useMemo(() => {
    if (inForce === null) return null;
    const { profile } = inForce.hotel;
    if (draft === null) return { base: profile, profile };
    return sameProfile(draft.base, profile) ? draft : mergeDraft(draft, profile);
  }, [inForce, draft]);

  if (session.keyring.root === null) {
    return (
      <Place>
        <h1 tabIndex={-1}>{t.title}</h1>
        <StateNote state="warning" word={t.noRoot}>
          <p>{t.noRootText}</p>
        </StateNote>
      </Place>
    );
  }
  if (inForce === null || current === null) {
    return (
      <Place>
        <h1 tabIndex={-1}>{t.title}</h1>
        {problem === null ? (
          <ProgressNote>{common.loading}</ProgressNote>
        ) : (
          <UnreadNote problem={problem} onRetry={load} />
        )}
      </Place>
    );
  }
  const { hotel, texts } = inForce;
  const { base, profile } = current;
  const change = (next: PropertyProfile) => {
    onDraft(sameProfile(next, base) ? null : { base, profile: next });
    setAt('overview');
  };
  const next = hotel.manifest.manifest.sequence + 1;
  return (
    <div className="notice-place__frame" ref={top}>
      {screen()}
    </div>
  );

  function screen() {
    if (at === 'hotel') return <HotelForm profile={profile} onKeep={change} onBack={() => setAt('overview')} />;
    if (at === 'review') {
      const partTitles = { ...titles, collected: titles.collectedList, passedOn: titles.passedOnList };
      const offered = hotel.manifest.manifest.purposes.map(({ id }) => id);
      return (
        <ReviewScreen
          changes={reviewChanges(texts, nextNotices(withoutGone(profile, base, today), hotel, texts), partTitles)}
          newKeys={profile.purposes
            .map(({ id }) => id)
            .filter((id) => !offered.includes(id) && !session.grants.some(({ purpose }) => purpose === id))}
          version={next}
          conflict={conflict}
          problem={problem}
          busy={busy}
          onPublish={() => void send()}
          onBack={() => setAt('overview')}
        />
      );
    }
    if (at === 'overview') return overview();
    if (at === 'temporary')
      return (
        <TemporaryForm
          profile={profile}
          published={base}
          property={hotel.property}
          onKeep={change}
          onBack={() => setAt('overview')}
        />
      );
    const { offered } = purposeTemplates[at];
    return (
      <PurposeForm
        key={at}
        id={at}
        profile={profile}
        property={hotel.property}
        retired={offered === 'always' ? null : withPurpose(profile, at, null)}
        onKeep={change}
        onBack={() => setAt('overview')}
      />
    );
  }

  async function send() {
    const version = await publish();
    if (version === null) return;
    setAt('overview');
    onSay(t.published(version));
    onHotelChanged();
  }

  function overview() {
    const changed = !sameProfile(profile, base);
    return (
      <div className="place">
        <Screen
          actions={
            <>
              <Button kind="primary" wide aria-disabled={!changed} onClick={() => changed && setAt('review')}>
                {t.review}
              </Button>
              {changed && (
                <Button kind="plain" onClick={() => onDraft(null)}>
                  {t.discard}
                </Button>
              )}
            </>
          }
        >
          <h1 tabIndex={-1}>{t.title}</h1>
          <p>{t.lead}</p>
          <p className="notice-place__aside">
            {t.version(hotel.manifest.manifest.sequence)}
            {!changed && ` · ${t.nothing}`}
          </p>
          <h2>{t.purposes}</h2>
          <ul className="notice-place__list">
            {purposeIds.map((id) => (
              <PurposeLine
                key={id}
                id={id}
                base={base}
                profile={profile}
                onEdit={() => setAt(id)}
                onOffer={() =>
                  id === 'temporary'
                    ? setAt(id)
                    : change(withPurpose(profile, id, purposeOf(base, id) ?? suggestedPurpose(id)))
                }
                today={today}
              />
            ))}
          </ul>
          <h2>{t.hotel}</h2>
          <p>{t.hotelText}</p>
          <Button icon="edit" onClick={() => setAt('hotel')}>
            {common.edit}
          </Button>
        </Screen>
      </div>
    );
  }
}

/** The form somebody left with something in it, and comes back to. */
function useFormLeft(): At {
  const [hotel] = useDraft('hotelForm');
  const [temporary] = useDraft('temporaryForm');
  const [purpose] = useDraft('purposeForm');
  return hotel !== undefined ? 'hotel' : temporary !== undefined ? 'temporary' : (purpose?.id ?? 'overview');
}

function Place({ children }: { readonly children: ReactNode }) {
  return (
    <div className="place">
      <Screen>{children}</Screen>
    </div>
  );
}
