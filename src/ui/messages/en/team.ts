import type { RoleName } from '../closed-lists.ts';

/** The place where people are added. */
export const team = {
  title: 'Team',
  lead: 'Everyone has their own sign-in, and opens only what their work needs.',
  oneOwner: 'There is one owner only',
  oneOwnerText:
    'If you lose your passphrase, only the recovery sheet lets anyone back in. A second owner can; add one whom you trust with every key.',
  add: 'Invite someone',
  addTitle: 'Invite someone',
  addText: 'They choose their own passphrase on their own device; you never learn it.',
  waiting: 'Invited',
  showInvitation: (name: string) => `Show ${name}’s invitation`,
  answered: 'Answered: compare the words',
  notAnswered: (time: string) => `Not answered yet, valid until ${time}`,
  shutOut: 'Shut out',
  shutOutText:
    'Their invitation has run out unanswered. Neither their old passphrase nor a passkey signs them in. Manage them above to invite them again or to remove them.',
  letIn: (name: string) => `Let ${name}’s old passphrase in again`,
  letInText:
    'You can also let in the old passphrase again, but only if you are sure that nobody else has it: whoever knows it can sign in then. Keys the hotel made meanwhile reach them by another invitation only.',
  letInDone: (name: string) => `${name} can sign in with the old passphrase again.`,
  byOther: 'Invited by another owner, who confirms it',
  name: 'Name',
  nameMissing: 'What is the person called?',
  nameTooLong: 'At most 60 characters.',
  handle: 'Sign-in name',
  handleHint: 'Small letters and digits, such as lin or desk2.',
  handleWrong: 'Two to 32 small letters, digits, dots or hyphens, starting with a letter or digit.',
  handleTaken: 'Somebody already signs in with this name.',
  role: 'Role',
  roles: { 'front-desk': 'Front desk', supervisor: 'Supervisor', owner: 'Owner' } satisfies Record<RoleName, string>,
  roleHints: {
    'front-desk': 'Sees who arrives and confirms arrivals',
    supervisor: 'Works at the desk too; choose below what they may open',
    owner: 'Also manages the team, the posters and the keys',
  } satisfies Record<RoleName, string>,
  opens: 'May open',
  opensThese: (purposes: string) => `May open: ${purposes}`,
  onlyList: 'Only the list: name, masked contact and stay',
  again: 'Once more',
  againDiffers: 'The two are not the same.',
  ownPassphrase: 'Your own passphrase',
  ownPassphraseHint: 'Another owner gets the hotel’s root key, so we ask for yours.',
  submit: 'Make the invitation',
  added: (name: string) => `${name} can sign in now.`,
  addedBefore: (name: string) => `Another page had confirmed ${name} already; they can sign in now.`,
  unconfirmed: 'Key not confirmed',
  unconfirmedText:
    'The signed team list doesn’t have them with this key, name and role, so nothing new is sealed to them. Invite them again and compare the four words, or remove them.',
  unlisted: 'You are not in the signed team list',
  unlistedText:
    'Other owners seal no new keys to you while you aren’t. Put yourself in: your own key you know first-hand, so nobody compares words.',
  joinList: 'Put me in the list',
  listed: 'You are in the signed team list.',
  unnamed: 'In the signed list, not named by the server',
  unnamedText:
    'They still hold the keys of today and get no new ones. Remove them if they have left; if they haven’t, ask whoever runs the server.',
  removeUnnamed: (name: string) => `Remove ${name}`,
  anew: 'Begin the list anew',
  anewText:
    'A list begun anew has you alone in it. Everybody else keeps what they can open, and gets new keys once you have invited them again and compared the four words.',
  anewDone: 'The team list has begun anew.',
  /** Behind one's own name. */
  you: ' (you)',
  loading: 'Fetching the team',
};

/** An invitation on the owner's screen. */
export const invitation = {
  title: (name: string) => `${name} scans this`,
  text: 'With their own phone or tablet. It opens once, for one person.',
  codeLabel: 'the invitation',
  copyLink: 'Copy the link',
  waiting: 'Waiting for the answer',
  until: (time: string) => `The invitation is valid until ${time}. This screen goes on by itself.`,
  secret: 'If you send the link, send it to this person alone, and compare the words by voice or face to face.',
  callOff: 'Call it off',
  toTeam: 'Back to the team',
  loading: 'Fetching the invitation',
  compareTitle: 'Are the words the same?',
  compareText: (name: string) => `Ask ${name} to read out the four words on their screen, in either language.`,
  compareWhy: 'The words come from the key made on their device. Different words mean that somebody else answered.',
  same: 'The words are the same',
  different: 'They are different',
  sealing: 'Sealing keys to the new colleague',
  overAgain: 'Their old passphrase works as before, unless another screen has confirmed them.',
  overShutOut:
    'They stay shut out. In the team you can invite them again, remove them, or let their old passphrase in again.',
  altered: 'This invitation isn’t as it was made',
  alteredText:
    'Nobody is added by it. Call it off and invite again. If it happens a second time, tell whoever runs the server.',
  over: {
    expired: {
      title: 'The invitation is over',
      text: 'Its time ran out or another screen ended it. Nobody was added by it here; look at the team, or invite again.',
    },
    'called-off': { title: 'Called off', text: 'The link opens nothing any more, and nobody was added.' },
  },
};

/** The invited person's own device. */
export const join = {
  title: (name: string) => `Welcome, ${name}`,
  text: (hotel: string) => `You are invited to work at the desk of ${hotel}. Your keys are made on this device.`,
  againTitle: (name: string) => `Welcome back, ${name}`,
  againText: (hotel: string) =>
    `You get new keys for the desk of ${hotel}, made on this device. Your name and what you may open stay; the old passphrase ends.`,
  passphrase: 'Choose your passphrase',
  passphraseHint: 'Only you will know it: not the owner, not the server.',
  submit: 'Make my keys',
  working: 'Making your keys on this device',
  loading: 'Fetching the invitation',
  wordsTitle: 'Read these words out',
  wordsText: 'The owner has four words too. They must be the same, in either language.',
  waiting: 'Waiting for the owner',
  waitingText: 'You are in as soon as they confirm. If the words differ, stop and tell them.',
  confirmedTitle: 'You belong to the team',
  confirmedText: 'The hotel’s keys have been sealed to you. Sign in with your passphrase.',
  toSignIn: 'Sign in',
  unknown: {
    title: 'This invitation doesn’t work',
    text: 'The link is incomplete or from long ago. Nothing was sent; ask the owner for a new one.',
  },
  over: {
    used: {
      title: 'Somebody has used this invitation',
      text: 'It opens once. If that was you, go on in the window where you chose your passphrase, or sign in at the desk once the owner has confirmed you. If it wasn’t you, tell the owner now, so that they don’t confirm it.',
    },
    expired: {
      title: 'This invitation has run out',
      text: 'It lasts half an hour. Nothing was sent; ask the owner for a new one.',
    },
    'called-off': {
      title: 'The owner called it off',
      text: 'Nothing is left to do here. Ask them if that surprises you.',
    },
  },
};
