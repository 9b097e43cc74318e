/** The dialog before what a signed-in session alone doesn't allow. */
export const stepUp = {
  title: 'Is it still you?',
  text: 'Taking things out, keys and changes of the team ask for your passphrase once more. Then you have five minutes.',
  passphrase: 'Your passphrase',
  byPasskey: 'Use a passkey',
  submit: 'Go on',
  working: 'Checking',
};
