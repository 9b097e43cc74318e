import type { ConsentEvent } from '../protocol/consent-event.ts';
import { ageAt } from './birth-date.ts';
import { sameName } from './check-minors.ts';
import type { GuestDetails } from './details.ts';
import type { FieldReason } from './field-reason.ts';
import type { FieldPath } from './raw-details.ts';

/** Ages in whole years. Below the first only a guardian acts (PIPL 31); from the second on everybody decides for themselves. */
const actsAlone = 14;
const adult = 18;

/** Whether details that are right field by field may be sealed by the one who typed them. */
export type PartyCheck =
  | { readonly kind: 'fine' }
  /** The guest is under 14: nobody but their guardian registers them, and nothing of it is kept. */
  | { readonly kind: 'guardian-needed' }
  | { readonly kind: 'reasons'; readonly reasons: ReadonlyMap<FieldPath, FieldReason> };

/**
 * Who may speak for whom. A registration is one person's own, and that of the children they are guardian of: another adult decides
 * in a registration of their own, and a child under 14 comes with nobody but the guardian who registers.
 */
export function checkParty(details: Pick<GuestDetails, 'name' | 'people' | 'minors' | 'checkIn'>): PartyCheck {
  const { name, people, minors, checkIn } = details;
  const [guest, ...others] = people;
  if (guest !== undefined && ageAt(guest.birthDate, checkIn) < actsAlone) return { kind: 'guardian-needed' };
  const reasons = new Map<FieldPath, FieldReason>();
  for (const [at, person] of others.entries())
    if (ageAt(person.birthDate, checkIn) >= adult) reasons.set(`people.${at + 1}.birthDate`, 'adult_decides');
  for (const [at, { age, guardian }] of minors.entries())
    if (age === 'under-14' && !sameName(guardian.name, name))
      reasons.set(`minors.${at}.guardianName`, 'guardian_registers');
  return reasons.size === 0 ? { kind: 'fine' } : { kind: 'reasons', reasons };
}

/** Whether somebody acts for themselves alone, or for a child under 14 as well (PIPL 31). */
export function actingOf({ minors }: Pick<GuestDetails, 'minors'>): ConsentEvent['acting'] {
  return minors.some(({ age }) => age === 'under-14') ? 'guardian' : 'self';
}
