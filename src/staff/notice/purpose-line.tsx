import { isAsked } from '../../protocol/asked-now.ts';
import type { ProfilePurpose, PropertyProfile } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import { purposeOf, sameProfile, withoutGone } from './notice-draft.ts';

interface PurposeLineProps {
  readonly id: PurposeId;
  readonly base: PropertyProfile;
  readonly profile: PropertyProfile;
  readonly onEdit: () => void;
  readonly onOffer: () => void;
  readonly today: string;
}

/** One use of details in the list: how it stands, and the way to edit or to ask for it. */
export function PurposeLine({ id, base: published, profile: edited, onEdit, onOffer, today }: PurposeLineProps) {
  const [base, profile] = [withoutGone(published, published, today), withoutGone(edited, published, today)];
  const t = useMessages('noticeEditor');
  const staff = useMessages('staff');
  const common = useMessages('common');
  const { basis, offered } = purposeTemplates[id];
  const [before, now] = [purposeOf(base, id), purposeOf(profile, id)];
  const fixed = offered === 'always';
  const changed = !sameProfile(before, now);
  const dated = useDated(now);
  const offer = id === 'temporary' ? t.temporary.enter : before === null ? t.offer : t.keepAsking;
  const state = changed
    ? now === null
      ? t.retired
      : before === null
        ? t.fresh
        : t.changed
    : now === null && !fixed
      ? t.notOffered
      : basis === 'law'
        ? (dated ?? t.byLaw)
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
          <Button aria-label={`${offer}: ${staff.purposes[id]}`} onClick={onOffer}>
            {offer}
          </Button>
        ) : (
          <Button icon="edit" aria-label={`${common.edit}: ${staff.purposes[id]}`} onClick={onEdit}>
            {common.edit}
          </Button>
        ))}
    </li>
  );
}

/** Of a purpose that has dates, how far it has come. */
function useDated(purpose: ProfilePurpose | null): string | null {
  const t = useMessages('noticeEditor').temporary;
  const language = useLanguage();
  const { timers } = useTools();
  if (purpose?.retention.kind !== 'until-date') return null;
  const { asked, erased } = purpose.retention;
  return isAsked(purpose, timers.now())
    ? t.runs(formatCalendarDate(asked, language))
    : t.over(formatCalendarDate(erased, language));
}
