import type { ReactNode } from 'react';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { Both, PaperLanguagesContext } from './both.tsx';
import { Blank, PaperChoices, PaperDetails, PaperPeople } from './paper-fields.tsx';
import { PaperNotice } from './paper-notice.tsx';
import type { PaperLanguage } from './read-notices.ts';
import './paper-form.css';

interface PaperFormProps {
  readonly hotel: Hotel;
  /** One or two; the first leads. */
  readonly languages: readonly PaperLanguage[];
}

/** The notice to keep, then the form to give back. */
export function PaperForm({ hotel, languages }: PaperFormProps) {
  const [first] = languages;
  if (first === undefined) return null;
  const { purposes } = first.notice;
  const consents = purposes.filter(({ basis }) => basis === 'consent');
  const identity = purposes.find(({ id }) => id === 'identity');
  const minors = purposes.find(({ id }) => id === 'minors');
  return (
    <PaperLanguagesContext value={languages}>
      <article className="paper-form" lang={first.language}>
        <section>
          <Head hotel={hotel} title={<Both inline say={({ form }) => form.notice} />}>
            <Both inline say={({ form }) => form.keep} />
          </Head>
          <PaperNotice />
        </section>
        <section className="paper-form__sheet">
          <Head hotel={hotel} title={<Both inline say={({ form }) => form.form} />}>
            <Both inline say={({ form }) => form.give} />
            <br />
            <Both inline say={({ notice, common }) => common.notice.version(notice.version)} />
          </Head>
          <Part title={({ form }) => form.choices} text={({ form }) => form.choicesText}>
            <PaperChoices purposes={consents} />
          </Part>
          <Part title={({ form }) => form.details} text={({ form }) => form.detailsText}>
            <PaperDetails purposes={consents} />
          </Part>
          <div className="paper-form__law">
            <Part title={({ form }) => form.law} text={({ form }) => form.lawText}>
              {identity !== undefined && (
                <>
                  <h4>
                    <Both inline say={({ form }) => form.guests} />
                  </h4>
                  <PaperPeople purpose={identity} rows={3} />
                </>
              )}
              {minors !== undefined && (
                <>
                  <h4>
                    <Both inline say={({ form }) => form.minors} />
                  </h4>
                  <PaperPeople purpose={minors} rows={2} />
                  <p>
                    <Both say={({ form }) => form.guardianText} />
                  </p>
                  <Blank label={({ form }) => form.guardian} />
                </>
              )}
            </Part>
          </div>
          <Part title={({ form }) => form.sign} text={({ form }) => form.signText}>
            <div className="paper-form__pair">
              <Blank label={({ form }) => form.date} />
              <Blank label={({ form }) => form.signature} />
            </div>
          </Part>
        </section>
      </article>
    </PaperLanguagesContext>
  );
}

function Head({
  hotel,
  title,
  children,
}: {
  readonly hotel: Hotel;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <header className="paper-form__head">
      <div>
        <p className="paper-form__hotel">
          <Both inline say={({ notice }) => notice.controller.name} />
        </p>
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
      <SealMark fingerprint={hotel.fingerprintBytes} />
    </header>
  );
}

interface PartProps {
  readonly title: (words: PaperLanguage) => string;
  readonly text: (words: PaperLanguage) => string;
  readonly children: ReactNode;
}

function Part({ title, text, children }: PartProps) {
  return (
    <section className="paper-form__part">
      <h3>
        <Both inline say={title} />
      </h3>
      <p>
        <Both say={text} />
      </p>
      {children}
    </section>
  );
}
