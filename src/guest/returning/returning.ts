import { FilledNote } from './filled-note.tsx';
import { KeepDetails } from './keep-details.tsx';
import { keptDetailsStore } from './kept-details.ts';

/** Everything about coming back, fetched as one when a form opens. */
export const returning = { FilledNote, KeepDetails, keptDetailsStore } as const;
