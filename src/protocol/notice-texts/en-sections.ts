import type { NoticeTexts } from './notice-texts.ts';

export const enSections: NoticeTexts['sections'] = (facts) => ({
  who: {
    title: 'Who we are',
    plain: `Your details are in the care of ${facts.name}, ${facts.address}. Reach us at ${facts.contact}. The person who answers for them is ${facts.officerName}, ${facts.officerContact}.`,
    rule: 'Before asking for anything, a hotel tells you its name and contact in words that are easy to understand (PIPL Art. 17). All rules stand in one place, with a list of what is collected and a list of what is passed to whom (network data regulations, Art. 21). This page is that place.',
  },
  how: {
    title: 'How it works',
    plain:
      'You enter your details on your own phone. It seals them before anything is sent, one envelope for each use. Our server stores the envelopes and cannot read them. The desk’s list shows your name, your contact with the middle hidden (such as 138****1234) and your dates of stay. To see more, staff have to give a reason, and you can read it.',
    rule: 'Each use has a key of its own (HPKE, RFC 9180, with AES-256-GCM), and staff hold the keys of the uses they are trusted with. The server itself sees your dates of stay, how many you are, whether a child is among you, whom you come along with (by the number of their registration, not by name), your language, which poster you scanned, and your choices with their times. One more copy is yours: only the secret in your receipt opens it. Encryption and limited access: PIPL Art. 51.',
  },
  where: {
    title: 'Where it is kept',
    plain: `Nothing is passed abroad. The sealed envelopes are kept here: ${facts.storage}`,
    rule: 'What is stored there is sealed; the keys that open it can be used only on the devices of the hotel’s staff. Passing details to anyone else would need your separate consent (PIPL Art. 23), except where the law orders it.',
  },
  'how-long': {
    title: 'How long',
    plain:
      'Each use has its own time, written on its card. When it is over, the details are deleted without your asking. If you register and never arrive, the registration expires by itself.',
    rule: 'Details are kept for the shortest time the use needs (PIPL Art. 19) and then deleted of our own motion (Art. 47). Working days are China’s, counted from the day you really leave; how many of them is our promise and not the words of a law. If you ask us to delete what a law still makes us keep, it is stored and protected, and used for nothing else (Art. 47).',
  },
  rights: {
    title: 'Your rights',
    plain: `See your details, get a copy, correct them, take back a use, delete everything: the link on your receipt does it at once. What a law makes us keep stays until its time is over. At the desk you can ask for all of it too: we do it promptly, within ${facts.promisedWorkingDays} working days at most, and if we cannot, we tell you why.`,
    rule: `PIPL Arts. 44–50 give you these rights. The law says “promptly”; ${facts.promisedWorkingDays} working days is our own promise and no more than the ceiling of the 2019 app rules. A refusal comes with reasons, and you may take it to court (Art. 50).`,
  },
  withdraw: {
    title: 'Changing your mind',
    plain:
      'Same link, same card, same two buttons: taking back a yes is as easy as giving it. Only that use’s envelope is destroyed; the rest stays. After a no, we ask again only if that use itself changes.',
    rule: 'Taking back is as convenient as giving, and what was done before stays lawful (PIPL Art. 15). No service is refused because you say no or take back a yes (Art. 16). We do not keep asking after a no (network data regulations, Art. 22); only when the text of a use changes do we ask about that one again (PIPL Art. 14).',
  },
  minors: {
    title: 'Children and teenagers',
    plain:
      'For a child under 14, a parent or guardian makes every choice. For anyone under 18 we ask how to reach a parent or guardian. Only approved staff can open it, in an emergency others too; every look is recorded.',
    rule: 'Details of a child under 14 are sensitive; they need a guardian’s consent where consent is asked for, and rules of their own (PIPL Arts. 28 and 31). These are the rules: we ask for name, age, and the guardian’s name, relation and contact, because the law has us ask (Law on the Protection of Minors, Art. 57), and use them for nothing else. Only staff whom the person in charge has approved can open a minor’s details, and each time is recorded (minors in cyberspace, Art. 36). In an emergency others can too; the record says so.',
  },
  log: {
    title: 'Who looked',
    plain:
      'Each time someone opens one of your envelopes, who, when and why is written down before they get it. You can read it in your registration. It cannot be changed without that showing, and it holds neither your name nor your number.',
    rule: 'The record only ever grows: a Merkle tree (RFC 6962) with signed checkpoints. Staff appear under a code. Your receipt carries the proof that it is part of the record, and you can check it without our server. Limited access: PIPL Art. 51.',
  },
  complaints: {
    title: 'If something is wrong',
    plain:
      'You can come to us first, but you do not have to. You can turn to the places listed here, or to any authority that protects personal information.',
    rule: 'Anyone may complain to, or report to, an authority responsible for protecting personal information (PIPL Art. 65). If we refuse a request, you may go to court (Art. 50).',
  },
  'not-collected': {
    title: 'What we never collect',
    plain:
      'No face, no fingerprint, no photo or scan of your document. The form has no place for them and the hotel cannot add one. At the desk, staff look at your document with their own eyes.',
    rule: 'Biometric data is sensitive (PIPL Art. 28), and only what is lawful, proper and necessary may be collected (consumer law, Art. 29). Where there is another way, a face may not be the only one (face recognition measures, since 1 June 2025). The photo of an identity card is sensitive too (GB/T 45574-2025).',
  },
});
