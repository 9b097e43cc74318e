/** One member of staff: what they may do, where they are signed in, and how they leave. */
export const person = {
  manage: (name: string) => `Manage ${name}`,
  back: 'Back to the team',
  roleSaved: 'The role counts from their next tap.',
  opens: 'What they may open',
  ownOpens: 'What you may open',
  ownerOpens: 'An owner opens everything.',
  give: (purpose: string) => `Let them open “${purpose}”`,
  take: (purpose: string) => `Take away “${purpose}”`,
  given: 'They have the key from their next sign-in.',

  sessions: 'Where they are signed in',
  ownSessions: 'Where you are signed in',
  none: 'Nowhere at the moment.',
  here: ' (this device)',
  since: (day: string) => `since ${day}`,
  used: (day: string) => `last used ${day}`,
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    'android-phone': 'Android phone',
    'android-tablet': 'Android tablet',
    windows: 'Windows computer',
    mac: 'Mac',
    linux: 'Linux computer',
    other: 'Other device',
  },
  end: (device: string) => `Sign out: ${device}`,
  endAll: 'Sign out everywhere',
  endOthers: 'Sign out everywhere else',
  endedOne: 'Signed out there.',
  loading: 'Looking where',

  lost: 'A tablet is lost',
  lostText:
    'Sign them out everywhere: a tablet keeps its keys in memory only, and they go as soon as it is online, or five minutes after it was last touched. If somebody may know the passphrase, invite the person again below; they get new keys, and so does the hotel.',

  ownLostText:
    'Sign out everywhere else: a tablet keeps its keys in memory only, and they go as soon as it is online, or five minutes after it was last touched. If somebody may know your passphrase, have another owner invite you again as “In other hands”: you get new keys, and so does the hotel. If you are the only owner, change your passphrase at once in the menu under “My sign-in”, then make new keys below.',

  again: {
    heading: 'Passphrase forgotten, or in other hands',
    lead: 'Invited again, they make new keys on their own device. Their name, role and what they may open stay, and guests read the same mark in their records.',
    open: (name: string) => `Invite ${name} again`,
    title: (name: string) => `Invite ${name} again`,
    text: 'They choose a new passphrase on their own device, and you compare four words. Their old passphrase, passkeys and sessions end when you confirm.',
    what: 'What happened?',
    forgotten: 'Forgotten or broken',
    exposed: 'In other hands',
    whatNote:
      'If you can’t rule out that somebody else knows the passphrase or has the tablet unlocked, choose the second.',
    unanswered: 'Choose one of the two: it decides whether the hotel needs new keys.',
    forgottenText: 'Nobody else has their keys, so the hotel’s stay as they are and nobody else notices anything.',
    exposedText:
      'They are signed out everywhere at once and can’t sign in before you confirm, also if the invitation runs out: invite them again then, or remove them. Only if you call it off does the old passphrase work again.',
    exposedOwner:
      'Whoever has their keys and passphrase has the hotel’s root key too, which posters stand for. They can’t publish here any more; if it may be misused, set the hotel up anew and print new posters.',
    waitsTitle: 'There is an invitation already',
    waitsText:
      'Somebody was invited with this sign-in name, the person was changed just now, or they are shut out and can be invited as “In other hands” only. Go back to the team: an invitation that waits can be shown or called off there.',
  },

  shutOutText:
    'Others may have this person’s keys, so this person gets no new ones before coming in anew by an invitation.',

  remove: 'Remove from the team',
  removeTitle: (name: string) => `Remove ${name}?`,
  takeTitle: (purpose: string) => `Take away “${purpose}”?`,
  renewHeading: 'New keys for the hotel',
  renewLead:
    'Nobody has to leave for it. Where a key of yours is damaged, what guests send from then on opens for you again; what was sealed before under the damaged one doesn’t.',
  renew: 'Make new keys',
  renewTitle: 'Make new keys for the hotel?',
  removeSubmit: 'Remove and renew the keys',
  takeSubmit: 'Take away and renew the keys',
  consequences: {
    removed: 'They are signed out everywhere at once and can’t sign in again.',
    removedOwner:
      'They have known the hotel’s root key, which posters stand for. They can’t publish here any more; if you don’t trust them, set the hotel up anew and print new posters.',
    renewed: 'Everybody confirmed keeps what they may open, and gets the new keys for it.',
    taken: 'They can’t open it here any more, earlier guests’ neither.',
    unconfirmed: (names: string) =>
      `No new keys for ${names}: theirs are not confirmed, or the server doesn’t name them. Invite them again afterwards and compare the four words.`,
    shutOut: (names: string) =>
      `No new keys for ${names} yet: shut out, because others may have theirs. They get them once they have come in anew.`,
    keys: 'The hotel gets new keys. Guests’ phones fetch them by themselves, and posters stay as they are.',
    everybody: 'Everybody who stays, you too, signs in once more.',
    sheet:
      'Whoever has seen the recovery sheet can still become an owner with it until a new one is made, and it holds the old keys only: make a new one and try it right afterwards, under “Recovery sheet”.',
  },
  working: 'Making new keys and sealing them to everybody who stays',
};
