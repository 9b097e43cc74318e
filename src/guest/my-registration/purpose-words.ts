import type { Language } from '../../protocol/languages.ts';
import type { NoticePurpose } from '../../protocol/notice.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { sameRuleRead } from '../../protocol/temporary-rule.ts';
import { wordsChanged } from '../../protocol/words-changed.ts';
import type { AgreedNotice, MyRegistration } from './my-registration.ts';

export interface PurposeWords {
  readonly purpose: NoticePurpose;
  readonly language: Language;
  /** The guest's yes is to these words; today's are others. */
  readonly outdated: boolean;
  /** The hotel doesn't ask for it any more: it can be taken back, and not given anew. */
  readonly retired: boolean;
}

/**
 * The words a purpose's card shows: today's, in the reader's language; where the guest's yes was to other words than today's,
 * the ones they said yes to, in the language they read them in; and where what they told rests on a temporary rule that was replaced
 * since, that rule. Null for a purpose neither notice knows.
 */
export function purposeWords(id: PurposeId, mine: MyRegistration): PurposeWords | null {
  const { agreed, today, standings, decisions, events } = mine;
  const last = decisions.get(id);
  const filled = [...events].reverse().find(({ statutory }) => statutory.includes(id));
  const wordsOf = (notice: AgreedNotice) => notice.notice.purposes.find((purpose) => purpose.id === id);
  const hashThen = (last ?? filled)?.notice.hash;
  const then = agreed.find(({ hash }) => hash === hashThen) ?? [...agreed].reverse().find(wordsOf);
  const words = then === undefined ? undefined : wordsOf(then);
  const now = today?.notice.purposes.find((purpose) => purpose.id === id);
  const held = standings.some((one) => one.id === id && one.standing === 'held');
  const outdated =
    held && now !== undefined && today !== null && last !== undefined && wordsChanged(last, today.signed.manifest);
  const replaced =
    id === 'temporary' &&
    filled !== undefined &&
    words !== undefined &&
    now !== undefined &&
    !sameRuleRead(words, now, then?.language === today?.language);
  if (now !== undefined && today !== null && ((!outdated && !replaced) || words === undefined))
    return { purpose: now, language: today.language, outdated, retired: false };
  if (words !== undefined && then !== undefined) {
    const retired = today !== null && now === undefined;
    return { purpose: words, language: then.language, outdated, retired };
  }
  return null;
}
