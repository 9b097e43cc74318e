import { idSchema } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { Call } from './api.ts';

/** The id of a registration in a path. Throws Refusal `not_found`. */
export function registrationIn({ parameter }: Pick<Call<unknown>, 'parameter'>): string {
  const registration = parameter('registration');
  if (!idSchema.safeParse(registration).success) throw new Refusal('not_found');
  return registration;
}
