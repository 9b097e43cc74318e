import { type SetupAnswers, setupAnswersSchema } from './setup-answers.ts';

const key = 'foyer.setup';

/**
 * Answers of an unfinished set-up, kept in the tab's own storage until it is done. Only what will be public is written: the schema
 * drops everything else, the passphrase first of all.
 */
export function keptAnswers(storage: () => Storage) {
  return {
    read: (): SetupAnswers | null => {
      try {
        const parsed = setupAnswersSchema.safeParse(JSON.parse(storage().getItem(key) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    write: (answers: SetupAnswers): void => {
      const parsed = setupAnswersSchema.safeParse(answers);
      if (!parsed.success) return;
      try {
        storage().setItem(key, JSON.stringify(parsed.data));
      } catch {
        // Full or forbidden: a reload starts from the beginning then.
      }
    },
    forget: (): void => {
      try {
        storage().removeItem(key);
      } catch {
        // There was no storage to begin with.
      }
    },
  };
}
