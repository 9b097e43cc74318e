import { newId, type RandomBytes } from '../../protocol/ids.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { type RequestKind, requestSteps, requestWorkingDays } from '../../protocol/request.ts';
import { toDate } from '../../protocol/time.ts';
import type { NewRequest } from '../store/request-changes.ts';
import { workingDaysAfter } from './working-days.ts';

/** The queue's line for what a guest did by themselves: opened and done at once, every step by the guest's secret. */
export function handledRequest(of: {
  readonly kind: RequestKind;
  readonly purpose: PurposeId | null;
  readonly registration: string;
  readonly now: number;
  readonly random: RandomBytes;
}): NewRequest {
  const { kind, purpose, registration, now, random } = of;
  return {
    id: newId(now, random),
    kind,
    purpose: kind === 'withdrawal' ? purpose : null,
    origin: 'guest',
    registration,
    openedAt: now,
    ...workingDaysAfter(toDate(now), requestWorkingDays),
    outcome: 'done',
    steps: requestSteps.map((step) => ({ step, at: now, by: 'guest' })),
  };
}
