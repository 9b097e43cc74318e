import { provinces } from './provinces.ts';

export const setup = {
  welcome: {
    title: 'Let’s set up your hotel',
    text: 'A few questions, one at a time. At the end you print a poster; five minutes are enough.',
    need: 'Good to have at hand: a printer, and a safe place for one sheet of paper.',
    safe: 'Everything until the last question will be public anyway: guests read it in your notice. It stays on this device until you finish.',
    start: 'Begin',
  },
  linkProblem: 'Set-up can’t begin',
  checking: 'Checking the link',

  guests: {
    title: 'Which languages do your guests read?',
    text: 'Notice, form and poster speak all of them. You can add more later.',
    missing: 'Choose at least one.',
  },
  name: {
    title: 'What is your hotel called?',
    text: 'As guests know it.',
    label: (language: string) => `Name in ${language}`,
    missing: 'Please enter the name.',
    tooLong: 'At most 300 characters.',
  },
  place: {
    title: 'Where is it?',
    text: 'Guests have a right to know who they give their details to, and some rules depend on the province.',
    province: 'Province, region or city',
    choose: 'Choose',
    provinceMissing: 'Choose where the hotel is.',
    label: (language: string) => `Address in ${language}`,
    missing: 'Please enter the address.',
  },
  contact: {
    title: 'How do guests reach you?',
    text: 'A phone number or an e-mail address that somebody answers.',
    label: 'Phone or e-mail',
    missing: 'Please enter a phone number or an e-mail address.',
    tooLong: 'At most 120 characters.',
  },
  officer: {
    title: 'Who answers for personal details?',
    text: 'In a small hotel usually the owner. Guests see the name and can write or call.',
    name: 'Name',
    nameMissing: 'Please enter a name.',
    contact: 'Phone or e-mail',
    contactMissing: 'Please enter a phone number or an e-mail address.',
  },
  complaints: {
    title: 'Where can guests complain?',
    text: 'The law asks you to name it. These lines are suggestions; change them where they stand, take away what doesn’t fit and add your local authority.',
  },
  purposes: {
    title: 'What would you like to use details for?',
    text: 'Guests say yes or no to each, and stay as welcome if they say no. Fewer questions, more yeses.',
    missing: 'Choose at least one.',
    kept: 'Kept',
    workingDays: (days: number) =>
      days === 0
        ? 'until check-out'
        : days === 1
          ? '1 working day after check-out'
          : `${days} working days after check-out`,
    months: (months: number) => (months === 1 ? '1 month after the last stay' : `${months} months after the last stay`),
    untilNo: 'at most, and never after a no',
    byLaw: 'The law decides',
    identityTitle: 'Identity register on the phone',
    identityText:
      'You must check documents at the desk in any case. Turn this on only if guests may also enter the register’s fields on their phone beforehand. It is a legal duty and never a consent.',
    rests: 'It rests on',
    localRule: 'Your local authority’s rule',
    localRuleHint: 'If it set a term for keeping the register. Left empty, the notice says how the term is determined.',
    rule: 'Rule',
    article: 'Article',
    articleHint: 'As the rule numbers it; empty where it has none.',
    effective: 'In force since',
    term: 'Term',
    checkedOn: 'Last compared with the rule’s text on',
    checkedOnHint: 'Today, where this is left empty or the rule above has changed.',
    localIncomplete: 'Please fill in rule, date and term, or leave all of it empty.',
    minorsText: 'Always part of it: when someone under 18 stays, the law has you ask for a guardian’s contact.',
  },
  storage: {
    title: 'Where is the data kept?',
    text: 'In words a guest understands. The server holds sealed envelopes only; still, guests may know where it stands.',
    label: (language: string) => `Place, in ${language}`,
    missing: 'Please say where.',
  },
  owner: {
    title: 'And who are you?',
    text: 'You are the first to sign in. Your name is seen by your team, not by guests.',
    name: 'Your name',
    handle: 'Sign-in name',
  },
  passphrase: {
    title: 'Choose your passphrase',
    text: 'At least 12 characters, or four words that don’t belong together. It never leaves this device, and nobody can reset it yet, so keep it safely or add a second owner later. The recovery sheet you print next holds everything needed to restore the keys.',
    label: 'Passphrase',
    hint: 'Four words you can picture are easier to remember than signs.',
    submit: 'Make the keys',
  },
  making: {
    title: 'Making your hotel’s keys',
    text: 'On this device, not on the server. Please keep this page open.',
    failed: 'The last step did not go through',
    steps: {
      keys: 'Making the seal and a key for each use',
      passphrase: 'Locking your keys with your passphrase',
      notices: 'Writing the notice in each language',
      signature: 'Signing it with the seal',
      sending: 'Publishing',
      'signing-in': 'Signing you in',
      sheet: 'Preparing the recovery sheet',
    },
  },
  provinces,
};

/** What every language has to say in this area. */
export type SetupMessages = typeof setup;
