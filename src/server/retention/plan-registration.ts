import type { PurposeId } from '../../protocol/purposes.ts';
import type { Stay } from '../../protocol/retention-api.ts';
import { sealedOffAfter } from '../../protocol/retention-classes.ts';
import type { UntilDate } from '../../protocol/temporary-rule.ts';
import { addDays, addMonths } from '../../protocol/time.ts';
import type { DueDate } from '../requests/working-days.ts';
import type { Term } from './terms-of.ts';

/** A purpose and the day it goes: from the beginning of that day in China, and gone before its end. */
export interface PlannedStep {
  readonly purpose: PurposeId;
  readonly outcome: 'erased' | 'sealed-off';
  readonly day: string;
  readonly calendarKnown: boolean;
  /** For what is sealed off: the day it is erased, null while no term is known. */
  readonly until: string | null;
  readonly retention: Term['retention'];
}

export interface RegistrationPlan {
  readonly steps: readonly PlannedStep[];
  /** The day the card, the desk's note and the guest's own copy go: with the last of the steps. */
  readonly ends: DueDate;
}

export type WorkingDaysAfter = (date: string, days: number) => DueDate;

/**
 * When what goes, of a guest who has arrived. Terms count from the actual check-out, and from the planned one while nobody has said that
 * the guest left; then nothing goes before that day is over.
 */
export function planRegistration(
  { checkOut, departed }: Stay,
  terms: readonly Term[],
  workingDaysAfter: WorkingDaysAfter,
): RegistrationPlan {
  const first = departed ? checkOut : addDays(checkOut, 1);
  const notBefore = ({ due, calendarKnown }: DueDate): DueDate =>
    due < first ? { due: first, calendarKnown: true } : { due, calendarKnown };
  const steps = terms.map((term) => step(term));
  const last = steps.reduce((latest, { day }) => (day > latest ? day : latest), first);
  return {
    steps,
    ends: { due: last, calendarKnown: steps.every(({ day, calendarKnown }) => day !== last || calendarKnown) },
  };

  function step({ purpose, retention }: Term): PlannedStep {
    if (retention.kind === 'until-date') return untilDateStep(purpose, retention);
    const { due, calendarKnown } = notBefore(dueOf(retention));
    const lawful = retention.kind === 'statutory';
    const until = lawful && retention.months !== undefined ? addMonths(checkOut, retention.months) : null;
    return { purpose, outcome: lawful ? 'sealed-off' : 'erased', day: due, calendarKnown, until, retention };
  }

  /** Sealed off like all a law asks, and gone on its own day, also of a guest who is still staying. */
  function untilDateStep(purpose: PurposeId, retention: UntilDate): PlannedStep {
    const sealing = notBefore(workingDaysAfter(checkOut, sealedOffAfter));
    const { erased } = retention;
    if (erased <= sealing.due)
      return { purpose, outcome: 'erased', day: erased, calendarKnown: true, until: null, retention };
    const { due: day, calendarKnown } = sealing;
    return { purpose, outcome: 'sealed-off', day, calendarKnown, until: erased, retention };
  }

  function dueOf(retention: Exclude<Term['retention'], UntilDate>): DueDate {
    switch (retention.kind) {
      case 'after-departure':
        return workingDaysAfter(checkOut, retention.workingDays);
      case 'until-withdrawn':
        return { due: addMonths(checkOut, retention.monthsAfterStay), calendarKnown: true };
      case 'statutory':
        return workingDaysAfter(checkOut, sealedOffAfter);
    }
  }
}
