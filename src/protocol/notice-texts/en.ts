import type { NoticeTexts } from './notice-texts.ts';
import { dateText } from './date-text.ts';
import { enPurposes } from './en-purposes.ts';
import { enSections } from './en-sections.ts';

const guardianData =
  'We treat it as sensitive. Needed because the law has hotels ask how to reach a parent or guardian. In the wrong hands it could be used to get close to a child.';
const minorData =
  'We treat it as sensitive, and under 14 the law says it is. Needed because the law has hotels ask. In the wrong hands it could put a child at risk.';

export const en: NoticeTexts = {
  promise: 'Your details are sealed on your own phone; say no to any optional use and you still stay as booked.',
  crossBorder: 'No. We do not pass your details to anyone outside mainland China.',
  disclaimer: 'This page tells you what we do and the rules we follow. It is information, not legal advice.',
  unchecked: (rule) => `${rule} Part of this we know from second hand only; please check with your local authority.`,
  fields: {
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    nationality: 'Nationality',
    documentKind: 'Kind of document',
    documentNumber: 'Document number',
    birthDate: 'Date of birth',
    minorName: 'Name of the child',
    minorAge: 'Age of the child',
    guardianName: 'Name of the guardian',
    guardianRelation: 'How the guardian is related',
    guardianContact: 'How to reach the guardian',
    itinerary: 'Where you have been',
    health: 'How you are, as one of three answers',
  },
  sensitive: {
    name: null,
    phone: null,
    email: null,
    nationality: null,
    documentKind: null,
    documentNumber:
      'We treat it as sensitive. Needed because the register the law prescribes has a line for it. In the wrong hands it could be used to pose as you.',
    birthDate: null,
    minorName: minorData,
    minorAge: minorData,
    guardianName: guardianData,
    guardianRelation: guardianData,
    guardianContact: guardianData,
    itinerary:
      'We treat it as sensitive. Needed only because the rule named here asks for it. In the wrong hands it shows where you were. By province or country, never by street.',
    health:
      'Sensitive: it is about your health. Needed only because the rule named here asks for it. In the wrong hands it could be held against you.',
  },
  fieldList: (all, oneOf) => {
    const [first = '', ...rest] = [all.join(', '), oneOf.join(' or ')].filter((part) => part !== '').join('; ');
    return first + rest.join('').toLowerCase();
  },
  purposes: enPurposes,
  withdrawal: {
    consent:
      'Open your registration with the link on your receipt and choose no on the same card. The envelope for this use is destroyed at once.',
    law: 'The law requires it, so there is nothing to take back. You can read it at any time and have a mistake corrected; when its time is over, we delete it.',
  },
  retention: {
    afterDeparture: (days) =>
      days === 0
        ? 'Deleted on the day you check out.'
        : `Deleted within ${days === 1 ? '1 working day' : `${days} working days`} of your check-out.`,
    untilWithdrawn: (months) =>
      `Kept until you take it back, at most ${months === 1 ? '1 month' : `${months} months`} after your last stay.`,
    identity:
      'The shortest time necessary: the period local public-security rules set, then deleted. The hotel has not entered a confirmed period yet; please check with your local authority.',
    byLocalRule: ({ rule, article, effective, term, enteredOn }) =>
      `Kept for the local period, then deleted. Period: ${term}. Rule: ${rule}${article === null ? '' : `, ${article}`}${effective === null ? '' : `, in force since ${effective}`} (entered by the hotel on ${enteredOn}).`,
    otherDuty:
      'The shortest time this duty needs, then deleted. We found no period we could confirm; please check with your local authority.',
  },
  collectedHow: 'Entered on the phone and sealed there, in an envelope of its own',
  collectedAlways: {
    card: {
      item: 'Name, contact with the middle hidden, dates of stay',
      purposes: 'The desk’s list of guests',
      how: 'Made and sealed by your phone, opened at the desk',
      keptFor: 'Deleted with the last of your details',
    },
    stay: {
      item: 'Room, and the desk’s notes about your stay',
      purposes: 'Looking after your stay',
      how: 'Written and sealed by the desk',
      keptFor: 'Deleted with the last of your details',
    },
    visible: {
      item: 'Dates of stay, number of guests, whether a child is among them, whom you come along with, language, which poster you scanned, your choices and their times',
      purposes: 'Keeping our promises and proving what you chose',
      how: 'Sent by your phone in the clear, without name or number',
      keptFor: 'Deleted with the last of your details; choices, times and language stay as proof, without your name',
    },
  },
  entryFacts: {
    method: (rule) =>
      ` Of a foreign passport the desk also enters kind and number of the visa, how long you may stay, day and port of entry, straight into the local system, because a local rule asks for it: ${rule} (entered by the hotel).`,
    item: 'Of a foreign passport: kind and number of the visa, how long you may stay, day and port of entry',
    passed: '; of a foreign passport visa and entry',
    how: 'Read off the passport at the desk',
    keptFor: 'Not kept by the hotel',
  },
  temporary: {
    articles: '; ',
    plain: ({ asked, erased }) =>
      ` We ask for it up to ${dateText(asked, 'en')} and not a day longer, and delete it by ${dateText(erased, 'en')}.`,
    rule: ({ name, article, authority, issuedOn, enteredOn }) =>
      ` The rule: ${name}, ${article}, issued by ${authority} on ${dateText(issuedOn, 'en')} (entered by the hotel on ${dateText(enteredOn, 'en')}).`,
    retention: ({ asked, erased }) =>
      `Asked for up to ${dateText(asked, 'en')}; deleted by itself on ${dateText(erased, 'en')}, also while you are still here.`,
    itinerary: ({ days }) => `Provinces or countries you were in during the last ${days} days`,
    recipient: {
      contact: 'The desk tells you how to reach them',
      purpose: 'What the rule named here provides for',
      method: 'Only when they ask for it under that rule, person by person',
    },
  },
  police: {
    name: 'The police (public security organ) responsible for this hotel',
    contact: 'Their police station; the desk tells you which one',
    purpose: 'The register of guests that the law requires',
    method: 'In the form the local register prescribes; for guests from abroad within 24 hours',
  },
  sections: enSections,
};
