// A guest who was chosen at the desk, and what is opened of them.

import type { DocumentKindName, OpeningReasonName } from '../closed-lists.ts';

export const guest = {
  choose: 'Choose a guest from the list.',
  back: 'To the list',
  code: 'Arrival code',
  compare: 'The same code is on the guest’s phone.',
  stay: 'Stay',
  nights: (nights: number) => (nights === 0 ? 'same day' : nights === 1 ? '1 night' : `${nights} nights`),
  contact: 'Contact',
  noContact: 'none given',
  party: 'Party',
  together: 'Together with',
  from: 'Came through',
  channels: {
    reception: 'poster at reception',
    lobby: 'poster in the lobby',
    room: 'poster in the room',
    website: 'our website',
    desk: 'this desk',
    typed: 'typed address',
  },
  language: 'Language',
  received: 'Received',
  unreadable: 'This registration could not be read',
  unreadableText:
    'What the server keeps of it is damaged. Nothing of it can be opened or changed here; no other registration is affected by it. Tell whoever looks after the server: its log names this registration. If the guest is here, ask them to register again.',
  broken: 'This registration could not be opened',
  brokenText:
    'The key does not fit or the contents were changed. Nothing was shown and no other registration is affected. Ask the guest to register again.',
  older: 'An older copy was refused',
  olderText:
    'The server sent a state of this registration that is older than what this tablet has seen. It was not shown. Tell whoever runs the server.',
  gone: 'The details of this registration have been deleted as promised.',
  purposes: 'Details the guest sealed for us',
  noPurposes: 'Nothing beyond the card.',
  version: (version: number) => `Version ${version} of the notice`,
  olderVersion: (version: number) =>
    `Agreed to version ${version}, not to today’s: the time and recipients of version ${version} hold`,
  open: 'Open',
  notGranted: 'Not open to you',
  readable: 'The guest can read who opened this, when and why.',
};
export type ChosenGuestMessages = typeof guest;

export const opening = {
  title: (purpose: string) => `Open “${purpose}”`,
  why: 'Why do you need it now?',
  stopped: (time: string) => `Nothing opens for you until ${time}`,
  stoppedText:
    'Within an hour you tried very often what you may not open. Each attempt is written down, and the owner sees that you were stopped. The list and everything else works; if something is needed now, ask a colleague.',
  logged: 'Your role and staff code, the time and this reason are written down first. The guest can read them.',
  reasons: {
    'check-in': 'Checking in',
    'contact-guest': 'Reaching the guest',
    'guest-asked': 'The guest asked',
    bill: 'The bill',
    'lost-property': 'Something left behind',
    points: 'Points or the members’ price',
    emergency: 'An emergency',
    'legal-duty': 'A legal duty',
  } satisfies Record<OpeningReasonName, string>,
  working: 'Writing it down, then opening',
  closesItself: 'Closes by itself',
  closeNow: 'Close now',
  noLongerHeld: 'The guest has just changed this, so it was closed and has left the tablet.',
  closed: 'Closed again',
  copy: (what: string) => `Copy ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
};
export type OpeningMessages = typeof opening;

export const fields = {
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  nationality: 'Nationality',
  documentKind: 'Document',
  documentNumber: 'Number',
  birthDate: 'Date of birth',
  age: 'Age',
  guardian: 'Guardian',
  relation: 'Relation',
  contact: 'Contact',
  ages: { 'under-14': 'under 14', '14-17': '14 to 17' },
  documentKinds: {
    'resident-id': 'Resident identity card',
    passport: 'Passport',
    'hk-macau-permit': 'Hong Kong and Macau permit',
    'taiwan-permit': 'Taiwan permit',
    'foreign-pr-id': 'Foreign permanent resident card',
    'electronic-id': 'Electronic identity card',
    other: 'Other document',
  } satisfies Record<DocumentKindName, string>,
};
export type FieldsMessages = typeof fields;
