import type { RegisterField } from '../../../protocol/register-orders.ts';

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
  file: (guests: number) => (guests === 1 ? 'Make a file for 1 guest' : `Make a file for ${guests} guests`),
  fileText:
    'Every guest in the file has an entry in the log: taken out in a file, under the legal duty. Delete the file once it has been uploaded.',
  fileName: 'Register',
  fileDone: (guests: number) => (guests === 1 ? 'File saved, 1 line.' : `File saved, ${guests} lines.`),
  fileBroken: (guests: number) =>
    guests === 1
      ? '1 guest could not be opened; the line says so.'
      : `${guests} guests could not be opened; their lines say so.`,
  fileEntry: (guests: number) =>
    guests === 1
      ? '1 foreign passport: visa and entry are empty in the file, as they are kept nowhere. Enter them in the local system.'
      : `${guests} foreign passports: visa and entry are empty in the file, as they are kept nowhere. Enter them in the local system.`,
  fileMark: 'Uploaded: mark them all as handed over',
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
  by: (when: string, who: string) => `${when}, ${who}`,
  ways: { typed: 'entered by hand', file: 'as a file' },
  undo: 'Not handed over after all',
  undone: (name: string) => `${name} waits again`,
  askApproval: 'Ask a supervisor',
  approvalText: 'The reason is the legal duty. A supervisor sees the question at once, and you can go on meanwhile.',
  noDocument: 'A child of whom only the guardian wrote: read the document itself.',
  minors: 'Guests under 18',
  minorsKey: 'Details of minors were not opened: you have not been granted them.',
};
