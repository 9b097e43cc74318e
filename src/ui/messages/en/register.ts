import type { RegisterField } from '../../../protocol/register-orders.ts';

const guestsIn = (guests: number) => (guests === 1 ? '1 guest' : `${guests} guests`);

/** The register of guests the law asks for, and its way to the police. */
export const register = {
  tab: (due: number) => (due === 0 ? 'Register' : `Register (${due})`),
  tabOverdue: (due: number, overdue: number) => `Register (${due}, ${overdue} overdue)`,
  title: 'Register for the police',
  lead: 'A legal duty of the hotel, not a choice of the guest. Every opening is written into the log before it happens, and the guest can read it.',
  overdue: (guests: number) =>
    guests === 1 ? '1 guest from abroad is overdue' : `${guests} guests from abroad are overdue`,
  overdueText: 'The 24 hours since their arrival are over. Hand them over now, then mark it here.',
  overdueGo: 'To the register',
  abroad: 'From abroad, within 24 hours',
  abroadText:
    'The clock runs from the confirmed arrival. Guests from Hong Kong, Macao and Taiwan are counted in; your local authority can tell you whether it wants them within the same time.',
  others: 'Others to hand over',
  notListed: (guests: number) => `${guests} more, received earlier, come up here as these are handed over.`,
  nobody: 'Nobody is waiting to be handed over.',
  handedOver: 'Handed over',
  left: (hours: number, minutes: number) => `${hours} h ${minutes} min left`,
  over: (hours: number, minutes: number) => `Overdue by ${hours} h ${minutes} min`,
  changed: 'Changed by the guest since it was handed over',
  room: (room: string) => `Room ${room}`,
  arrived: (when: string) => `Arrived ${when}`,
  show: 'Show',
  select: (name: string) => `Put ${name} into the file`,
  closedToFile: 'With children: a file takes somebody who may open their details.',
  file: {
    xlsx: (guests: number) => `Spreadsheet, ${guestsIn(guests)}`,
    csv: (guests: number) => `CSV file, ${guestsIn(guests)}`,
    text: (guests: number) => `TXT file, ${guestsIn(guests)}`,
  },
  fileText:
    'Spreadsheet (XLSX): to open and check; every number stays as it is written. CSV or TXT: only to import into the local system; opened as a spreadsheet it loses long numbers and zeros in front. Every guest in a file has an entry in the log: taken out in a file, under the legal duty. Delete the file once it has been uploaded.',
  noBox:
    'Names without a box aren’t for a file: nothing they entered on a phone can be put into it. Enter these guests from their documents.',
  fileName: 'Register',
  fileDone: (people: number) => (people === 1 ? 'File saved, 1 person.' : `File saved, ${people} people.`),
  fileNone: 'No file was made: nobody could be put into it.',
  fileEarlier: (when: string) => `The file saved ${when} isn’t marked yet`,
  filesEarlier: (files: number) => `${files} saved files aren’t marked yet`,
  fileEarlierText: (people: number, by: string) =>
    `${people === 1 ? '1 person is' : `${people} people are`} in it; it was made by ${by}. The tablet was locked or the page loaded again since. Once it has been uploaded, mark its guests here. If it never was, close this and make it again: they are all still waiting.`,
  fileEarlierBanner:
    'The guests in a saved file count as waiting until they are marked. Mark them once the file has been uploaded.',
  fileLeft: 'Not in the file; they stay waiting:',
  fileLeftWhy: {
    closed: 'there are children whose details you may not open',
    unreadable: 'could not be opened; enter them from their documents, then mark them one by one',
  },
  fileUnfinished:
    'In the file, but not with everything. They stay waiting: add the rest in the local system, then mark them one by one:',
  fileLacks: {
    entry: 'visa and entry, which are kept nowhere',
    child: 'a child’s document, which wasn’t entered on the phone',
    room: 'the room, which could not be read',
  },
  fileLacksAnd: '; ',
  fileColon: ': ',
  fileMark: (whole: number, stay: number) =>
    stay === 0
      ? `Uploaded: mark ${whole} as handed over`
      : `Uploaded: mark ${whole} as handed over; ${stay} still waiting`,
  order: (name: string) => `Order of the fields: ${name}`,
  orders: { neutral: 'neutral', example: 'example of a local system' },
  orderUnchecked: 'Not checked against your local system; please compare before you rely on it.',
  back: 'Back to the register',
  open: 'Open for the register',
  openText: 'The reason “legal duty” and your name go into the log; the guest can read it.',
  atDesk:
    'This guest entered nothing on the phone. Enter them in the local system from the document itself, then mark it here.',
  gone: 'What this guest entered is gone or sealed off; nothing can be opened any more.',
  origins: {
    mainland: 'Mainland document',
    'hong-kong-macau-taiwan': 'Hong Kong, Macao or Taiwan: 24 hours from the arrival',
    abroad: 'From abroad: 24 hours from the arrival',
  },
  fields: {
    name: 'Name',
    nationality: 'Nationality',
    documentKind: 'Kind of document',
    documentNumber: 'Document number',
    birthDate: 'Date of birth',
    visaKind: 'Kind of visa',
    visaNumber: 'Visa number',
    visaUntil: 'Stay allowed until',
    entryDate: 'Date of entry',
    entryPort: 'Port of entry',
    room: 'Room',
    arrivedAt: 'Arrived',
    checkOut: 'Planned departure',
    guardianName: 'Guardian',
    guardianRelation: 'Relation to the guardian',
    guardianContact: 'How to reach the guardian',
  } satisfies Record<RegisterField, string>,
  person: (number: number) => `Guest ${number}`,
  entryHint: 'From the passport. Only on this screen; kept nowhere.',
  entryRule: (rule: string) => `Visa and entry are asked for by: ${rule}`,
  copy: (field: string) => `Copy: ${field}`,
  copied: (field: string, value: string) => `Copied, ${field}: ${value}`,
  copyFailed: 'This browser doesn’t let the page copy. Select the text by hand.',
  nextField: (field: string) => `Next: ${field}`,
  lastField: 'That was the last field.',
  clipboard: 'The last field you copied is still in the clipboard.',
  clear: 'Empty the clipboard',
  cleared: 'The clipboard is empty.',
  clearFailed:
    'The clipboard could not be emptied. Copy something harmless, so that nobody pastes a guest’s details by mistake.',
  mark: 'Mark as handed over',
  markText:
    'Press this once the local system has taken the guest. Time and who said so are kept, and the guest can read it.',
  marked: (name: string) => `${name}: handed over`,
  handedAlready: 'Handed over already',
  handedAlreadyText: (when: string, who: string) => `${when}, ${who}. There is nothing left to type in.`,
  nextGuest: (name: string) => `Next: ${name}`,
  markedFile: (guests: number) => `${guestsIn(guests)} handed over`,
  by: (when: string, who: string) => `${when}, ${who}`,
  ways: { typed: 'entered by hand', file: 'as a file' },
  undo: 'Not handed over after all',
  undone: (name: string) => `${name} waits again`,
  askApproval: 'Ask a supervisor',
  approvalText: 'The reason is the legal duty. A supervisor sees the question at once, and you can go on meanwhile.',
  noDocument: 'A child of whom only the guardian wrote: read the document itself.',
  minors: 'Guests under 18',
  minorsKey: 'Details of minors were not opened: you have not been granted them.',
  childrenClosed:
    'Children belong to this registration, and their details aren’t yours to open. Somebody who was granted them hands the family over, and marks it.',
  changedSince:
    'The guest has changed something since you opened it. What you carried over may be out of date; open it again.',
};
