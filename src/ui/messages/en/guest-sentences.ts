import { requestWorkingDays } from '../../../protocol/request.ts';
import type { GuestSentences } from '../closed-lists.ts';

/** To the guest, in one or two short paragraphs each. */
export const guestSentences: GuestSentences = {
  noPhone: [
    'That is fine. You can register on our tablet, or on paper with a pen.',
    'The tablet keeps nothing once you hand it back. A sheet of paper is locked away and destroyed on its day. Your rights are the same either way.',
  ],
  noToUse: [
    'That is fine. Each use is your own choice, and you stay as booked whichever you choose.',
    'We won’t keep asking. If you change your mind, you can say yes later.',
  ],
  phone: [
    'Your phone number is your choice. You can leave it out, or give an e-mail instead.',
    'You stay as booked. If there is danger, we come to your room.',
  ],
  whyIdentity: [
    'The law asks every hotel in China to check an identity document and enter each guest in a register. That is why this part is not a yes or no.',
    'Show your document here; if the form on your phone asks for it, entering it there is as good. For guests from abroad we report the stay to the police within 24 hours.',
  ],
  refusesIdentity: [
    'We understand that this is unwelcome. Without an identity check, the law does not let us give you a room.',
    'The duty is the hotel’s. Showing the document here is enough; we only look at it. Everything else remains your choice.',
  ],
  noScan: [
    'No. We take no photo of your face, no fingerprint, and no photo or scan of your document.',
    'We look at the document with our own eyes and give it straight back.',
  ],
  minor: [
    'When someone under 18 stays, the law has hotels ask how to reach a parent or guardian, and how you are related.',
    'For a child under 14, a parent or guardian fills this in. We use it for nothing else.',
  ],
  temporary: [
    'A rule of the authorities asks for this for a limited time. It is not our own question, so there is no yes or no to it. We ask what the rule names, and nothing else.',
    'You can enter it on your phone, on our tablet, or on paper here. This is how it stands in our notice:',
  ],
  whoSees: [
    'Your details are sealed on your phone, one envelope for each use. Only staff trusted with a use can open its envelope.',
    'Each time, who opened it, when and why is written down first. You can read that in your registration, with the link on your receipt.',
  ],
  withdraw: [
    'Open the link on your receipt and choose no on the same card. That envelope is destroyed at once; you need not say why.',
    'If you like, we do it for you here.',
  ],
  delete: [
    `With the link on your receipt you can delete everything yourself, at once. If you like, we do it for you here after checking that it is you: promptly, within ${requestWorkingDays} working days at most.`,
    'What a law still makes us keep is stored and used for nothing else, and deleted when its time is over. If we cannot do something, we tell you why.',
  ],
  lostLink: [
    'No harm done. Nobody else has your link, and we cannot make it again: it was only ever on your phone.',
    'After checking that it is you, we can take back a use or delete everything for you, and give you the proof on paper.',
  ],
  complain: [
    'You can tell us first, but you do not have to. You can turn to any of the places below, or to any authority that protects personal information.',
  ],
};
