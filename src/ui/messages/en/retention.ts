import { erasureFacts } from './erasure-facts.ts';

/** What goes when, and what went. */
export const retention = {
  title: 'What is deleted when',
  lead: 'Everything goes by itself, on the day the guest was told. There is nothing to press.',
  backups: (days: number) =>
    `Keep no backup of the hotel’s data for more than ${days} days. Every certificate promises that by then no backup holds what was deleted, and the server can’t see your backups: whoever makes them has to keep this promise.`,
  loading: 'Working out the days',
  next: 'What goes next',
  nothingNext: 'Nothing is waiting. Guests appear here as soon as they have registered.',
  noDay: 'No day yet: no term has been confirmed',
  count: (registrations: number) =>
    registrations === 1 ? '1 registration' : `${registrations.toLocaleString('en')} registrations`,
  planned: (registrations: number) =>
    `${registrations.toLocaleString('en')} counted from the planned departure; mark who has left.`,
  calendarUnknown: 'The holidays of that year are not published yet; only weekends are left out.',
  outcomes: { erased: 'deleted', 'sealed-off': 'sealed off' },
  awaited: 'Guests who are awaited',
  terms: {
    awaited: (hours: number, from: string | null) =>
      `If they don’t come: ${hours} hours after the planned day of arrival and after they registered${from === null ? '' : `, from ${from}`}`,
    untilDate: (day: string) => `a temporary rule that is asked up to ${day}`,
    formerRule: 'a temporary rule that has been replaced or ended since',
    formerTerm: 'by the rule that held when it was sealed off',
    withLast: 'With the last of the details',
    afterDeparture: (days: number) => `${days} working days after check-out`,
    untilWithdrawn: (months: number) => `${months} months after the stay`,
    sealing: 'Storage only from here on, as a law still asks for it',
    statutory: (months: number) => `${months} months after check-out, by the rule the owner entered`,
    unknown: 'As long as the local rule says; none has been entered',
  },
  inForce: (day: string) => `in force since ${day}`,
  issuedOn: (day: string) => `issued on ${day}`,
  localRule: (rule: string, article: string | null, since: string | null, checkedOn: string) =>
    [
      article === null ? rule : `${rule}, ${article}`,
      ...(since === null ? [] : [since]),
      `checked by the hotel on ${checkedOn}`,
    ].join('; '),
  classes: {
    emergency: 'Emergency contact',
    billing: 'Bill and lost property',
    membership: 'Membership',
    offers: 'Offers and news',
    identity: 'Identity register',
    minors: 'Guests under 18',
    temporary: 'Temporary rule',
    card: 'Card, room and remarks',
    unconfirmed: 'Guests who never came',
    proof: 'Proof of consent',
    log: 'Log',
  },
  runs: 'What went',
  runsText:
    'Every run that deletes anything leaves a certificate in the log, and so does every day, even when nothing was due. Anyone can verify the file on the page “Verify a receipt”.',
  lastRun: (when: string, what: string) => `Last looked through ${when}: ${what}.`,
  lastNothing: 'nothing was due',
  noRunYet: 'The server has just started and is looking through everything for the first time.',
  noCertificates: 'Nothing has had to be deleted yet. The day’s first certificate comes within the hour.',
  went: (what: string, outcome: string, registrations: number) => `${what} ${outcome} ${registrations}`,
  nothingDue: 'Nothing was due',
  save: 'Save certificate',
  fileName: 'Erasure certificate',
  print: 'Print certificate',
  paper: {
    title: 'Certificate of erasure',
    text: 'What the server deleted and sealed off by itself, counted from its own entries in the log. It names nobody.',
    facts: erasureFacts,
    digest: 'Digest of its text',
    fingerprint: 'The hotel’s four words',
    verify: (address: string) =>
      `The paper is for the files. The proof is the saved file: anyone verifies it at ${address}, and with the whole log can count again.`,
  },
  failing: 'Deleting does not work',
  failingText: 'Guests were promised a day, and it may pass. Ask whoever runs the server to look at its log.',
  clock: 'The server’s clock is in doubt',
  clockText: (wall: string, counted: string) =>
    `It says ${wall}; going by the time that has really passed it is ${counted}. Until this is settled nothing is deleted that would not be due anyway.`,
  clockBehindText: (wall: string, counted: string) =>
    `It says ${wall}, and the time that terms were counted by says ${counted} already. One of the two is wrong, so nothing at all is deleted until this is settled.`,
  clockRight: 'The clock is right',
  clockOwner: 'An owner can confirm it here.',
};
