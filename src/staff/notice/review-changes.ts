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
  /** `asked`: whoever said yes is asked again. `told`: a law asks it, so that nobody is asked, and everybody told. */
  readonly kind: 'asked' | 'told' | 'new' | 'retired';
  readonly texts: readonly { readonly language: Language; readonly lines: readonly ChangedLine[] }[];
}

export interface NoticeChanges {
  readonly purposes: readonly PurposeChange[];
  /** Everything else that changes, by language. Nobody is asked about it; whoever has the page open is told. */
  readonly elsewhere: readonly { readonly language: Language; readonly parts: readonly ChangedPart[] }[];
}

/**
 * What publishing would change, who would be asked and who only told. What is asked about counts by the same words whose hash the manifest
 * signs, and everything else by the notice's exact text, so this list is the one guests' phones come to by themselves.
 */
export function reviewChanges(before: NoticeTexts, after: NoticeTexts, titlesIn: PartTitles): NoticeChanges {
  const pairs = languages.flatMap((language) => {
    const [old, next] = [before[language], after[language]];
    return old === undefined || next === undefined
      ? []
      : [{ language, old: parseNotice(old), next: parseNotice(next) }];
  });
  const purposes = purposeIds.flatMap((id): PurposeChange[] => {
    const found = pairs.map(({ language, old, next }) => ({
      language,
      old: wordsOf(old, id),
      next: wordsOf(next, id),
    }));
    if (found.some(({ old, next }) => old === null && next !== null)) return [{ id, kind: 'new', texts: [] }];
    if (found.some(({ old, next }) => old !== null && next === null)) return [{ id, kind: 'retired', texts: [] }];
    const texts = found.flatMap(({ language, old, next }) => {
      if (old === null || next === null) return [];
      if (old.basis === 'consent' && purposeWording(old) === purposeWording(next)) return [];
      const lines = comparePurposes(old, next);
      return lines.length === 0 ? [] : [{ language, lines }];
    });
    const law = found.some(({ next }) => next?.basis === 'law');
    return texts.length === 0 ? [] : [{ id, kind: law ? 'told' : 'asked', texts }];
  });
  const told = new Set(purposes.map(({ id }) => `purpose-${id}`));
  const elsewhere = pairs.flatMap(({ language, old, next }) => {
    const parts = compareNotices(old, next, titlesIn).filter(({ id }) => !told.has(id));
    return parts.length === 0 ? [] : [{ language, parts }];
  });
  return { purposes, elsewhere };
}

function wordsOf(notice: Notice, id: PurposeId): NoticePurpose | null {
  return notice.purposes.find((purpose) => purpose.id === id) ?? null;
}
