/** What only the hotel's tablet in a guest's hands says. */
export const assisted = {
  giveBack: 'Give the tablet back',
  done: 'Done, give the tablet back',
  ending: {
    title: 'Give the tablet back?',
    typing: 'What you typed here is wiped. Nothing has been sent.',
    received:
      'Everything here is wiped, your code to scan as well. Nobody can show it again, so scan it or print it first.',
    later: 'This page closes, and nothing of it stays on the tablet.',
    stay: 'Not yet',
    wipe: 'Wipe and give back',
  },
  idle: {
    title: 'Are you still there?',
    text: (seconds: number) =>
      `Nobody has touched this tablet for two minutes. Everything on it is wiped in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    here: 'I’m still here',
    wipe: 'Wipe now',
  },
  waiting: {
    title: 'Your registration has not gone out yet',
    text: 'It is sealed and waits on this tablet for a connection. Wait, and it goes out by itself. Or wipe it here and fill in the paper form the desk gives you.',
    wait: 'Wait',
    paper: 'Wipe it, use paper',
    /** In the place of what a guest's own phone says. */
    state: 'Sealed and waiting on this tablet. It goes out by itself; please keep this page open.',
  },
  handOver: {
    title: 'Take your receipt with you',
    text: 'It is the way back to your details, for you alone. When you give the tablet back it forgets the code, and nobody at the hotel has it.',
    show: 'Show a code to scan',
    hide: 'Hide the code',
    scan: 'Scan it with your phone, or a friend’s, and keep the page that opens.',
    print: 'Print a slip',
    mine: 'See my registration',
  },
  slip: {
    title: 'Your registration',
    stay: 'Stay',
    printed: 'Printed',
    scan: 'Scan to open it',
    typed: 'Or have “Guest without a phone” opened at the desk and type this code',
    address: 'Address',
    what: 'See what you told us and who looked, correct it, take back a yes, or delete everything.',
    keep: 'Whoever holds this slip can do that. Keep it like a key; the hotel has no copy.',
  },
  enter: {
    title: 'Open your registration',
    text: 'Type the long code on your slip, or the link of your receipt. Big or small letters make no difference to the code, nor do dashes.',
    code: 'Code or link',
    missing: 'Please type the code or the link.',
    wrong: 'Something in this code is mistyped. Compare it with your slip, group by group.',
    open: 'Open',
  },
};

/** What every language has to say in this area. */
export type AssistedMessages = typeof assisted;
