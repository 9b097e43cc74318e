import type { DeskEntry, DeskView } from '../desk/desk-entry.ts';
import { changedSince } from '../register/changed-since.ts';

/** What rows are asked for by, besides what is typed. */
export type RowGroup = 'arriving' | 'in-house' | 'to-hand-over' | 'handed-over';

/** The group everybody in a view belongs to; null where that is everybody. */
export function groupOfView(view: DeskView): RowGroup | null {
  if (view === 'all') return null;
  return view === 'arriving' ? 'arriving' : 'in-house';
}

export function groupsOf({ row }: DeskEntry): readonly RowGroup[] {
  const { state, arrivedAt, handedOver } = row;
  const groups: RowGroup[] = [];
  if (state === 'received' || state === 'seen') groups.push('arriving');
  if (state === 'arrived') groups.push('in-house');
  if ((state !== 'arrived' && state !== 'departed') || arrivedAt === null) return groups;
  // Handed over, and again to be where the guest has changed something since.
  if (handedOver !== undefined) groups.push('handed-over');
  if (handedOver === undefined || changedSince(row)) groups.push('to-hand-over');
  return groups;
}
