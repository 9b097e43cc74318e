import type { DeskRequest } from '../../protocol/request.ts';
import type { RequestsMessages } from '../../ui/messages/en/requests.ts';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';

/** What is asked for, with the use it is about. */
export function whatIsAsked({ kind, purpose }: DeskRequest, t: RequestsMessages, staff: StaffMessages): string {
  return purpose === null ? t.kinds[kind] : t.kindOf(t.kinds[kind], staff.purposes[purpose]);
}

/** Who it is about: the name while the card is there, else what stands in for it. */
export function whoIsMeant(entry: DeskEntry | undefined, { registration }: DeskRequest, t: RequestsMessages): string {
  if (registration === null) return t.unknownGuest;
  return entry?.card?.name ?? t.deletedGuest;
}
