import type { PropertyProfile, ProfilePurpose } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';

/** What an owner has edited and not published. In memory only. */
export interface NoticeDraft {
  /** The profile in force when the editing began. */
  readonly base: PropertyProfile;
  readonly profile: PropertyProfile;
}

export function purposeOf(profile: PropertyProfile, id: PurposeId): ProfilePurpose | null {
  return profile.purposes.find((purpose) => purpose.id === id) ?? null;
}

/** Puts one purpose in the place of what was there, in the product's order; null retires it. */
export function withPurpose(profile: PropertyProfile, id: PurposeId, purpose: ProfilePurpose | null): PropertyProfile {
  const purposes = purposeIds.flatMap((each) => {
    const one = each === id ? purpose : purposeOf(profile, each);
    return one === null ? [] : [one];
  });
  return { ...profile, purposes };
}

/** A purpose as it is offered at first. */
export function suggestedPurpose(id: PurposeId): ProfilePurpose {
  return { id, retention: purposeTemplates[id].retention };
}

/**
 * The profile without a temporary purpose that was published and whose details have all gone since: it goes along with whatever is
 * published next. One that an edit ends today is published first, so that the day its details go is in a manifest.
 */
export function withoutGone(profile: PropertyProfile, published: PropertyProfile, today: string): PropertyProfile {
  const [retention, edited] = [published, profile].map((one) => purposeOf(one, 'temporary')?.retention);
  return retention?.kind === 'until-date' && retention.erased <= today && sameProfile(retention, edited)
    ? withPurpose(profile, 'temporary', null)
    : profile;
}

export function sameProfile(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Carries one owner's unpublished edits over to what another has published meanwhile. What only one of them changed is taken from
 * them; where both did, the edits at hand stand, and are looked at once more before they are published.
 */
export function mergeDraft({ base, profile: mine }: NoticeDraft, theirs: PropertyProfile): NoticeDraft {
  function pick<Key extends keyof PropertyProfile>(key: Key): PropertyProfile[Key] {
    return sameProfile(mine[key], base[key]) ? theirs[key] : mine[key];
  }
  const processors = pick('processors');
  const register = pick('register');
  const minorsRule = pick('minorsRule');
  const purposes = purposeIds.flatMap((id) => {
    const [before, edited, published] = [base, mine, theirs].map((profile) => purposeOf(profile, id));
    const one = sameProfile(edited, before) ? published : edited;
    return one === null || one === undefined ? [] : [one];
  });
  const profile: PropertyProfile = {
    name: pick('name'),
    address: pick('address'),
    contact: pick('contact'),
    officer: pick('officer'),
    complaints: pick('complaints'),
    languages: pick('languages'),
    jurisdiction: pick('jurisdiction'),
    purposes,
    storage: pick('storage'),
    identityRule: pick('identityRule'),
    ...(processors === undefined ? {} : { processors }),
    ...(register === undefined ? {} : { register }),
    ...(minorsRule === undefined ? {} : { minorsRule }),
  };
  return { base: theirs, profile };
}
