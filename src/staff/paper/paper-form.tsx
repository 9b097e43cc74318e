import type { ReactNode } from 'react';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { Both, PaperLanguagesContext } from './both.tsx';
import { PaperCore } from './paper-core.tsx';
import { Blank, PaperChoices, PaperDetails, PaperPeople } from './paper-fields.tsx';
import { PaperNotice } from './paper-notice.tsx';
import type { PaperLanguage } from './read-notices.ts';
import './paper-form.css';

interface PaperFormProps {
  readonly hotel: Hotel;
  /** One or two; the first leads. */
  readonly languages: readonly PaperLanguage[];
}

/** The sheet to give back, its part by consent and its part by law each a page of its own, then the notice to keep. */
export function PaperForm({ languages }: Pick<PaperFormProps, 'languages'>) {
  const [first] = languages;
  if (first === undefined) return null;
  const { purposes } = first.notice;
  const consents = purposes.filter(({ basis }) => basis === 'consent');
  const identity = purposes.find(({ id }) => id === 'identity');
  const minors = purposes.find(({ id }) => id === 'minors');
  const temporary = purposes.find(({ id }) => id === 'temporary');
  return (
    <PaperLanguagesContext value={languages}>
      <article className="paper-form" lang={first.language}>
        <section>
          <Head title={<Both inline say={({ form }) => form.form} />}>
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
          <Part title={({ form }) => form.sign} text={({ form }) => form.signText}>
            <div className="paper-form__pair">
              <Blank label={({ form }) => form.date} />
              <Blank label={({ form }) => form.signature} />
            </div>
          </Part>
        </section>
        {(identity !== undefined || minors !== undefined || temporary !== undefined) && (
          <section className="paper-form__sheet">
            <Head title={<Both inline say={({ form }) => form.law} />}>
              <Both inline say={({ form }) => form.give} />
            </Head>
            <p>
              <Both say={({ form }) => form.lawText} />
            </p>
            {identity !== undefined && (
              <>
                <h3>
                  <Both inline say={({ form }) => form.guests} />
                </h3>
                <PaperPeople purpose={identity} rows={4} />
              </>
            )}
            {temporary !== undefined && (
              <>
                <h3>
                  <Both inline say={({ notice }) => notice.purposes.find(({ id }) => id === 'temporary')?.title} />
                </h3>
                <PaperPeople purpose={temporary} rows={2} />
              </>
            )}
            {minors !== undefined && (
              <>
                <h3>
                  <Both inline say={({ form }) => form.minors} />
                </h3>
                <PaperPeople purpose={minors} rows={3} />
                <p>
                  <Both say={({ form }) => form.guardianText} />
                </p>
                <div className="paper-form__pair">
                  <Blank label={({ form }) => form.date} />
                  <Blank label={({ form }) => form.guardian} />
                </div>
              </>
            )}
          </section>
        )}
        <section className="paper-form__sheet paper-form__core">
          <header>
            <h2>
              <Both inline say={({ form }) => form.notice} />
            </h2>
            <p>
              <Both inline say={({ form }) => form.keep} />
            </p>
          </header>
          <PaperCore />
        </section>
      </article>
    </PaperLanguagesContext>
  );
}

/** The notice of the phones, whole, for whoever asks for it. */
export function PaperRules({ hotel, languages }: PaperFormProps) {
  const [first] = languages;
  if (first === undefined) return null;
  return (
    <PaperLanguagesContext value={languages}>
      <article className="paper-form" lang={first.language}>
        <header className="paper-form__head">
          <div>
            <h2>
              <Both inline say={({ form }) => form.fullTitle} />
            </h2>
            <p>
              <Both say={({ form }) => form.fullKeep} />
            </p>
          </div>
          <SealMark fingerprint={hotel.fingerprintBytes} />
        </header>
        <PaperNotice />
      </article>
    </PaperLanguagesContext>
  );
}

/** The hotel's name, and the number the desk's register of paper knows the sheet by. */
function Head({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <header className="paper-form__head">
      <div>
        <p className="paper-form__hotel">
          <Both inline say={({ notice }) => notice.controller.name} />
        </p>
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
      <div className="paper-form__number">
        <Both say={({ form }) => form.number} />
      </div>
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
