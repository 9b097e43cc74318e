import { diffArrays } from 'diff';
import type { Citation, Notice, NoticePurpose } from '../../protocol/notice.ts';

/** A run of words that is in both texts, or in one of them only. */
export interface TextPiece {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/** A part of the rules that isn't the same in both. */
export interface ChangedPart {
  readonly id: string;
  readonly title: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** Both texts at once, in reading order. */
  readonly pieces: readonly TextPiece[];
}

export interface PartTitles {
  readonly who: string;
  readonly collected: string;
  readonly passedOn: string;
  readonly complaints: string;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What differs between two notices of one language, part by part in the order of the older one, new parts last. */
export function compareNotices(then: Notice, now: Notice, titles: PartTitles): ChangedPart[] {
  const [before, after] = [partsOf(then, titles), partsOf(now, titles)];
  const changed = before.flatMap((part): ChangedPart[] => {
    const today = after.find(({ id }) => id === part.id);
    if (today === undefined) return [{ ...part, kind: 'removed', pieces: [{ text: part.text, change: 'removed' }] }];
    if (today.text === part.text) return [];
    return [{ ...part, kind: 'changed', pieces: compareTexts(part.text, today.text) }];
  });
  const added = after
    .filter((part) => !before.some(({ id }) => id === part.id))
    .map((part): ChangedPart => ({ ...part, kind: 'added', pieces: [{ text: part.text, change: 'added' }] }));
  return [...changed, ...added];
}

/** Marks what was taken out and what was put in, word by word; in Chinese, character by character. */
export function compareTexts(then: string, now: string): TextPiece[] {
  return diffArrays(tokens(then), tokens(now)).map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function tokens(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}’'-]+|\s+|[^]/gu) ?? [];
}

function partsOf(notice: Notice, titles: PartTitles): Part[] {
  const { controller, passedOn, collected, complaints, storage, crossBorder } = notice;
  const { officer } = controller;
  return [
    {
      id: 'who',
      title: titles.who,
      text: lines([
        controller.name,
        controller.address,
        controller.contact,
        `${officer.name} · ${officer.contact}`,
        storage,
        crossBorder,
      ]),
    },
    ...notice.purposes.map((purpose) => ({
      id: `purpose-${purpose.id}`,
      title: purpose.title,
      text: purposeText(purpose),
    })),
    ...notice.sections.map(({ id, title, plain, rule, citations }) => ({
      id: `section-${id}`,
      title,
      text: lines([title, plain, rule, ...citations.map(citationText)]),
    })),
    {
      id: 'collected',
      title: titles.collected,
      text: lines(collected.flatMap(({ item, purposes, how, keptFor }) => [item, purposes, how, keptFor])),
    },
    {
      id: 'passed-on',
      title: titles.passedOn,
      text: lines(
        passedOn.flatMap(({ name, contact, purpose, method, items }) => [name, contact, purpose, method, items]),
      ),
    },
    {
      id: 'complaints',
      title: titles.complaints,
      text: lines(complaints.map(({ name, contact }) => `${name} · ${contact}`)),
    },
  ];
}

function purposeText(purpose: NoticePurpose): string {
  const items = purpose.items.map(({ label, sensitive }) => (sensitive === null ? label : `${label}: ${sensitive}`));
  return lines([
    purpose.title,
    purpose.plain,
    purpose.rule,
    purpose.method,
    ...items,
    purpose.retentionText,
    purpose.refusal,
    purpose.withdrawal,
    ...purpose.citations.map(citationText),
  ]);
}

function citationText({ law, article }: Citation): string {
  return `${law} ${article}`;
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}
