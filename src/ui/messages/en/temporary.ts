import { provinces } from './provinces.ts';

export const temporary = {
  place: (number: number) => (number === 1 ? 'Place' : `Place ${number}`),
  addPlace: 'Add a place',
  removePlace: (number: number) => `Remove place ${number}`,
  places: 'Where you have been',
  health: 'How are you?',
  healthAnswers: {
    well: 'Well; no fever or cough',
    symptoms: 'Fever or cough',
    contact: 'In touch with somebody who is ill',
  },
  provinces,
};

/** What every language has to say about what a temporary rule asks. */
export type TemporaryMessages = typeof temporary;
