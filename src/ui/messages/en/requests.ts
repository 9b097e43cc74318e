import type { RefusalReason, RequestKind, RequestOrigin, RequestStep } from '../../../protocol/request.ts';

/** The desk's queue of requests, and the certificate it hands over. */
export const requests = {
  title: 'Requests',
  tab: (open: number) => (open === 0 ? 'Requests' : `Requests ${open}`),
  tabOverdue: (open: number, overdue: number) => `Requests ${open}, ${overdue} overdue`,
  openOne: 'Open a request',
  openForGuest: 'The guest asks for something',
  waiting: 'Waiting',
  closed: 'Done',
  emptyOpen:
    'Nothing is waiting. What guests take back, correct or delete on their own phone counts at once and is listed under Done.',
  emptyClosed: 'Nothing has been asked yet.',
  loading: 'Fetching the requests',
  choose: 'Choose a request from the list.',
  back: 'To the list',
  stale: 'The queue may be a little behind. It catches up by itself once the line is back.',
  unreadable: (count: number) => (count === 1 ? 'One request can’t be read' : `${count} requests can’t be read`),
  unreadableText: (when: string) =>
    `Opened on ${when}, and damaged since. The hotel’s log has the registration and what was done; open the request again, and tell whoever runs the server.`,
  kinds: {
    deletion: 'Delete everything',
    withdrawal: 'Take back',
    correction: 'Correct',
    access: 'Copy of the data',
  } satisfies Record<RequestKind, string>,
  kindOf: (kind: string, purpose: string) => `${kind}: ${purpose}`,
  origins: {
    guest: 'Guest, with their own link',
    'desk-in-person': 'Guest at the desk',
    'desk-call-back': 'By phone, call back',
  } satisfies Record<RequestOrigin, string>,
  facts: { guest: 'Guest', origin: 'Asked by', opened: 'Asked on', due: 'Due', code: 'Arrival code' },
  unknownGuest: 'Not found yet',
  deletedGuest: 'Details deleted',
  due: (date: string) => `Due ${date}`,
  daysLeft: (days: number) =>
    days === 0 ? 'due today' : days === 1 ? '1 working day left' : `${days} working days left`,
  overdue: 'Overdue',
  overdueBy: (days: number) => (days <= 1 ? 'overdue since 1 working day' : `overdue since ${days} working days`),
  overdueText:
    'The day we promised has passed, and the guest can see that. Finish it today, or refuse it with the reason.',
  calendarUnknown: (year: string) =>
    `The calendar for ${year} isn’t published yet; counted as Monday to Friday. Public holidays may move the day.`,
  outcomes: { open: 'Waiting', done: 'Done', refused: 'Refused' },
  steps: {
    verified: 'Verify',
    found: 'Find',
    done: 'Carry out',
    certified: 'Certify',
  } satisfies Record<RequestStep, string>,
  doneSteps: {
    deletion: 'Delete',
    withdrawal: 'Take back',
    correction: 'Correct',
    access: 'Hand over',
  } satisfies Record<RequestKind, string>,
  stepsTitle: 'Steps',
  stepBy: (when: string, who: string) => `${when} · ${who}`,
  stepOpen: 'not yet',
  you: 'you',
  byGuest: 'the guest',
  bySystem: 'the server',
  someone: (code: string) => `staff code ${code}`,
  mayNotHandle: 'A supervisor or the owner takes it from here. You can see how it goes.',
  working: 'Writing it down',

  verify: {
    inPerson: 'Look at the guest’s document and compare it with the person. Take no copy and no photo of it.',
    inPersonDone: 'Document seen, it is the guest',
    callBack:
      'Call the number the guest gave us, never one the caller tells you. Opening it is written down with your reason, and the guest can read that.',
    callBackOpen: 'Open the number on file',
    callBackNone: 'There is no number you may open. Ask the guest to come to the desk, or refuse the request.',
    callBackDone: 'Called back, it is the guest',
  },
  find: {
    isThis: 'Is it this registration?',
    thisIsIt: 'This is it',
    other: 'Another one',
    search: 'Name, initials, room, code or last digits',
    none: (typed: string) => `Nothing fits “${typed}”. Try the arrival code, or another spelling.`,
    text: 'Look for the registration by name or its initials, room, arrival code or the last digits of the phone.',
    pick: (name: string) => `Choose ${name}`,
  },
  act: {
    deletion:
      'Everything goes at once, except what a law still holds: that is sealed off and erases itself once its term is known and over. It can’t be undone.',
    deletionDo: 'Delete now',
    withdrawal: (purpose: string) =>
      `The envelope for “${purpose}” is destroyed at once. Only the guest can give it again.`,
    withdrawalDo: 'Take it back now',
    correction:
      'Nobody at the desk can change what a guest has sealed. Ask the guest to register again with the right details, on their phone or on this tablet. Then delete the old registration with a request of its own.',
    correctionDo: 'The guest has registered again',
    correctionDelete: 'Open a request to delete the old one',
    access:
      'Open each part together with the guest, with the reason “The guest asked”, and let them read it. Nothing is printed or copied.',
    accessDo: 'The guest has read it',
    onBehalf:
      'It is marked as done by the desk for the guest: in the log, on the certificate and in the guest’s own view. It never counts as the guest’s signature.',
  },
  certify: {
    text: 'Hand over the certificate. The guest can check it on any phone, also without a connection.',
    plain: 'Tell the guest how it ended, then note it here.',
    handed: 'Handed to the guest',
    told: 'The guest knows',
    show: 'Certificate',
    print: 'Print the certificate',
    scan: 'Or let the guest scan this',
    scanText: 'Their phone fetches the certificate, checks it and can keep it. The link works for 30 days.',
    linkOver: 'The link for the guest’s phone has ended, so the certificate is printed without it.',
    invalid: 'This certificate does not verify, so it is not shown. Tell whoever runs the server.',
  },
  refuse: {
    open: 'Refuse',
    title: 'Why can’t it be done?',
    text: 'The guest reads the reason you choose, and where to turn. The law wants both.',
    reasons: {
      'identity-not-proven': 'We could not make sure that it was the guest who asked.',
      'nothing-found': 'We found nothing of theirs.',
      'law-requires-keeping': 'A law still requires us to keep it.',
      'rights-of-others': 'It would touch the rights of somebody else.',
      'asked-already': 'It had been asked, and answered, already.',
    } satisfies Record<RefusalReason, string>,
    turnTo: 'Where the guest can turn',
    court: 'The guest can also go to court.',
    why: 'Reason',
  },
  form: {
    title: 'Open a request',
    lead: 'For a guest who can’t use their own link any more. With the link, everything works at once on their phone.',
    guest: 'For whom',
    later: 'Find the guest later',
    change: 'Another guest',
    kind: 'What does the guest ask for?',
    purpose: 'Which use is taken back?',
    origin: 'How do we make sure it is the guest?',
    origins: { 'desk-in-person': 'In person, document seen', 'desk-call-back': 'Calling back the number on file' },
    callBackNeedsGuest: 'To call back, choose the guest first: the number is on their registration.',
    withdrawalNeedsGuest: 'To take back a use, choose the guest first.',
    nothingToWithdraw: 'This guest holds nothing that could be taken back.',
    missing: 'Please choose one.',
    submit: 'Open it',
    clock: (days: number) => `The clock runs from now: ${days} working days at the most.`,
    done: 'Request opened',
  },
  sealedOff: {
    title: 'Sealed off',
    text: 'A law still holds this. It is only stored: this system refuses to open it for anybody, and erases it by itself.',
    reason: (law: string) => `Because of ${law}`,
    /** In the place of a law's name. */
    formerRule: (version: number | null) =>
      version === null
        ? 'a temporary rule that is not in today’s notice'
        : `the temporary rule in version ${version} of the notice`,
    until: (date: string) => `Erased on ${date}`,
    untilUnknown: 'Erased when the term the authority sets is over. No term has been entered yet.',
    untilByLast:
      'The hotel no longer asks for this. Erased when the term that was entered last is over, if there was one; supervisors and owners see the day under “Deletion”.',
  },
  paper: {
    deletionTitle: 'Deletion certificate',
    withdrawalTitle: 'Receipt of taking back',
    madeFor: {
      'desk-in-person': 'Done by the hotel’s desk for the guest, who came in person. Not signed by the guest.',
      'desk-call-back':
        'Done by the hotel’s desk for the guest, called back on the number on file. Not signed by the guest.',
    },
    registration: 'Registration',
    requested: 'Asked for',
    completed: 'Done',
    erased: 'Deleted',
    sealedOff: 'Sealed off, because a law still holds it',
    withdrawn: 'Taken back',
    ground: 'Because of',
    until: 'Erased on',
    untilUnknown:
      'no day yet: the hotel has not entered the law’s term. Once it is entered and over, this is erased by itself.',
    backups: 'Gone from backups by',
    passedOn: 'Passed-on copies',
    passedOnNone: 'The hotel’s log records none.',
    passedOnBy: {
      police: (when: string) =>
        `Handed over to the police, as the law requires, last on ${when}. What they were given they keep; the hotel can’t take it back.`,
      file: (when: string) =>
        `Taken out in a file, last on ${when}. Whether the file still exists is not recorded here; ask the hotel.`,
      paper: (when: string) =>
        `Printed, last on ${when}. Whether the paper still exists is not recorded here; ask the hotel.`,
    },
    number: 'Number',
    ledger: 'Entry in the erasure book',
    verify: 'Check it',
    verifyText: (page: string) =>
      `Scan the code within 30 days, or open ${page}. Your phone checks the proof itself and can keep it as a file; after that it needs no connection.`,
    classes: {
      card: 'Name and masked contact in the desk’s list',
      self: 'The guest’s own copy',
      desk: 'Room and the desk’s notes',
    },
    verifyFile: (page: string) => `Whoever has the proof as a file can check it at ${page}.`,
    anonymous: 'This paper names none of the guest’s details.',
  },
};

/** What every language has to say in this area. */
export type RequestsMessages = typeof requests;
