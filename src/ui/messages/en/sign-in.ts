// Signing in, and what can stand in the way.

export const signIn = {
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
};
export type SignInMessages = typeof signIn;

export const whichHotel = {
  title: 'Which hotel?',
  text: 'This tablet does not know yet. The hotel’s code is the last part of the desk’s address, and it is printed on the recovery sheet.',
  code: 'Hotel code',
  codeWrong: 'A code has ten letters and digits, such as 7k2m9x4qpd.',
  submit: 'Continue',
};
export type WhichHotelMessages = typeof whichHotel;

export const older = {
  title: 'The server shows older rules than this tablet has seen',
  word: 'We stopped',
  text: 'Older rules may carry the keys of somebody who has left, so this tablet opens nothing, seals nothing and signs nothing. This happens when an old copy of the database was put back, or when somebody wants to undo a removal.',
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
};
export type OlderMessages = typeof older;
