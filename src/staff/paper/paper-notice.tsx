import type { ReactNode } from 'react';
import type { Citation, NoticePurpose, NoticeSection, Recipient } from '../../protocol/notice.ts';
import { Both, usePaperLanguages } from './both.tsx';
import type { PaperLanguage } from './read-notices.ts';

/** The notice a phone shows, on paper: plain words beside the exact rule, both public lists, the law's part apart. */
export function PaperNotice() {
  const [first] = usePaperLanguages();
  if (first === undefined) return null;
  const { purposes, sections, collected, passedOn, complaints } = first.notice;
  const consents = purposes.filter(({ basis }) => basis === 'consent');
  const law = purposes.filter(({ basis }) => basis === 'law');
  const purposeIn = (id: NoticePurpose['id']) => (words: PaperLanguage) =>
    words.notice.purposes.find((one) => one.id === id);
  const sectionIn = (id: NoticeSection['id']) => (words: PaperLanguage) =>
    words.notice.sections.find((one) => one.id === id);
  return (
    <>
      <h3>
        <Both inline say={({ common }) => common.notice.who} />
      </h3>
      <div className="paper-form__who">
        <Both say={who} />
      </div>
      <Columns rows={consents.map(({ id }) => purposeIn(id))} texts={purposeTexts} />
      {law.length > 0 && (
        <section className="paper-form__law">
          <h3>
            <Both inline say={({ form }) => form.lawPart} />
          </h3>
          <p>
            <Both say={({ form }) => form.lawText} />
          </p>
          <Columns rows={law.map(({ id }) => purposeIn(id))} texts={purposeTexts} />
        </section>
      )}
      <Columns rows={sections.map(({ id }) => sectionIn(id))} texts={sectionTexts} />
      <List
        title={({ notice: t }) => t.collectedList}
        empty={({ notice: t }) => t.nothingCollected}
        heads={[({ notice: t }) => t.purposes, ({ notice: t }) => t.how, ({ notice: t }) => t.keptFor]}
        rows={collected.map((_, at) => ({ notice }: PaperLanguage) => {
          const entry = notice.collected[at];
          return entry === undefined ? [] : [entry.item, entry.purposes, entry.how, entry.keptFor];
        })}
      />
      <List
        title={({ notice: t }) => t.passedOnList}
        empty={({ notice: t }) => t.nothingPassedOn}
        heads={[({ notice: t }) => t.purposes, ({ notice: t }) => t.how, ({ notice: t }) => t.items]}
        rows={passedOn.map((_, at) => ({ notice, common }: PaperLanguage) => {
          const to = notice.passedOn[at];
          return to === undefined ? [] : [recipientName(to, common), to.purpose, to.method, to.items];
        })}
      />
      <List
        title={({ notice: t }) => t.complaints}
        empty={() => ''}
        heads={[]}
        rows={complaints.map((_, at) => ({ notice }: PaperLanguage) => {
          const line = notice.complaints[at];
          return line === undefined ? [] : [line.name, line.contact];
        })}
      />
      <p className="paper-form__small">
        <Both say={({ notice, common }) => `${common.notice.version(notice.version)} · ${notice.disclaimer}`} />
      </p>
    </>
  );
}

function who({ notice: { controller, storage, crossBorder }, common: { notice: t } }: PaperLanguage): ReactNode {
  const lines = [
    controller.name,
    `${t.address}: ${controller.address}`,
    `${t.contact}: ${controller.contact}`,
    `${t.officer}: ${controller.officer.name}, ${controller.officer.contact}`,
    `${t.storage}: ${storage}`,
    `${t.crossBorder}: ${crossBorder}`,
  ];
  return lines.map((line) => (
    <span key={line} className="paper-form__line">
      {line}
    </span>
  ));
}

interface Texts {
  readonly title: string;
  readonly plain: readonly string[];
  readonly rule: readonly string[];
}

function purposeTexts(purpose: NoticePurpose, common: PaperLanguage['common']): Texts {
  const { sensitive } = common.notice;
  return {
    title: purpose.title,
    plain: [purpose.plain, purpose.retentionText, purpose.refusal, purpose.withdrawal],
    rule: [
      purpose.rule,
      purpose.method,
      ...purpose.items.flatMap((item) => (item.sensitive === null ? [] : [sensitive(item.label, item.sensitive)])),
      ...purpose.citations.map((one) => citation(one, common)),
    ],
  };
}

function sectionTexts(section: NoticeSection, common: PaperLanguage['common']): Texts {
  return {
    title: section.title,
    plain: [section.plain],
    rule: [section.rule, ...section.citations.map((one) => citation(one, common))],
  };
}

function citation({ law, article, certainty }: Citation, { notice: t }: PaperLanguage['common']): string {
  const line = t.citation(law, article);
  return certainty === 'V' ? line : `${line} · ${t.unchecked}`;
}

function recipientName({ name, contact, legalDuty }: Recipient, { notice: t }: PaperLanguage['common']): string {
  return [name, contact, legalDuty ? t.legalDuty : ''].filter((part) => part !== '').join(' · ');
}

interface ColumnsProps<Row> {
  readonly rows: readonly ((words: PaperLanguage) => Row | undefined)[];
  readonly texts: (row: Row, common: PaperLanguage['common']) => Texts;
}

function Columns<Row>({ rows, texts }: ColumnsProps<Row>) {
  const textsIn = (row: (words: PaperLanguage) => Row | undefined, words: PaperLanguage) => {
    const found = row(words);
    return found === undefined ? undefined : texts(found, words.common);
  };
  const paragraphs = (lines: readonly string[] | undefined) =>
    lines?.map((line) => (
      <span key={line} className="paper-form__line">
        {line}
      </span>
    ));
  return (
    <table className="paper-form__columns">
      <thead>
        <tr>
          <th scope="col">
            <Both inline say={({ common }) => common.plainWords} />
          </th>
          <th scope="col">
            <Both inline say={({ common }) => common.exactRule} />
          </th>
        </tr>
      </thead>
      {rows.map((row, at) => (
        <tbody key={`${at + 1}`}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              <Both inline say={(words) => textsIn(row, words)?.title} />
            </th>
          </tr>
          <tr>
            <td>
              <Both say={(words) => paragraphs(textsIn(row, words)?.plain)} />
            </td>
            <td>
              <Both say={(words) => paragraphs(textsIn(row, words)?.rule)} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

interface ListProps {
  readonly title: (common: PaperLanguage['common']) => string;
  readonly empty: (common: PaperLanguage['common']) => string;
  /** Of every column but the first, which names its rows. */
  readonly heads: readonly ((common: PaperLanguage['common']) => string)[];
  readonly rows: readonly ((words: PaperLanguage) => readonly string[])[];
}

function List({ title, empty, heads, rows }: ListProps) {
  const languages = usePaperLanguages();
  return (
    <section className="paper-form__list">
      <h3>
        <Both inline say={({ common }) => title(common)} />
      </h3>
      {rows.length === 0 && (
        <p>
          <Both say={({ common }) => empty(common)} />
        </p>
      )}
      {rows.length > 0 && (
        <table>
          {heads.length > 0 && (
            <thead>
              <tr>
                <td>{'\u00a0'}</td>
                {heads.map((head, at) => (
                  <th key={`${at + 1}`} scope="col">
                    <Both inline say={({ common }) => head(common)} />
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${at + 1}`}>
                {(languages[0] === undefined ? [] : row(languages[0])).map((_, cell) => (
                  <td key={`${cell + 1}`}>
                    <Both say={(words) => row(words)[cell]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
