import type { Manifest } from './manifest.ts';
import type { PropertyProfile } from './property-profile.ts';
import type { PurposeId, Retention } from './purposes.ts';
import { restsOnRule } from './temporary-rule.ts';
import { addMonths } from './time.ts';

/** What the day depends on that a sealed-off purpose is erased on. */
export interface Sealed {
  readonly purpose: PurposeId;
  /** The day that was set when it was sealed off; null where no term was known then. */
  readonly until: string | null;
  readonly checkOut: string;
  /** Of the notice it was told on, where it is known. */
  readonly version?: number | undefined;
}

/** What is in force today. */
interface Today {
  readonly manifest: Pick<Manifest, 'purposes'>;
  readonly profile: Pick<PropertyProfile, 'purposes'>;
}

/**
 * The day a sealed-off purpose is erased, the same for the job, its preview, the guest and the desk: the one set when it was sealed off;
 * an earlier one where the owner has ended that same temporary rule since, never for another rule that ends earlier; and by the terms of
 * today where none was known. Null while the owner knows no term, and where nobody is asked any more: then the server goes by the rule
 * that was entered last.
 */
export function sealedDay({ purpose, until, checkOut, version }: Sealed, { manifest, profile }: Today): string | null {
  const retention = manifest.purposes.find(({ id }) => id === purpose)?.retention;
  const today = retention === undefined ? null : lastDay(retention, checkOut);
  if (until === null || today === null) return until ?? today;
  const rule = profile.purposes.find(({ id }) => id === purpose)?.rule;
  const ended = rule !== undefined && restsOnRule(rule, version) && today < until;
  return ended ? today : until;
}

/** The day the law's term of a guest who left on `checkOut` is over; null while it is not known. */
export function lastDay(retention: Retention, checkOut: string): string | null {
  if (retention.kind === 'until-date') return retention.erased;
  const months = retention.kind === 'statutory' ? retention.months : undefined;
  return months === undefined ? null : addMonths(checkOut, months);
}
