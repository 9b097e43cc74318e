import type { GuestDetails } from '../../pii/details.ts';
import { cardPayload, purposePayload } from '../../pii/payloads.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';

/** What a guest may be about to do with the form: correct, and with it say yes to one more use or fill in what the law asks. */
export interface CorrectionAim {
  /** The purpose said yes to that needs more than was told before; null where only details change. */
  readonly give: PurposeId | null;
  /** Whether what the law asks is filled in here, though it wasn't before. */
  readonly identity: boolean;
  /** The same of what a temporary rule asks. */
  readonly temporary?: boolean;
}

/** Purposes whose envelope another set of details changes, of those with one before or after, in the product's order. */
export function purposesTouched(
  before: GuestDetails,
  after: GuestDetails,
  held: readonly PurposeId[],
): readonly PurposeId[] {
  return purposeIds.filter((id) => {
    if (id === 'minors' && before.minors.length + after.minors.length > 0) return differs(before.minors, after.minors);
    if (id === 'identity' && before.people.length + after.people.length > 0)
      return differs(before.people, after.people);
    if (id === 'temporary' && (before.temporary ?? after.temporary) !== undefined)
      return differs(before.temporary, after.temporary);
    return held.includes(id) && differs(purposePayload(id, before), purposePayload(id, after));
  });
}

/** Whether the desk's list shows another line. */
export function cardTouched(before: GuestDetails, after: GuestDetails): boolean {
  return differs(cardPayload(before), cardPayload(after));
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
