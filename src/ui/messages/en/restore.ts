/** Where somebody comes back in with the recovery sheet, and what everyone hears of it. */
export const restore = {
  open: 'I have the recovery sheet',
  title: 'Back in with the recovery sheet',
  text: 'For when no owner can sign in any more. Type the code from the newest sheet, or use a photo of its QR code and delete the photo afterwards. It makes a new owner; everyone at work sees that it was used.',
  submit: 'Open the keys',
  working: 'Opening the hotel’s keys',
  other:
    'This is the code of no sheet of this hotel. Compare the name and the desk address on the paper with this page.',
  back: 'To sign-in',
  opened: 'The sheet opens your hotel’s keys',
  madeOn: (date: string) => `Sheet made on ${date}. Compare the seal with the one on the paper.`,
  missing: 'Some keys are newer than this sheet',
  missingText: (names: string) =>
    `It doesn’t hold today’s keys for: ${names}. What guests sealed to those stays shut, unless a colleague still opens it. Everything older, and the hotel’s own key, come back.`,
  card: 'the desk’s list',
  who: 'Who are you?',
  whoText:
    'You get an account of your own, as an owner, with every key the sheet holds. The accounts there are stay; owners who are signed in are signed out.',
  create: 'Make me an owner',
  creating: 'Making your keys on this device',
  signingIn: 'Signing you in',
  made: 'You are an owner now. Please sign in with your new name and passphrase.',
  passphrase: 'Your new passphrase',
  passphraseHint: 'Nobody can look it up, and it is never sent.',
  banner: {
    restored: (name: string, date: string) => `${name} became an owner with the recovery sheet on ${date}`,
    restoredText:
      'If nobody in the hotel knows of this, tell the owner or whoever runs the server at once: somebody has your sheet.',
    used: 'The recovery sheet has been used',
    usedText:
      'Its code was typed on a device, and whoever has seen it can become an owner with it again. Make a new sheet, and the old one opens nothing on this server.',
    lapsed: 'A new recovery sheet is needed',
    lapsedText:
      'No sheet that was tried holds the hotel’s newest keys, so what guests seal with them could not be brought back. If somebody has left, whoever has seen the sheet can still become an owner with it until a new one is made.',
    toSheet: 'To the recovery sheet',
    due: 'Time to try the recovery sheet again',
    dueText: (date: string) =>
      `It was last tried on ${date}. Once a year is enough to know that it is still there and works.`,
  },
};
