import type { NoticeTexts } from './notice-texts.ts';

export const enPurposes: NoticeTexts['purposes'] = {
  emergency: {
    title: 'Reaching you in an emergency',
    plain:
      'We call or write to you if there is a fire, a flood or another danger while you stay, and ask if you are safe. Nothing else.',
    rule: 'Used only to warn you of danger to people or belongings during your stay and to learn that you are safe. It rests on your consent, given for this use alone (PIPL Art. 13(1)(1)). Any other use would need a new consent (Art. 14).',
    method:
      'You enter it on your phone and seal it there. Staff in charge of safety open it, giving a reason, and call or write to you.',
    refusal: 'You stay as booked. If there is danger, we come to your room.',
  },
  billing: {
    title: 'Your bill and things left behind',
    plain: 'We can reach you after check-out about the bill or the deposit, or if you forgot something in the room.',
    rule: 'Used only to settle the bill, return the deposit and give back what was left behind. It rests on your consent, given for this use alone (PIPL Art. 13(1)(1)). Any other use would need a new consent (Art. 14).',
    method:
      'You enter it on your phone and seal it there. Staff in charge of bills open it, giving a reason, and call or write to you.',
    refusal: 'You stay as booked. The bill is settled at the desk, and things you forgot wait there for you.',
  },
  membership: {
    title: 'Membership',
    plain: 'We keep count of your points and give you the members’ price next time.',
    rule: 'Used only to keep your points and apply members’ prices. It rests on your consent, given for this use alone (PIPL Art. 13(1)(1)). Messages with offers are a separate choice (consumer law, Art. 29).',
    method: 'You enter it on your phone and seal it there. Staff in charge of membership open it, giving a reason.',
    refusal: 'You stay as booked, at the price you booked. No points are counted.',
  },
  offers: {
    title: 'Offers and news',
    plain: 'Now and then we write to you about prices and what is new here. When you say stop, we stop.',
    rule: 'Used only to send our own offers and news. Without your consent, or after a no, we may not send any (PIPL Art. 13(1)(1); consumer law, Art. 29). Your details are not passed on for anyone else’s advertising.',
    method:
      'You enter it on your phone and seal it there. Staff in charge of offers open it, giving a reason, and write to you.',
    refusal: 'You stay as booked and get no advertising from us.',
  },
  identity: {
    title: 'Identity register',
    plain:
      'Every hotel here has to check your identity document and enter it in a register. It is the law, so this is not a yes or no; you choose only where: enter it here, or show your document at the desk. Stays of guests from abroad are reported to the police within 24 hours.',
    rule: 'Hotels check identity documents and register the prescribed items; stays of guests from abroad are reported to the police within 24 hours (hotel measures, Art. 6; exit and entry law, Art. 39). Without an identity check a hotel may not give you a room (counter-terrorism law, Art. 21). The duty is the hotel’s, and so is any fine for neglecting it (Public Security Administration Punishments Law, Art. 67, in force since 1 January 2026). A legal duty needs no consent, but you are told all the same (PIPL Arts. 13, 17 and 30).',
    method:
      'You enter it on your phone and seal it there, or staff read your document at the desk. It is handed over in the form the local register prescribes.',
    refusal:
      'You can show your document at the desk instead; one way is as good as the other. With no check at all, the law does not let us give you a room.',
  },
  minors: {
    title: 'When someone under 18 stays',
    plain:
      'The law has us ask how to reach a parent or guardian, and how they are related. For a child under 14, a parent or guardian fills this in.',
    rule: 'When a minor stays, hotels ask for the contact of a parent or other guardian and how the people staying are related (Law on the Protection of Minors, Art. 57). A legal duty needs no consent (PIPL Art. 13(1)(3)). Details of a child under 14 are sensitive and have rules of their own, in the section on minors (PIPL Arts. 28 and 31). They are passed to nobody unless a law requires it.',
    method:
      'You or the guardian enter it on the phone and seal it there. Only approved staff can open it, in an emergency others too; every look is recorded.',
    refusal: 'You can tell the desk instead. If no one under 18 stays, there is nothing to fill in.',
  },
  temporary: {
    title: 'Asked for a limited time',
    plain:
      'A rule that holds for a limited time has us ask every guest for this. It is the law, so this is not a yes or no; you choose only where: enter it here, or tell the desk.',
    rule: 'Asked only while the rule named here holds, used for nothing else, and gone by itself. A legal duty needs no consent, but you are told all the same, and it is kept for the shortest time necessary.',
    method:
      'You enter it on your phone and seal it there, in an envelope of its own. Only staff it was granted to can open it, giving a reason; the list and the spreadsheets of the hotel do not have it.',
    refusal: 'You can tell the desk instead; one way is as good as the other.',
  },
};
