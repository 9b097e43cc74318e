/** What is said where opening children's details takes an approval. */
export const approvals = {
  needed: 'Children’s details: somebody has to approve first',
  neededText:
    'The law wants each opening of a child’s details approved and written down. Choose why you need it; a supervisor sees the question at once. In an emergency it opens without waiting, and a supervisor looks into it afterwards.',
  ownText: 'You answer for this opening yourself: the log says that you approved it and that you opened it.',
  waiting: 'Waiting for a supervisor',
  waitingText: (minutes: number) =>
    minutes <= 1
      ? 'The question stays for one more minute. You can close this and go on; it will be here.'
      : `The question stays for ${minutes} minutes. You can close this and go on; it will be here.`,
  approved: 'Approved',
  approvedText: (minutes: number) =>
    minutes <= 1 ? 'You can open it for one more minute.' : `You can open it for ${minutes} minutes.`,
  openNow: 'Open now',
  refused: 'Not approved',
  refusedText: 'Nothing was opened. Ask the supervisor why, or ask again with another reason.',
  expired: 'Nobody answered in time',
  expiredText:
    'Nothing was opened. Ask again, or let a supervisor approve on this tablet. A guest can always be checked in without it: compare the documents by eye.',
  over: 'The approval is over',
  overText:
    'It held for a quarter of an hour at most, and ends at once where whoever gave it may give none any more. Nothing can be opened by it; ask again if you still need it.',
  lost: 'The question is gone',
  lostText:
    'The server no longer knows it, nor an approval that was given: the registration has ended, or an older copy of the data was put back. Nothing was opened by it; if the guest is still in the list, ask again.',
  // Two short lines, so what may be cut is the end of a long name.
  news: {
    approved: (guest: string, purpose: string, until: string) => `Approved until ${until}: “${purpose}”, ${guest}`,
    refused: (guest: string, purpose: string, _until: string) => `Not approved: “${purpose}”, ${guest}`,
    expired: (guest: string, purpose: string, _until: string) => `Nobody answered: “${purpose}”, ${guest}`,
    over: (guest: string, purpose: string, _until: string) => `Approval over: “${purpose}”, ${guest}`,
    lost: (guest: string, purpose: string, _until: string) => `Question gone: “${purpose}”, ${guest}`,
  },
  line: {
    waiting: (until: string) => `Waiting for a supervisor, until ${until}`,
    approved: (until: string) => `Approved, may be opened until ${until}`,
    refused: (reason: string) => `Not approved (asked for: ${reason})`,
  },
  askAgain: 'Ask again',
  askedFor: (reason: string) => `Asked for: ${reason}. It holds for this reason only.`,
  otherReason: 'Open for another reason',
  here: 'Approve on this tablet',
  hereText: 'A supervisor or owner who stands here types their own name and passphrase. It signs nobody in.',
  handle: 'Supervisor’s sign-in name',
  passphrase: 'Supervisor’s passphrase',
  hereSubmit: 'Approve',
  missing: 'Please fill this in.',

  toDecide: (count: number) => (count === 1 ? 'One question for you' : `${count} questions for you`),
  question: (who: string, purpose: string, guest: string) => `${who} asks to open “${purpose}” of ${guest}.`,
  emergency: (who: string, purpose: string, guest: string) =>
    `${who} opened “${purpose}” of ${guest} in an emergency, before anybody approved.`,
  why: (reason: string, when: string) => `${reason} · ${when}`,
  approve: 'Approve',
  refuse: 'Refuse',
  reviewed: 'I have looked into it',
  done: { approved: 'Approved.', refused: 'Refused.', reviewed: 'Noted.' },
};

/** What every language has to say in this area. */
export type ApprovalsMessages = typeof approvals;
