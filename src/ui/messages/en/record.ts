/** A guest's record at the desk: what the hotel noted, how it is corrected, where the record came from. */
export const record = {
  number: 'Number',
  ownNumber: 'Number of your own',
  ownNumberHint: 'Only if you number guests yourselves. Otherwise the desk counts on by itself.',
  ownNumberTooLong: 'At most 20 characters.',
  roomType: 'Room type',
  roomTypeNone: 'Not noted',
  roomTypeTooLong: 'At most 30 characters.',
  amount: 'Amount spent',
  amountHint: 'In yuan, such as 1280 or 1280.50.',
  amountWrong: 'An amount in yuan up to 1,000,000, please.',

  correct: 'Correct stay and remarks',
  correctTitle: 'Stay and remarks',
  noteGone: 'Room and remarks are gone',
  noteGoneText:
    'An older copy of the data was put back. What had been corrected since then is destroyed for good. A supervisor or owner can note it again.',
  correctText:
    'What the hotel noted itself. The new note takes the place of the old one, and the log says that it was corrected.',
  saved: 'Corrected',
  clash: 'A colleague has just changed this',
  clashText: 'Nothing of yours is saved yet, and nothing of theirs is lost. Which should hold?',
  theirs: (text: string) => `Theirs: ${text}`,
  mine: (text: string) => `Yours: ${text}`,
  nothing: 'nothing',
  takeTheirs: 'Leave theirs',
  saveMine: 'Save mine',

  ask: 'Ask the guest to correct',
  askTitle: 'Details the guest told us',
  askText: 'Nobody at the desk can change them. The guest does it themselves, in a minute, and gets a new receipt.',
  say: 'What to say',
  words:
    'Something in your details doesn’t look right. Please open the link of your receipt on your phone and press “Change details”. It takes a minute. We don’t change your details for you.',
  ways: [
    'The guest opens the link of their own receipt: from the picture, the file or the message they kept.',
    'With a printed slip: press “Guest without a phone” above, and hand the tablet over to open a registration.',
    'The receipt is lost: open a request, or let the guest register again.',
  ],

  from: 'Where this record came from',
  act: 'Whose act',
  own: 'The guest’s own, from a phone (so the device says)',
  ownDesk: 'The guest’s own, on the desk’s tablet (so the device says)',
  guardian: '(a child is in the party; their guardian acts for them)',
  companionOf: 'Comes along with',
  companionGone: 'a registration that is no longer in the list',
  notice: 'Notice',
  noticeVersion: (version: number, language: string) => `version ${version}, ${language}`,
  noticeGone: 'no longer kept with the list; the guest’s receipt names it',
};

export type RecordMessages = typeof record;
