import type { DocumentKindName, OpeningReasonName, PurposeName } from '../closed-lists.ts';
import { account } from './account.ts';
import { guestFile } from './guest-file.ts';
import { paper } from './paper.ts';
import { person } from './person.ts';
import { paperRegister } from './paper-register.ts';
import { posters } from './posters.ts';
import { record } from './record.ts';
import { recovery } from './recovery.ts';
import { register } from './register.ts';
import { restore } from './restore.ts';
import { retention } from './retention.ts';
import { settings } from './settings.ts';
import { staffProblems } from './staff-problems.ts';
import { stepUp } from './step-up.ts';
import { invitation, join, team } from './team.ts';
import { training } from './training.ts';
import { words } from './words.ts';
import { temporary } from './temporary.ts';

export const staff = {
  appName: 'Foyer desk',

  problems: staffProblems,
  /** Instead of the sentence for what was being done, where something was only to be read. */
  unread: 'So this can’t be shown. It is fetched by itself when the network is back; nothing was changed.',

  signIn: {
    title: 'Good to see you',
    handle: 'Sign-in name',
    handleMissing: 'Please enter your sign-in name.',
    passphrase: 'Passphrase',
    passphraseMissing: 'Please enter your passphrase.',
    showPassphrase: 'Show passphrase',
    hidePassphrase: 'Hide passphrase',
    remember: 'Remember my sign-in name on this tablet',
    submit: 'Sign in',
    byPasskey: 'Use a passkey',
    passphraseChanged: 'Passphrase changed',
    passphraseChangedText: 'Sign in with the new one. Your other sessions have ended.',
    steps: {
      passkey: 'Waiting for your passkey',
      asking: 'Asking the server',
      stretching: 'Working through your passphrase',
      proving: 'Asking the server to let you in',
      opening: 'Opening your keys',
    },
    slow: 'This takes a second or two on purpose: it is what keeps a stolen copy useless.',
    locked: 'Locked',
    lockedText: 'The keys have left this tablet. Sign in to go on.',
    idle: 'Locked after five quiet minutes',
    idleText: 'Nobody touched this tablet, so the keys left it. Nothing is lost; sign in to go on.',
    newKeys: 'The hotel has new keys',
    newKeysText:
      'Sign in once more to get yours. Then make a new recovery sheet and try it: until then whoever has seen the old one can still become an owner with it, and it can’t open what guests send from now on.',
    signedOut: 'Signed out',
    signedOutText: 'The keys have left this tablet.',
    wait: (seconds: number) => `Please wait ${seconds} seconds before you try again.`,
    waitUntil: (time: string) => `You can try again from ${time}.`,
  },

  whichHotel: {
    title: 'Which hotel?',
    text: 'This tablet does not know yet. The hotel’s code is the last part of the desk’s address, and it is printed on the recovery sheet.',
    code: 'Hotel code',
    codeWrong: 'A code has ten letters and digits, such as 7k2m9x4qpd.',
    submit: 'Continue',
  },

  older: {
    title: 'The server shows older rules than this tablet has seen',
    word: 'We stopped',
    text: 'They may carry the keys of somebody who has left, so this tablet opens nothing, seals nothing and signs nothing. This happens when an old copy of the database was put back, or when somebody wants to undo a removal.',
    colleague:
      'Tell an owner now. They ask whoever runs the server, and sign in on this very tablet to decide. Until then, use paper alone: another tablet may believe the older keys.',
    owner:
      'Ask whoever runs the server. If nobody put an old copy back, don’t go on: sign out, keep all tablets away from this server, and use paper alone until it is clear what happened.',
    restored: 'An old copy was put back',
    goOnTitle: 'Go on with the older rules?',
    goOn: [
      'Go on only if you know from whoever runs the server that an old copy of the database was put back.',
      'This tablet believes the older rules and their keys from now on. Whoever left after that copy was made is in the team again and may hold those keys.',
      'So go to “Team” first, begin the list anew if it is refused there, and remove everybody again who has left. That makes new keys.',
      'On every other tablet that says the same, an owner has to sign in once and press “An old copy was put back” there.',
    ],
    goOnSubmit: 'Go on with the older rules',
  },

  shell: {
    unprinted:
      'Nothing of this screen is printed from the browser’s own menu: it can show guests’ details, and no log would know. What can be printed has a button of its own.',
    menu: 'Menu',
    desk: 'Desk',
    notice: 'Notice',
    posters: 'Posters',
    recovery: 'Recovery sheet',
    team: 'Team',
    retention: 'Deletion',
    settings: 'Settings',
    sessions: 'Where I’m signed in',
    signOut: 'Sign out',
    lock: 'Lock',
    help: 'Keyboard',
    soundOn: 'Turn sound on',
    soundOff: 'Turn sound off',
    renewed: 'The hotel’s rules were renewed for another year. Nothing guests read has changed.',
    renewalFailed:
      'The hotel’s rules run out soon and could not be renewed just now. We try again at your next sign-in.',
    teamRefused:
      'The team list the server gave is older than one this tablet has seen, or isn’t the hotel’s own. Nothing is signed or sealed for the team until an owner has looked at it on the page “Team”.',
    teamUnjoined:
      'Whether you are in the signed team list could not be settled just now. While you aren’t, other owners seal no new keys to you; the page “Team” shows it, and you can put yourself in there.',
    toTeam: 'To the team',
    unopened: (names: string) => `Your keys don’t open: ${names}`,
    unopenedBefore: (names: string) => `Your keys don’t open what was sealed before the hotel’s new keys: ${names}`,
    unopenedText:
      'What is stored for you on the server is damaged, so this stays shut on your sign-in; everything else works. Ask an owner to invite you again: you keep your name and role and get the keys anew.',
    unopenedOwner:
      'What is stored for you on the server is damaged. Until that is mended you can’t open this, make a recovery sheet, or give this to anybody. Another owner can invite you again, and you get every key anew. If you are the only owner and have the recovery sheet, sign out and become an owner anew with it: everything it holds opens then. Without either, make new keys on your own page under “Team”: what guests send from then on opens, and what was sealed before stays shut for you.',
    unopenedBeforeText:
      'What guests have sent since opens. The key of before is damaged where it is stored for you; another owner who invites you again still gives it to you.',
    unopenedBeforeOwner:
      'What guests have sent since opens, and you can invite people and make a recovery sheet. The key of before is damaged where it is stored for you: another owner who invites you again still gives it to you, or a recovery sheet made before it was damaged. A new sheet replaces that one and won’t have it.',
    stillHere: 'Still here?',
    stillHereText: (seconds: number) =>
      `Nobody touched this tablet for a while. In ${seconds} seconds the keys leave it and the list closes.`,
    stay: 'I’m here',
    lockNow: 'Lock now',
    notYours: 'This page is for a colleague',
    notYoursText:
      'Your role has no use for it, so nothing of it is shown here. If you need it for your work, ask the owner.',
    toDesk: 'To the desk',
  },

  line: {
    loading: 'Loading',
    live: 'Live',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    reconnectingText: 'The list may be a little behind. Nothing is missing once the line is back.',
    offlineText: 'No network. The list shows what was known before; nothing is missing once the line is back.',
  },

  list: {
    title: 'Guests',
    views: { arriving: 'Arriving', 'in-house': 'In house', leaving: 'Leaving', all: 'All' },
    search: 'Name, initials, room, code or last digits',
    searchShort: 'Name, initials, room, digits',
    clear: 'Clear search',
    found: (count: number) => (count === 1 ? '1 found' : `${count.toLocaleString('en')} found`),
    empty: {
      arriving: 'Nobody is waiting. A new registration appears here by itself.',
      'in-house': 'Nobody is in house yet. Confirm an arrival and the guest is listed here with the room.',
      leaving: 'Nobody leaves today.',
      all: 'No registrations yet. Once a guest scans a poster and registers, they appear here by themselves.',
    },
    noHit: (typed: string) => `Nothing fits “${typed}”. Try the arrival code on the guest’s phone.`,
    noHitAction: 'Show everyone',
    loading: 'Fetching the list',
    newGuest: (name: string) => `New: ${name}`,
    states: {
      received: 'Received',
      seen: 'Seen',
      arrived: 'Arrived',
      departed: 'Departed',
      expired: 'Expired',
      erased: 'Erased',
    },
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    withChild: 'with a child',
    room: (room: string) => `Room ${room}`,
    broken: 'Could not be opened',
    unreadable: 'Could not be read',
    gone: 'Details deleted',
  },

  guestFile,

  guest: {
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
  },

  opening: {
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
  },

  purposes: {
    emergency: 'Emergency contact',
    billing: 'Bill and lost property',
    membership: 'Membership',
    offers: 'Offers and news',
    identity: 'Identity register',
    minors: 'Guests under 18',
    temporary: 'Temporary rule',
  } satisfies Record<PurposeName, string>,

  temporary,

  fields: {
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
  },

  arrival: {
    title: 'Confirm arrival',
    checked: 'I have looked at the document, and it is this guest',
    checkedMissing: 'Look at the document first, then tick this.',
    abroad: 'The document is from outside the mainland (24 hours for the police)',
    abroadHint: 'Passport of another country, or a document of Hong Kong, Macao or Taiwan. Sealed with the room.',
    temporary: 'The temporary rule is left to the desk',
    temporaryText:
      'Ask the guest to enter it: on their phone under “My registration”, on the tablet you hand over, or on the paper form. Nobody enters it for them.',
    room: 'Room',
    roomMissing: 'Which room?',
    roomTooLong: 'At most 20 characters.',
    remarks: 'Remarks',
    remarksHint: 'Sealed like everything else. Only what this stay needs.',
    remarksTooLong: 'At most 200 characters.',
    checkOut: 'Leaves on',
    checkOutMissing: 'When does the guest leave?',
    checkOutEarly: 'That is before the arrival.',
    submit: 'Confirm arrival',
    done: (room: string) => `Arrived, room ${room}`,
    arrived: 'Arrived',
    plannedCheckOut: 'Leaves on',
    expired: 'This registration ran out before the arrival was confirmed. Ask the guest to register again.',
  },

  assisted: {
    open: 'Guest without a phone',
    // Its last words, for a phone's width.
    openShort: 'Without a phone',
    title: 'Guest without a phone',
    text: 'You are signed out, and the tablet shows the guest’s own screens. Sign in again when it comes back.',
    language: 'Which language does the guest read?',
    register: 'Hand over to register',
    mine: 'Hand over to open a registration',
    paper: 'Paper form',
    offline: 'There is no network, so the tablet can’t register anyone now. Give the guest the paper form.',
  },

  paper,

  paperRegister,

  stay: {
    title: 'Departure',
    departed: 'Departed',
    text: 'What the guest agreed to is deleted some days after this date. While nobody marks it, the planned day counts.',
    leaves: 'Leaves on',
    leftOn: 'Left on',
    wrong: 'A day after the arrival, please.',
    hasLeft: 'The guest has left',
    move: 'Stays until this day',
    correct: 'Correct the day',
    stillHere: 'Not left yet',
    left: 'Departure noted',
    moved: 'Day of leaving noted',
  },

  register,

  record,

  retention,

  words,

  help: {
    title: 'Keyboard',
    hint: 'These keys work whenever you are not typing in a field.',
    search: 'Search',
    upDown: 'Next or previous guest',
    views: 'Arriving, in house, leaving, all',
    options: 'Sort and filter',
    table: 'Guest file as a table, or the list',
    open: 'Open the first sealed details',
    arrive: 'Confirm arrival, or the request’s next step',
    back: 'Back, or close',
    desk: 'The desk',
    requests: 'Requests',
    newRequest: 'Open a request, among the requests',
    lock: 'Lock',
    sound: 'Sound on or off',
    help: 'This list',
    single: 'Use single keys',
    turnOff: 'Keys with a letter can be turned off if you steer by voice.',
  },

  person,

  posters,

  recovery,

  stepUp,

  restore,
  account,
  training,
  team,
  invitation,
  join,

  settings,

  strength: {
    title: 'Strength',
    short: 'Too short: at least 12 characters, or 4 words.',
    common: 'Too easy to guess: avoid repeats and rows of keys.',
    fair: 'Fair. One more word makes it much stronger.',
    good: 'Good.',
    strong: 'Strong.',
  },
};

/** What every language has to say in this area. */
export type StaffMessages = typeof staff;
