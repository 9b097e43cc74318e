import { addDays, toDate } from '../protocol/time.ts';
import { confirmArrival } from '../staff/desk/confirm-arrival.ts';
import type { Session } from '../staff/session/sign-in.ts';
import type { SealingKey } from '../protocol/manifest.ts';
import type { DemoGuest } from './demo-guests.ts';

export interface Registered {
  readonly guest: DemoGuest;
  readonly registration: string;
}

/** Confirms the arrivals of everyone who is in house or leaving, with rooms and a remark here and there, as the front desk would. */
export async function workTheDesk(
  session: Session,
  card: SealingKey,
  registered: readonly Registered[],
  now: number,
): Promise<void> {
  const arrived = registered.filter(({ guest }) => guest.stage !== 'arriving');
  for (const [at, { guest, registration }] of arrived.entries()) {
    await confirmArrival(session, card, registration, {
      room: String(201 + (at % 8) + 100 * Math.floor(at / 8)),
      remarks: remarks[at % remarks.length] ?? '',
      checkOut: guest.stage === 'leaving' ? toDate(now) : addDays(toDate(now), guest.nights),
    });
  }
}

const remarks = ['', '要安静的房间', '', 'Late check-out until 14:00', '', '加一床被子', ''];
