/** What everybody at the desk has to know, and the reminders. */
export const training = {
  title: 'What to know at the desk',
  lead: 'Five minutes, once a year. It protects guests, and you.',
  opens: {
    title: 'What you may open',
    nothing: 'You see the list: name, masked contact and stay. Nothing else opens for you.',
    these: (purposes: string) => `Besides the list, you hold the keys for: ${purposes}.`,
    text: 'Open something only when this guest, now, needs it. What you know from here stays here: no lists of your own, no chat groups, nothing for friends or other businesses. Selling or giving away guests’ details is against the law, and 500 lodging records are enough for a crime.',
  },
  sections: [
    {
      title: 'Why you are asked for a reason',
      texts: [
        'Every opening is written down before you see anything, with your role, the reason and the time. So is what was refused. Nobody can change or remove it unnoticed, the owner neither.',
        'The guest can read it on their phone. A true reason is your best protection: it shows that you did your work.',
      ],
    },
    {
      title: 'Is it really this guest?',
      texts: [
        'At arrival, ask for the six characters on their phone and look at the document with your eyes. Don’t keep it, copy it or photograph it.',
        'Does somebody ask about a guest by phone? Say nothing, not even whether they stay here. Call back the number on file instead. To see whether a phone is the guest’s, call it while they stand before you and watch it ring; never read the number out, and never ask for a code they received.',
        'Did a guest lose their link? Open a request for them, and verify it by document or by calling back.',
      ],
    },
    {
      title: 'A tablet is lost',
      texts: [
        'Tell the owner at once, whatever the hour; nobody will blame you for telling. The owner signs it out from anywhere, and its keys are gone once it is online, or five minutes after it was last touched.',
        'Until then: lock the tablet whenever you turn away. Your passphrase is yours alone. If somebody may have seen it, change it under “My sign-in” and tell the owner.',
      ],
    },
    {
      title: 'Children',
      texts: [
        'A child’s details and the guardian’s contact open only after a supervisor has approved it. In an emergency they open at once, and somebody looks into it afterwards.',
        'A child without a guardian, or a guardian who doesn’t seem to be one: ask, call the guardian’s number, and if that doesn’t settle it, call 110. Don’t leave the child alone.',
      ],
    },
    {
      title: 'No photographs',
      texts: [
        'No pictures of documents, of faces or of this screen, not with your own phone either. Nothing here needs one, and the hotel collects no face at all.',
        'Paper that names a guest goes into the locked drawer and is noted in the register of paper. Not into the bin.',
      ],
    },
  ],
  confirm: 'I have read this and work by it',
  done: 'Confirmed',
  last: (date: string) => `You confirmed this on ${date}. You are asked again a year later.`,
  banner: {
    training: 'What to know at the desk: please read it',
    trainingFirst: 'Five minutes when it is quiet. Your confirmation is noted.',
    trainingAgain: (date: string) => `You last confirmed it on ${date}. Five minutes when it is quiet.`,
    read: 'Read it',
    passphrase: 'Your passphrase is more than a year old',
    passphraseText: (date: string) =>
      `You have had it since ${date}. If others may have seen you type it, or you use it elsewhere too, change it.`,
    change: 'Change it',
    later: 'Later',
  },
  team: {
    trained: (date: string) => `Training confirmed on ${date}`,
    trainingDue: (date: string) => `Training due again; last confirmed on ${date}`,
    untrained: 'Training not confirmed yet',
    passphrase: (date: string) => `Passphrase since ${date}`,
    passphraseOld: (date: string) => `Passphrase since ${date}, more than a year`,
    stopped: (time: string) => `Opens nothing until ${time}`,
    stoppedText: 'Too many refused attempts within an hour. The records name each; ask what they were looking for.',
  },
};
