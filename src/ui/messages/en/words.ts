import type { StaffTopic } from '../closed-lists.ts';

/** Around what staff say to guests; the sentences themselves are in `guest-sentences.ts`. */
export const words = {
  open: 'What to say',
  about: (topic: string) => `What to say: ${topic}`,
  title: 'What to say',
  lead: 'Choose what the guest asks. The large words are for the guest: turn the tablet around.',
  topics: 'What is it about?',
  language: 'Language of the guest',
  yours: 'For you',
  back: 'Another question',
  failed: 'The words could not be fetched. Try again when the tablet is connected.',
  topic: {
    noPhone: 'Has no phone, or would rather not use it',
    noToUse: 'Does not want a use',
    phone: 'Does not want to give a phone number',
    whyIdentity: 'Why do you need my identity?',
    refusesIdentity: 'Does not want to show a document',
    noScan: 'Will you photograph my document or my face?',
    minor: 'Someone under 18 stays',
    temporary: 'Why do you ask where I have been, or how I am?',
    whoSees: 'Who can see my details?',
    withdraw: 'Wants to take back a yes',
    delete: 'Wants everything deleted',
    lostLink: 'Has lost the link',
    complain: 'Where can I complain?',
  } satisfies Readonly<Record<StaffTopic, string>>,
};
