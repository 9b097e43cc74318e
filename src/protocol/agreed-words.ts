import * as z from 'zod/mini';
import { type ConsentEvent } from './consent-event.ts';
import { languageSchema } from './languages.ts';
import type { Manifest } from './manifest.ts';
import { type PurposeId, purposeIdSchema, purposeIds, type Retention } from './purposes.ts';

/**
 * The notice a purpose's envelope is held under: the one its last yes was given on, or on which what the law asks was filled in.
 * `version` is the sequence of the manifest that published that notice first. A correction seals anew and changes nothing about it.
 */
export const agreedWordsSchema = z.object({ purpose: purposeIdSchema, language: languageSchema, version: z.int() });
export type AgreedWords = z.infer<typeof agreedWordsSchema>;

/** What a consent event leaves agreed for the purposes `held` after it, in the product's order. */
export function agreedAfter(
  event: Pick<ConsentEvent, 'decisions' | 'statutory' | 'notice'>,
  before: readonly AgreedWords[],
  held: readonly PurposeId[],
): AgreedWords[] {
  const { language, version } = event.notice;
  const decided = new Set<PurposeId>([
    ...event.statutory,
    ...event.decisions.filter(({ decision }) => decision === 'given').map(({ purpose }) => purpose),
  ]);
  return purposeIds
    .filter((id) => held.includes(id))
    .flatMap((purpose) => {
      if (decided.has(purpose)) return [{ purpose, language, version }];
      return before.filter((one) => one.purpose === purpose);
    });
}

/**
 * How long what was agreed to in these words is kept. `published` is the manifest of sequence `agreed.version`: a longer time in a
 * newer notice does not reach back to a yes given before it (PIPL 14, 19). What rests on a law follows the law of the day instead, so
 * pass the manifest in force for it. Null where that manifest doesn't have the purpose.
 */
export function retentionAgreed(
  { purpose }: Pick<AgreedWords, 'purpose'>,
  published: Pick<Manifest, 'purposes'>,
): Retention | null {
  return published.purposes.find(({ id }) => id === purpose)?.retention ?? null;
}

/** Whether they are other words than those the manifest in force has for it: its guest is asked, and until then nothing changes. */
export function agreedToOlderWords(
  { purpose, language, version }: AgreedWords,
  today: Pick<Manifest, 'purposes'>,
): boolean {
  const found = today.purposes.find(({ id }) => id === purpose);
  const since = found?.basis === 'consent' ? found.versions?.[language] : undefined;
  return since !== undefined && version < since;
}
