/** The desk's list: what it is sorted and filtered by, and the guest file as a table. */
export const guestFile = {
  options: 'Sort and filter',
  filtered: 'Filtered',
  sort: 'Sort by',
  usual: 'Usual order',
  reversed: 'Reversed',
  columns: { room: 'Room', 'check-out': 'Check-out', state: 'State', received: 'Received' },
  purpose: 'Purpose',
  anyPurpose: 'All purposes',
  standing: 'How it stands',
  anyStanding: 'Any state',
  standings: { held: 'Held', withdrawn: 'Taken back', 'sealed-off': 'Sealed off by law' },
  everything: 'Take filters off',
  noneFits: 'Nobody here fits the filter.',
  reading: (count: number) =>
    `Still reading older registrations, ${count.toLocaleString('en')} so far. Searches find what has been read.`,
  table: 'Guest file',
  list: 'List',
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  unnoted: 'not noted',
};

/** What every language has to say in this area. */
export type GuestFileMessages = typeof guestFile;
