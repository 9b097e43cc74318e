import type { NoticeTexts } from '../../protocol/api.ts';
import { type Language, languages } from '../../protocol/languages.ts';
import { type Notice, type NoticePurpose, parseNotice, purposeWording } from '../../protocol/notice.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import {
  type ChangedLine,
  type ChangedPart,
  compareNotices,
  comparePurposes,
  type PartTitles,
} from '../../ui/changes/compare-notices.ts';

/** One purpose whose words are others than before, in the languages where they are. */
export interface PurposeChange {
  readonly id: PurposeId;
  /** `asked`: whoever said yes is asked again. */
  readonly kind: 'asked' | 'new' | 'retired';
  readonly texts: readonly { readonly language: Language; readonly lines: readonly ChangedLine[] }[];
}

export interface NoticeChanges {
  readonly purposes: readonly PurposeChange[];
  /** Everything else that changes, by language. Nobody is asked about it. */
  readonly elsewhere: readonly { readonly language: Language; readonly parts: readonly ChangedPart[] }[];
}

/**
 * What publishing would change, and who would be asked. A purpose counts by the same words whose hash the manifest signs, so this list
 * is the one guests' phones come to by themselves.
 */
export function reviewChanges(before: NoticeTexts, after: NoticeTexts, titlesIn: PartTitles): NoticeChanges {
  const pairs = languages.flatMap((language) => {
    const [then, now] = [before[language], after[language]];
    return then === undefined || now === undefined
      ? []
      : [{ language, then: parseNotice(then), now: parseNotice(now) }];
  });
  const purposes = purposeIds.flatMap((id): PurposeChange[] => {
    const found = pairs.map(({ language, then, now }) => ({
      language,
      then: wordsOf(then, id),
      now: wordsOf(now, id),
    }));
    if (found.some(({ then, now }) => then === null && now !== null)) return [{ id, kind: 'new', texts: [] }];
    if (found.some(({ then, now }) => then !== null && now === null)) return [{ id, kind: 'retired', texts: [] }];
    const texts = found.flatMap(({ language, then, now }) => {
      if (then === null || now === null || then.basis === 'law') return [];
      return purposeWording(then) === purposeWording(now) ? [] : [{ language, lines: comparePurposes(then, now) }];
    });
    return texts.length === 0 ? [] : [{ id, kind: 'asked', texts }];
  });
  const told = new Set(purposes.map(({ id }) => `purpose-${id}`));
  const elsewhere = pairs.flatMap(({ language, then, now }) => {
    const parts = compareNotices(then, now, titlesIn).filter(({ id }) => !told.has(id));
    return parts.length === 0 ? [] : [{ language, parts }];
  });
  return { purposes, elsewhere };
}

function wordsOf(notice: Notice, id: PurposeId): NoticePurpose | null {
  return notice.purposes.find((purpose) => purpose.id === id) ?? null;
}
