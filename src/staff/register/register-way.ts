import { type RegisterOrder, registerOrders } from '../../protocol/register-orders.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';

/** Whether somebody hands guests over to the police: the hotel keeps the register, and they hold its key. */
export function handsOver({ person }: Pick<Session, 'person'>, { profile }: Pick<Hotel, 'profile'>): boolean {
  return (
    profile.purposes.some(({ id }) => id === 'identity') &&
    permissionsOf[person.role].includes('register.hand-over') &&
    person.granted.includes('identity')
  );
}

/** How this hotel hands guests over. */
export function registerWay({ profile }: Pick<Hotel, 'profile'>): {
  readonly order: RegisterOrder;
  readonly entryRule: string | null;
} {
  const { order = 'neutral', entryRule = null } = profile.register ?? {};
  return { order: registerOrders[order], entryRule };
}
