import { memo } from 'react';
import type { Citation, Notice, NoticePurpose, Processor, Recipient } from '../../protocol/notice.ts';
import { useMessages } from '../messages/messages-provider.tsx';
import { PublicList, type PublicListEntry } from './public-list.tsx';
import { type PlainAndRule, TwoColumns } from './two-columns.tsx';
import './notice-view.css';

interface NoticeViewProps {
  readonly notice: Notice;
  readonly headingLevel?: 2 | 3 | undefined;
}

/**
 * The whole notice on one page: who, plain words beside the exact rule, the two public lists, where to complain.
 * The longest thing on a screen, and the same for as long as it is there: drawn once.
 */
export const NoticeView = memo(function NoticeView({ notice, headingLevel = 2 }: NoticeViewProps) {
  const t = useMessages('common').notice;
  const { controller } = notice;
  return (
    <article lang={notice.language}>
      <div className="notice-view__who">
        <PublicList
          headingLevel={headingLevel}
          title={t.who}
          empty=""
          entries={[
            {
              name: controller.name,
              facts: [
                { term: t.address, value: controller.address },
                { term: t.contact, value: controller.contact },
                { term: t.officer, value: `${controller.officer.name} · ${controller.officer.contact}` },
                { term: t.storage, value: notice.storage },
                { term: t.crossBorder, value: notice.crossBorder },
              ],
            },
          ]}
        />
      </div>
      <TwoColumns
        headingLevel={headingLevel}
        rows={[...notice.purposes.map(purposeRow), ...notice.sections.map(sectionRow)]}
      />
      <div className="notice-view__part">
        <PublicList
          headingLevel={headingLevel}
          title={t.collectedList}
          empty={t.nothingCollected}
          entries={notice.collected.map(collectedEntry)}
        />
        <PublicList
          headingLevel={headingLevel}
          title={t.passedOnList}
          empty={t.nothingPassedOn}
          entries={[...notice.passedOn.map(passedOnEntry), ...(notice.processors ?? []).map(processorEntry)]}
        />
        <PublicList
          headingLevel={headingLevel}
          title={t.complaints}
          empty=""
          entries={notice.complaints.map(complaintEntry)}
        />
      </div>
      <p className="notice-view__disclaimer">
        {t.version(notice.version)} · {notice.disclaimer}
      </p>
    </article>
  );

  function collectedEntry(entry: Notice['collected'][number]): PublicListEntry {
    return {
      name: entry.item,
      facts: [
        { term: t.purposes, value: entry.purposes },
        { term: t.how, value: entry.how },
        { term: t.keptFor, value: entry.keptFor },
      ],
    };
  }

  function passedOnEntry(recipient: Recipient): PublicListEntry {
    return {
      name: recipient.name,
      mark: recipient.legalDuty ? <span className="notice-view__mark">{t.legalDuty}</span> : undefined,
      facts: [
        { term: t.contact, value: recipient.contact },
        { term: t.purposes, value: recipient.purpose },
        { term: t.how, value: recipient.method },
        { term: t.items, value: recipient.items },
      ],
    };
  }

  function processorEntry({ name, contact, purpose, place }: Processor): PublicListEntry {
    return {
      name,
      mark: <span className="notice-view__mark">{t.onBehalf}</span>,
      facts: [
        { term: t.contact, value: contact },
        { term: t.purposes, value: purpose },
        { term: t.place, value: place },
      ],
    };
  }

  function complaintEntry(line: Notice['complaints'][number]): PublicListEntry {
    return { name: line.name, facts: [{ term: t.contact, value: line.contact }] };
  }

  function citationLine(citation: Citation): string {
    const line = t.citation(citation.law, citation.article);
    return citation.certainty === 'V' ? line : `${line} · ${t.unchecked}`;
  }

  function purposeRow(purpose: NoticePurpose): PlainAndRule {
    return {
      id: `purpose-${purpose.id}`,
      title: purpose.title,
      plain: [
        purpose.plain,
        purpose.retentionText,
        ...purpose.recipients.filter(({ legalDuty }) => !legalDuty).map(receivedLine),
        purpose.refusal,
        purpose.withdrawal,
      ],
      rule: [purpose.rule, purpose.method, ...purpose.items.flatMap(sensitivityLine)],
      citations: purpose.citations.map(citationLine),
    };
  }

  function receivedLine({ name, purpose }: Recipient): string {
    return t.receivedBy(name, purpose);
  }

  function sensitivityLine(item: NoticePurpose['items'][number]): string[] {
    return item.sensitive === null ? [] : [t.sensitive(item.label, item.sensitive)];
  }

  function sectionRow(section: Notice['sections'][number]): PlainAndRule {
    return {
      id: `section-${section.id}`,
      title: section.title,
      plain: [section.plain],
      rule: [section.rule],
      citations: section.citations.map(citationLine),
    };
  }
});
