// What was handed over, deleted, and what proves it.

import { erasureFacts } from './erasure-facts.ts';

export const deletion = {
  open: 'Delete everything',
  openText: 'At once, and for good.',
  title: 'Delete everything',
  atOnce: 'What goes at once',
  held: 'What a law makes us keep',
  heldText: 'Sealed off: kept in storage only, and the hotel’s system refuses to open it.',
  heldUntil: 'When the term is over, it is deleted by itself; your certificate names the day.',
  heldNoDate:
    'There is no day yet: the hotel has not entered the law’s term. Once it is entered and over, this is deleted by itself.',
  nothingHeld: 'No law makes us keep anything of yours. Everything goes.',
  card: 'Name and masked contact in the desk’s list',
  desk: 'Room and the desk’s notes',
  self: 'Your own copy',
  selfText: 'After this even you can’t see what you told us. Take a copy first if you want one.',
  stays: 'What stays',
  staysText:
    'As proof, under the number of your registration: what you decided and when, in which language you read it, your receipts, this certificate, your requests, and the log’s entries of what happened when. None of it names you. Dates of stay, number of guests and where you scanned go with the last of your details.',
  backups: 'Copies in backups go too, by the date on your certificate.',
  stayGoesOn: 'Your stay goes on as before; we just can’t reach you any more.',
  confirm: 'Delete now',
  keep: 'Keep it',
  deleting: 'Deleting …',
  waiting: 'Not deleted yet: there is no connection. Please try again.',
  failed: 'Nothing was deleted',
};
export type DeletionMessages = typeof deletion;

export const handed = {
  wholeLog: 'Verify a hotel’s whole log',
  fetching: 'Fetching the certificate …',
  offline: 'No connection',
  offlineText: 'The certificate is fetched once, then it needs no connection any more. Please try again.',
  notThere: 'There is no certificate here any more',
  notThereText:
    'The link on the paper works for 30 days, and every character counts. If you kept the file, check it here instead, or ask at the desk.',
  keepText: 'Keep the file: with it you can check the certificate again at any time, without a connection.',
  save: 'Save the file',
  copy: 'Copy the file',
  fileName: 'Certificate',
};
export type HandedMessages = typeof handed;

/** What a hotel has erased by itself, as anyone can verify it. */
export const erasures = {
  title: 'What the hotel deleted by itself',
  text: 'Counted from the server’s own entries in the log, without a name. Anyone who holds the log can count again.',
  none: 'Nothing was due.',
  count: (registrations: number) => (registrations === 1 ? '1 registration' : `${registrations} registrations`),
  erased: 'Deleted',
  sealedOff: 'Sealed off',
  facts: erasureFacts,
  classes: {
    emergency: 'Emergency contact',
    billing: 'Bill and lost property',
    membership: 'Membership',
    offers: 'Offers and news',
    identity: 'Identity register',
    minors: 'Guests under 18',
    temporary: 'Asked for a limited time',
    card: 'With the last details: card, desk’s notes, guest’s own copy',
    unconfirmed: 'Registrations whose guest never came',
    proof: 'Proof of consent',
    log: 'Log',
  },
};
export type ErasuresMessages = typeof erasures;

export const certificate = {
  title: 'Deletion certificate',
  done: 'Deleted',
  doneText: 'It is done, and here is the proof. Please keep it: it is all that is left.',
  requested: 'Asked for',
  completed: 'Done',
  erased: 'Deleted',
  sealedOff: 'Sealed off',
  what: 'What was deleted',
  kept: 'What a law makes us keep, sealed off',
  keptText: 'Kept in storage only; the hotel’s system refuses to open it.',
  ground: 'Because of',
  until: 'Until',
  untilUnknown:
    'no day yet: the hotel has not entered the law’s term. Once it is entered and over, this is deleted by itself.',
  backups: 'Gone from backups by',
  processors: 'Passed-on copies',
  passedOnNone: 'The hotel’s log records none.',
  passedOnUnsaid: 'This certificate does not say. What the log records of it stands under “Everything that happened”.',
  passedOn: {
    police: (when: string) =>
      `Handed over to the police, as the law requires, last on ${when}. What they were given they keep; the hotel can’t take it back.`,
    file: (when: string) =>
      `taken out in a file, last on ${when}. Whether the file still exists is not recorded here; ask the hotel.`,
    paper: (when: string) =>
      `Printed, last on ${when}. Whether the paper still exists is not recorded here; ask the hotel.`,
  },
  passedOnOf: (what: string, said: string) => `${what}: ${said}`,
  processorsUnconfirmed: (names: string) =>
    `${names}: named in the rules you agreed to. No confirmation from them is recorded here; ask the hotel.`,
  processorsConfirmed: (names: string) => `${names}: confirmed deleted`,
  through: 'Asked for by',
  throughs: {
    guest: 'the guest, with their own link',
    'desk-in-person': 'the guest, at the desk in person',
    'desk-call-back': 'the guest, called back on the number on file',
  },
  number: 'Certificate number',
  ledger: 'Entry in the erasure book',
  keep: 'Keep the certificate',
  keepText: 'It names none of your details, so it can be shown to anyone.',
  picture: 'Picture',
  pictureAlt: 'Deletion certificate',
  file: 'File',
  copy: 'Copy',
  verify: 'Verify it',
  verifyText: 'Anyone can check the file on the page “Verify a receipt”, without a connection.',
  fileName: (code: string) => `Deletion certificate ${code}`,
  classes: {
    card: 'Name and masked contact in the desk’s list',
    self: 'Your own copy',
    desk: 'Room and the desk’s notes',
  },
};
export type CertificateMessages = typeof certificate;
