import type { ComponentType } from 'react';
import { requestWorkingDays } from '../../protocol/request.ts';
import type { NoticePurpose } from '../../protocol/notice.ts';
import { usePaperLanguages } from './both.tsx';
import type { PaperLanguage } from './read-notices.ts';

/**
 * The notice beside a form for a pen. Every use keeps the published words on what it is for, its rule, its term and what happens on no;
 * how details come in, how they are kept and how a yes is taken back are told for paper (PIPL 17, 30).
 */
export function PaperCore() {
  const [first] = usePaperLanguages();
  if (first === undefined) return null;
  const { purposes } = first.notice;
  const law = purposes.filter(({ basis }) => basis === 'law');
  return (
    <>
      <Row part={Who} />
      {purposes
        .filter(({ basis }) => basis === 'consent')
        .map(({ id }) => (
          <PurposeRow key={id} id={id} heading="h3" />
        ))}
      {law.length > 0 && (
        <section className="paper-form__law">
          <Row part={LawPart} />
          {law.map(({ id }) => (
            <PurposeRow key={id} id={id} heading="h4" />
          ))}
        </section>
      )}
      <Row part={Kept} />
      <Row part={Rights} />
      <Row part={Children} />
      <Row part={NeverAsked} />
      <Row part={Receivers} />
      <Row part={Complaints} />
      <Row part={Version} />
    </>
  );
}

/** One thing in each language, side by side. */
function Row({ part: Part }: { readonly part: ComponentType<InLanguage> }) {
  return (
    <div className="paper-form__row">
      {usePaperLanguages().map((words) => (
        <div key={words.language} lang={words.language}>
          <Part words={words} />
        </div>
      ))}
    </div>
  );
}

function PurposeRow({ id, heading }: Omit<PurposeProps, 'words'>) {
  return (
    <div className="paper-form__row">
      {usePaperLanguages().map((words) => (
        <div key={words.language} lang={words.language}>
          <Purpose words={words} id={id} heading={heading} />
        </div>
      ))}
    </div>
  );
}

interface InLanguage {
  readonly words: PaperLanguage;
}

function Who({ words }: InLanguage) {
  const { controller, crossBorder } = words.notice;
  const t = words.common.notice;
  return (
    <>
      <h3>{t.who}</h3>
      <p>
        <b>{controller.name}</b>
        {` · ${controller.address} · ${t.contact}: ${controller.contact} · ${t.officer}: ${controller.officer.name}, ${controller.officer.contact} · ${t.crossBorder}: ${crossBorder}`}
      </p>
    </>
  );
}

interface PurposeProps extends InLanguage {
  readonly id: NoticePurpose['id'];
  readonly heading: 'h3' | 'h4';
}

function Purpose({ words, id, heading: Heading }: PurposeProps) {
  const purpose = words.notice.purposes.find((one) => one.id === id);
  if (purpose === undefined) return null;
  const { common, form } = words;
  // Said once where several details share it.
  const sensitive = [...new Set(purpose.items.flatMap((item) => item.sensitive ?? []))].map((why) => {
    const labels = purpose.items.filter((item) => item.sensitive === why).map(({ label }) => label);
    return common.notice.sensitive(labels.join(common.listSeparator), why);
  });
  return (
    <>
      <Heading>{purpose.title}</Heading>
      <p>{purpose.plain}</p>
      <p>{words.form.together([form.asks(asked(words, purpose)), purpose.retentionText, purpose.refusal])}</p>
      <p className="paper-form__small">{words.form.together([purpose.rule, ...sensitive])}</p>
    </>
  );
}

/** What a use asks for, as the public list says it. */
function asked({ notice, common }: PaperLanguage, purpose: NoticePurpose): string {
  const listed = notice.collected.find(({ purposes }) => purposes === purpose.title);
  return listed?.item ?? purpose.items.map(({ label }) => label).join(common.listSeparator);
}

function LawPart({ words: { form } }: InLanguage) {
  return (
    <>
      <h3>{form.lawPart}</h3>
      <p>{form.lawText}</p>
    </>
  );
}

function Kept({ words: { form } }: InLanguage) {
  const { title, text } = form.rules.kept;
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
    </>
  );
}

function Rights({ words: { form, notice } }: InLanguage) {
  const { title, text } = form.rules.rights;
  return (
    <>
      <h3>{title}</h3>
      <p>{text(notice.controller.contact, requestWorkingDays)}</p>
    </>
  );
}

function Children({ words: { form } }: InLanguage) {
  const { title, text } = form.rules.children;
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
    </>
  );
}

function Version({ words: { notice, common, form } }: InLanguage) {
  return (
    <p className="paper-form__small">
      {`${common.notice.version(notice.version)} · ${form.full} ${notice.disclaimer}`}
    </p>
  );
}

function NeverAsked({ words: { notice } }: InLanguage) {
  const section = notice.sections.find(({ id }) => id === 'not-collected');
  if (section === undefined) return null;
  return (
    <>
      <h3>{section.title}</h3>
      <p>{section.plain}</p>
    </>
  );
}

function Receivers({ words: { notice, common } }: InLanguage) {
  const t = common.notice;
  const passed = notice.passedOn.map(({ name, contact, purpose, method, items, legalDuty }) =>
    [name, contact, purpose, method, items, legalDuty ? t.legalDuty : ''].filter((part) => part !== '').join(' · '),
  );
  return (
    <>
      <h3>{t.passedOnList}</h3>
      {passed.length === 0 && <p>{t.nothingPassedOn}</p>}
      {passed.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Complaints({ words: { notice, common } }: InLanguage) {
  return (
    <>
      <h3>{common.notice.complaints}</h3>
      <p>{notice.complaints.map(({ name, contact }) => `${name} ${contact}`).join(' · ')}</p>
    </>
  );
}
