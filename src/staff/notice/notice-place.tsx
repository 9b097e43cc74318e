import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import { type PurposeId, purposeIds, purposeTemplates } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import { HotelForm } from './hotel-form.tsx';
import { mergeDraft, type NoticeDraft, purposeOf, sameProfile, suggestedPurpose, withPurpose } from './notice-draft.ts';
import { PurposeForm } from './purpose-form.tsx';
import { nextNotices } from './publish-notice.ts';
import { reviewChanges } from './review-changes.ts';
import { ReviewScreen } from './review-screen.tsx';
import { useNotice } from './use-notice.ts';
import './notice-place.css';

interface NoticePlaceProps {
  readonly session: Session;
  /** Kept while one looks at another place. */
  readonly draft: NoticeDraft | null;
  readonly onDraft: (draft: NoticeDraft | null) => void;
  readonly onHotelChanged: () => void;
  readonly onSay: (words: string) => void;
}

type At = 'overview' | 'hotel' | 'review' | PurposeId;

/** The owner edits what guests read, sees who will be asked again, and publishes it as the next signed version. */
export function NoticePlace({ session, draft, onDraft, onHotelChanged, onSay }: NoticePlaceProps) {
  const t = useMessages('noticeEditor');
  const common = useMessages('common');
  const titles = common.notice;
  const [at, setAt] = useState<At>('overview');
  const { inForce, problem, conflict, busy, publish, load } = useNotice({ session, draft, onDraft });
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef<At>(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    const heading = top.current?.querySelector<HTMLElement>('h1');
    heading?.focus({ preventScroll: true });
    heading?.closest('.place')?.scrollTo(0, 0);
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
          <ProblemNote problem={problem} action={<Button onClick={load}>{common.retry}</Button>} />
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
          changes={reviewChanges(texts, nextNotices(profile, hotel, texts), partTitles)}
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
    const { offered } = purposeTemplates[at];
    return (
      <PurposeForm
        key={at}
        id={at}
        profile={profile}
        property={hotel.property}
        onKeep={change}
        onRetire={offered === 'always' ? null : () => change(withPurpose(profile, at, null))}
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
                onOffer={() => change(withPurpose(profile, id, purposeOf(base, id) ?? suggestedPurpose(id)))}
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

function Place({ children }: { readonly children: ReactNode }) {
  return (
    <div className="place">
      <Screen>{children}</Screen>
    </div>
  );
}

interface PurposeLineProps {
  readonly id: PurposeId;
  readonly base: PropertyProfile;
  readonly profile: PropertyProfile;
  readonly onEdit: () => void;
  readonly onOffer: () => void;
}

function PurposeLine({ id, base, profile, onEdit, onOffer }: PurposeLineProps) {
  const t = useMessages('noticeEditor');
  const staff = useMessages('staff');
  const common = useMessages('common');
  const { basis, offered } = purposeTemplates[id];
  const [before, now] = [purposeOf(base, id), purposeOf(profile, id)];
  const fixed = offered === 'always';
  const changed = !sameProfile(before, now);
  const state = changed
    ? now === null
      ? t.retired
      : before === null
        ? t.fresh
        : t.changed
    : now === null && !fixed
      ? t.notOffered
      : basis === 'law'
        ? t.byLaw
        : null;
  return (
    <li className="notice-place__line" data-purpose={id}>
      <div>
        <p className="notice-place__name">{staff.purposes[id]}</p>
        {state !== null && (
          <p className={changed ? 'notice-place__state notice-place__state--changed' : 'notice-place__state'}>
            {state}
          </p>
        )}
        {fixed && <p className="notice-place__state">{t.minorsText}</p>}
      </div>
      {!fixed &&
        (now === null ? (
          <Button aria-label={`${before === null ? t.offer : t.keepAsking}: ${staff.purposes[id]}`} onClick={onOffer}>
            {before === null ? t.offer : t.keepAsking}
          </Button>
        ) : (
          <Button icon="edit" aria-label={`${common.edit}: ${staff.purposes[id]}`} onClick={onEdit}>
            {common.edit}
          </Button>
        ))}
    </li>
  );
}
