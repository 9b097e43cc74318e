export const companions = {
  title: 'Adults who come with you',
  text: 'Every adult registers and chooses for themselves; nobody can agree for somebody else. The dates are filled in for them.',
  ownPhone: 'On their own phone',
  ownPhoneText:
    'They scan this code or open the link. It holds this hotel, your dates and the number of your registration; not your name, no contact, and it opens nothing of yours.',
  codeLabel: 'the page for somebody who comes with you',
  copyLink: 'Copy the link',
  share: 'Share',
  shareTitle: (hotel: string) => `Registration at ${hotel}`,
  handOver: 'Hand over this phone',
  handOverLater: 'Once yours is sealed, you can also hand this phone over.',
  handOverWait:
    'Yours hasn’t reached the hotel yet. Once it has, you can hand over the phone; the link works now already.',
  before: 'Before you hand over the phone',
  beforeKeep:
    'Keep your receipt first. Once you hand over, this page is closed for good, and this phone forgets your registrations and any details it keeps. You see your registration with the link or picture you kept.',
  beforeText: 'The next person gets a fresh page and sees nothing of what you typed or chose.',
  beforeGo: 'I have kept it; hand over',
  note: (code: string) =>
    `You come along with the guest who has the arrival code ${code}. What you choose here is yours alone.`,
  handedNote: 'You see nothing of what the owner of this phone typed, and nothing of yours stays on it.',
  giveBack: 'Give the phone back',
  afterwards: 'Before you give the phone back',
  afterwardsKeep:
    'Keep your receipt first: take a picture of it with a phone of your own, or send it to yourself. Once given back, this phone doesn’t open your registration.',
  afterwardsGo: 'I have kept it; give back',
  backTitle: 'The phone is yours again',
  backText: 'Nothing of the other registration is left on this page.',
  backOwn:
    'Your own registration opens with the link or picture you kept. We don’t keep it on a phone that goes from hand to hand: whoever holds it could open it.',
  backNext: 'Hand it to the next adult',
  guardian: {
    title: 'Please let your guardian register you',
    text: 'You are under 14, so the law lets only a parent or guardian do this. They add you in their own registration; your name, how they are related to you and how to reach them is enough.',
    nothing: 'What you typed was not sent, and not kept.',
    desk: 'If they aren’t with you, come to the desk. We will help you reach them.',
    back: 'Back to the details',
    ask: 'Under 14? A parent or guardian fills this in.',
  },
  returning: {
    title: 'Nothing to type next time',
    text: 'If you like, your name, contact and document stay on this phone, encrypted. The hotel keeps nothing more for it. Next time you look through them and seal; what you agree to is asked afresh each time.',
    shared: 'Better not if others use this phone too.',
    keep: 'Keep my details on this phone',
    kept: 'Your details are kept on this phone.',
    failed: 'This browser doesn’t let us keep them. Next time, please type them again.',
    forget: 'Forget my details',
    forgotten: 'Forgotten. This phone keeps them no longer.',
    filled: 'These are the details you kept on this phone. Please check them, and the dates of your stay.',
  },
};
export type CompanionsMessages = typeof companions;
