import { arrivalCode } from '../../protocol/ids.ts';
import type { FindRows } from '../requests/find-guest.tsx';

/** The guest's name where this tablet knows it. */
export async function guestName(find: FindRows, registration: string): Promise<string | null> {
  const found = await find(arrivalCode(registration), 5);
  return found.find(({ row }) => row.registration === registration)?.card?.name ?? null;
}
