import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { SortColumn } from '../list/list-choice.ts';

/** What a column is called. */
export function useColumnNames(): (column: SortColumn) => string {
  const { guestFile, settings } = useMessages('staff');
  const names: Readonly<Record<SortColumn, string>> = { ...settings.columns, ...guestFile.columns };
  return (column) => names[column];
}
