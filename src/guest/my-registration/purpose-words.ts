import type { Language } from '../../protocol/languages.ts';
import type { NoticePurpose } from '../../protocol/notice.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { StandingDecision } from '../../protocol/consent-state.ts';
import type { AgreedNotice, MyRegistration } from './my-registration.ts';

export interface PurposeWords {
  readonly purpose: NoticePurpose;
  readonly language: Language;
  /** The guest's yes is to these words; today's are others. */
  readonly outdated: boolean;
}

/**
 * The words a purpose's card shows: today's, in the reader's language; where the guest's yes was to other words than today's,
 * the ones they said yes to, in the language they read them in. Null for a purpose neither notice knows.
 */
export function purposeWords(id: PurposeId, mine: MyRegistration): PurposeWords | null {
  const { agreed, today, standings, decisions } = mine;
  const last = decisions.get(id);
  const wordsOf = (notice: AgreedNotice) => notice.notice.purposes.find((purpose) => purpose.id === id);
  const then = agreed.find(({ hash }) => hash === last?.notice.hash) ?? [...agreed].reverse().find(wordsOf);
  const words = then === undefined ? undefined : wordsOf(then);
  const now = today?.notice.purposes.find((purpose) => purpose.id === id);
  const held = standings.some((one) => one.id === id && one.standing === 'held');
  const outdated = held && now !== undefined && last !== undefined && wordingChanged(id, last, today);
  if (now !== undefined && today !== null && (!outdated || words === undefined))
    return { purpose: now, language: today.language, outdated };
  if (words !== undefined && then !== undefined) return { purpose: words, language: then.language, outdated };
  return null;
}

/** Whether today's words for a purpose are others than those of the last yes, compared by hash in the language of that yes. */
function wordingChanged(id: PurposeId, last: StandingDecision, today: MyRegistration['today']): boolean {
  const now = today?.signed.manifest.purposes.find((purpose) => purpose.id === id)?.wording[last.notice.language];
  return now !== undefined && now !== last.wording;
}
