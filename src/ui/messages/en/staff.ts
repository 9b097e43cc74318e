import type { PurposeName } from '../closed-lists.ts';
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
import { signIn, whichHotel, older } from './sign-in.ts';
import { line, list } from './list.ts';
import { guest, opening, fields } from './opened.ts';
import { arrival, stay } from './arrival.ts';

export const staff = {
  appName: 'Foyer desk',

  problems: staffProblems,
  /** Instead of the sentence for what was being done, where something was only to be read. */
  unread: 'So this can’t be shown. It is fetched by itself when the network is back; nothing was changed.',

  signIn,
  whichHotel,
  older,

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
      'We couldn’t find out just now whether you are in the signed team list. If you aren’t, other owners’ new keys don’t reach you. The page “Team” shows it, and you can put yourself in there.',
    toTeam: 'To the team',
    unopened: (names: string) => `Your keys don’t open: ${names}`,
    unopenedBefore: (names: string) => `Your keys don’t open what was sealed before the hotel’s new keys: ${names}`,
    unopenedText:
      'What is stored for you on the server is damaged, so you can’t open this; everything else works. Ask an owner to invite you again: you keep your name and role and get the keys anew.',
    unopenedOwner:
      'What is stored for you on the server is damaged. Until that is mended you can’t open this, give it to anybody or make a recovery sheet; everything else works.',
    unopenedWays: 'How to mend it',
    unopenedOwnerWays: [
      'Another owner invites you again: you get every key anew.',
      'If you are the only owner and have the recovery sheet, sign out and become an owner anew with it: everything it holds opens then.',
      'Without either, make new keys on your own page under “Team”: what guests send from then on opens, and what was sealed before stays shut for you.',
    ],
    unopenedBeforeText:
      'What guests have sent since opens. The key of before is damaged where it is stored for you. Ask an owner to invite you again: you get it anew.',
    unopenedBeforeOwner:
      'What guests have sent since opens, and you can invite people and make a recovery sheet. The key of before is damaged where it is stored for you.',
    unopenedBeforeOwnerWays: [
      'Another owner who invites you again still gives it to you.',
      'A recovery sheet made before the damage still holds it. A new sheet takes its place and won’t have it.',
    ],
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

  line,
  list,
  guestFile,
  guest,
  opening,

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
  fields,
  arrival,

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
  stay,
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
