import { diffArrays } from 'diff';
import type { Citation, Notice, NoticePurpose, Recipient } from '../../protocol/notice.ts';
import { compareTexts, type TextPiece } from './compare-texts.ts';

/** A line that isn't the same in both: its words then and now; null where there was none, or is none any more. */
export interface ChangedLine {
  readonly before: readonly TextPiece[] | null;
  readonly after: readonly TextPiece[] | null;
}

/** A part of the rules that isn't the same in both. */
export interface ChangedPart {
  readonly id: string;
  readonly title: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** In reading order; lines that are the same are left out. */
  readonly lines: readonly ChangedLine[];
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
  readonly lines: readonly string[];
}

/** What differs between two notices of one language, part by part in the order of the older one, new parts last. */
export function compareNotices(then: Notice, now: Notice, titles: PartTitles): ChangedPart[] {
  const [before, after] = [partsOf(then, titles), partsOf(now, titles)];
  const changed = before.flatMap((part): ChangedPart[] => {
    const today = after.find(({ id }) => id === part.id);
    if (today === undefined) return [{ ...part, kind: 'removed', lines: compareLines(part.lines, []) }];
    const lines = compareLines(part.lines, today.lines);
    return lines.length === 0 ? [] : [{ ...part, kind: 'changed', lines }];
  });
  const added = after
    .filter((part) => !before.some(({ id }) => id === part.id))
    .map((part): ChangedPart => ({ ...part, kind: 'added', lines: compareLines([], part.lines) }));
  return [...changed, ...added];
}

/** The same for one purpose: what a guest is asked about anew. */
export function comparePurposes(then: NoticePurpose, now: NoticePurpose): ChangedLine[] {
  return compareLines(purposeLines(then), purposeLines(now));
}

/** Lines that differ. A run of removed lines and the added ones in its place are held against each other one by one. */
function compareLines(then: readonly string[], now: readonly string[]): ChangedLine[] {
  const lines: ChangedLine[] = [];
  let removed: string[] = [];
  const pair = (added: readonly string[]) => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1)
      lines.push(compareLine(removed[at] ?? null, added[at] ?? null));
    removed = [];
  };
  for (const { value, added, removed: out } of diffArrays([...then], [...now])) {
    if (out) removed = value;
    else pair(added ? value : []);
  }
  pair([]);
  return lines;
}

function compareLine(then: string | null, now: string | null): ChangedLine {
  if (then === null) return { before: null, after: [{ text: now ?? '', change: 'added' }] };
  if (now === null) return { before: [{ text: then, change: 'removed' }], after: null };
  const pieces = compareTexts(then, now);
  return {
    before: pieces.filter(({ change }) => change !== 'added'),
    after: pieces.filter(({ change }) => change !== 'removed'),
  };
}

function partsOf(notice: Notice, titles: PartTitles): Part[] {
  const { controller, passedOn, processors = [], collected, complaints, storage, crossBorder } = notice;
  const { officer } = controller;
  return [
    {
      id: 'who',
      title: titles.who,
      lines: [
        controller.name,
        controller.address,
        controller.contact,
        inOneLine([officer.name, officer.contact]),
        storage,
        crossBorder,
      ],
    },
    ...notice.purposes.map((purpose) => ({
      id: `purpose-${purpose.id}`,
      title: purpose.title,
      lines: purposeLines(purpose),
    })),
    ...notice.sections.map(({ id, title, plain, rule, citations }) => ({
      id: `section-${id}`,
      title,
      lines: [title, plain, rule, ...citations.map(citationText)],
    })),
    {
      id: 'collected',
      title: titles.collected,
      lines: collected.map(({ item, purposes, how, keptFor }) => inOneLine([item, purposes, how, keptFor])),
    },
    {
      id: 'passed-on',
      title: titles.passedOn,
      lines: [
        ...passedOn.map(recipientText),
        ...processors.map(({ name, contact, purpose, place }) => inOneLine([name, contact, purpose, place])),
      ],
    },
    {
      id: 'complaints',
      title: titles.complaints,
      lines: complaints.map(({ name, contact }) => inOneLine([name, contact])),
    },
  ];
}

function purposeLines(purpose: NoticePurpose): string[] {
  return [
    purpose.title,
    purpose.plain,
    purpose.rule,
    purpose.method,
    ...purpose.items.map(({ label, sensitive }) => (sensitive === null ? label : inOneLine([label, sensitive]))),
    purpose.retentionText,
    purpose.refusal,
    purpose.withdrawal,
    ...purpose.recipients.map(recipientText),
    ...purpose.citations.map(citationText),
  ];
}

function recipientText({ name, contact, purpose, method, items }: Recipient): string {
  return inOneLine([name, contact, purpose, method, items]);
}

function citationText({ law, article }: Citation): string {
  return `${law} ${article}`;
}

function inOneLine(texts: readonly string[]): string {
  return texts.join(' · ');
}
