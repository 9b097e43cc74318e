import type { GuestFileColumnName } from '../closed-lists.ts';

/** How the hotel works: what an owner sets. */
export const settings = {
  title: 'Settings',
  lead: 'How this desk works. None of it changes what guests have agreed to.',
  loading: 'Reading the settings',
  columnsTitle: 'Columns of the guest file',
  columnsText:
    'What the list shows, in this order. The name is always there. On a narrow screen the first ones come first.',
  columns: {
    number: 'Number',
    name: 'Name',
    contact: 'Contact',
    // A hyphen that doesn't break: the column is narrow.
    'check-in': 'Check\u2011in',
    'room-type': 'Room type',
    amount: 'Amount spent',
    remarks: 'Remarks',
  } satisfies Record<GuestFileColumnName, string>,
  earlier: (column: string) => `Move “${column}” forward`,
  later: (column: string) => `Move “${column}” back`,
  hours: 'Hours to wait for a guest',
  hoursHint: (least: number, most: number) =>
    `Counted from the end of the planned day of arrival. Who hasn’t come by then is deleted, with everything they sent. Between ${least} and ${most} hours; 48 is usual. It counts for those who are waited for now, too.`,
  days: 'Working days to answer a request',
  daysHint: (most: number) =>
    `For guests who ask at the desk, counted in China’s working days. ${most} is the most, and what the rules promise; fewer is kinder. It counts for requests from now on.`,
  wholeNumber: (least: number, most: number) => `A whole number from ${least} to ${most}, please.`,
  roomTypes: 'Room types',
  roomTypesHint: 'One on each line, as you call them. They are offered when an arrival is confirmed.',
  roomTypesMany: (most: number, lines: number) => `At most ${most} lines, please; there are ${lines}.`,
  roomTypesLong: (most: number, line: string) => `At most ${most} characters a line, please; “${line}” is longer.`,
  roomTypesTwice: (line: string) => `“${line}” is there twice. Please take one out.`,
  shorterTitle: 'Wait less long?',
  shorterAtOnce: (registrations: number) =>
    registrations === 1
      ? '1 registration is past the shorter time already. It is destroyed within a minute, with everything the guest sent.'
      : `${registrations} registrations are past the shorter time already. They are destroyed within a minute, with everything the guests sent.`,
  shorterEarlier: (registrations: number) =>
    registrations === 1
      ? '1 registration goes earlier than so far if its guest doesn’t come. None goes at once.'
      : `${registrations} registrations go earlier than so far if their guests don’t come. None goes at once.`,
  shorterEarlierToo: (registrations: number) =>
    registrations === 1
      ? '1 more registration goes earlier than so far if its guest doesn’t come.'
      : `${registrations} more registrations go earlier than so far if their guests don’t come.`,
  shorterGrown: 'More guests are affected by now',
  shorterGrownText: 'Nothing was saved yet. Please look at the numbers again.',
  shorterSubmit: 'Wait less long',
  unsaved: 'There are changes that aren’t saved. You find them here again after another page or a lock.',
  discard: 'Drop the changes',
  save: 'Save settings',
  saved: 'Settings saved',
  conflict: 'Somebody has saved other settings meanwhile',
  conflictText: 'Yours are still in the form and not saved. Take over theirs, or save yours in their place.',
  theirs: 'Show theirs',
  mine: 'Save mine',
};

export type SettingsMessages = typeof settings;
