export const newRules = {
  title: 'The hotel has just changed its rules',
  text: (version: number) =>
    `Version ${version} holds from now on. What changed is shown here, and only what needs your answer is asked.`,
  kept: 'Everything you typed is still here.',
  othersKept: 'What you typed is still here, except for the rule that is over.',
  notSent: 'What you entered for it is not sent.',
  otherLanguage: 'You read the earlier version in another language, so here is all of today’s.',
  asked: 'Asked again',
  law: 'Required by law',
  elsewhere: 'Also changed',
  added: 'This part is new.',
  removed: 'This no longer holds.',
  before: 'Until now',
  after: 'Now',
  atDesk: 'This can be done at the desk, or later on your registration’s page.',
  goOn: 'Go on',
};

/** What every language has to say about rules that changed while a guest was at it. */
export type NewRulesMessages = typeof newRules;
