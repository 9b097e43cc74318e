import { useEffect, useRef, useState } from 'react';
import { isAsked } from '../../protocol/asked-now.ts';
import { composeTemporary } from '../../protocol/compose-temporary.ts';
import { type Language, languages, localized } from '../../protocol/languages.ts';
import type { ProfilePurpose } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { type StaffTopic, staffTopics } from '../../ui/messages/closed-lists.ts';
import { citations } from '../../ui/messages/citations.ts';
import { languageNames, textDirection } from '../../ui/messages/language.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { useSentences } from './use-sentences.ts';
import './words-dialog.css';

interface WordsDialogProps {
  readonly hotel: Hotel;
  /** The guest's, as far as it is known. */
  readonly guestLanguage: Language;
  /** What it is most likely about; every topic when left out. */
  readonly topic?: StaffTopic;
  readonly onClose: () => void;
}

/** What to say, large in the guest's language so that the tablet can be turned around, and small in the desk's own. */
export function WordsDialog({ hotel, guestLanguage, topic, onClose }: WordsDialogProps) {
  const t = useMessages('staff').words;
  const common = useMessages('common');
  const own = useLanguage();
  const [chosen, setChosen] = useState<StaffTopic | null>(topic ?? null);
  const [language, setLanguage] = useState(guestLanguage);
  const sentences = useSentences();
  const { timers } = useTools();
  const rule = hotel.profile.purposes.find((one) => one.id === 'temporary' && isAsked(one, timers.now()));
  // Nobody asks about a rule there isn't.
  const topics = staffTopics.filter((one) => one !== 'temporary' || rule !== undefined);
  const large = useRef<HTMLElement>(null);
  const ready = sentences !== null && sentences !== 'failed';
  useEffect(() => {
    if (chosen === null || !ready) return;
    large.current?.focus({ preventScroll: true });
    // However far down the topics were read: its title and the languages are above the words.
    large.current?.closest('dialog')?.scrollTo({ top: 0 });
  }, [chosen, ready]);

  return (
    <Dialog
      open
      onClose={onClose}
      title={chosen === null ? t.title : t.topic[chosen]}
      actions={
        <>
          {chosen !== null && (
            <Button icon="list" onClick={() => setChosen(null)}>
              {t.back}
            </Button>
          )}
          <Button kind="plain" onClick={onClose}>
            {common.close}
          </Button>
        </>
      }
    >
      {sentences === 'failed' && <StateNote state="failed">{t.failed}</StateNote>}
      {chosen === null && (
        <>
          <p>{t.lead}</p>
          <div className="words-dialog__topics" role="group" aria-label={t.topics}>
            {topics.map((one) => (
              <Button key={one} wide onClick={() => setChosen(one)}>
                {t.topic[one]}
              </Button>
            ))}
          </div>
        </>
      )}
      {chosen !== null && ready && (
        <>
          <div className="words-dialog__languages" role="group" aria-label={t.language}>
            <ButtonRow>
              {languages.map((one) => (
                <Button key={one} lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
                  {languageNames[one]}
                </Button>
              ))}
            </ButtonRow>
          </div>
          <div className="words-dialog__both">
            <section
              ref={large}
              className="words-dialog__large"
              lang={language}
              dir={textDirection(language)}
              tabIndex={-1}
              aria-label={languageNames[language]}
            >
              <Said paragraphs={sentences[language][chosen]} />
              {chosen === 'complain' && <Places hotel={hotel} language={language} />}
              {chosen === 'temporary' && <Rule rule={rule} hotel={hotel} language={language} />}
            </section>
            {language !== own && (
              <section className="words-dialog__own">
                <h3>{t.yours}</h3>
                <Said paragraphs={sentences[own][chosen]} />
                {chosen === 'complain' && <Places hotel={hotel} language={own} />}
                {chosen === 'temporary' && <Rule rule={rule} hotel={hotel} language={own} />}
              </section>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function Said({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  return paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}

function Places({ hotel, language }: { readonly hotel: Hotel; readonly language: Language }) {
  return (
    <ul>
      {hotel.profile.complaints.map(({ name, contact }) => (
        <li key={`${contact} ${localized(name, language)}`}>
          {localized(name, language)} · {contact}
        </li>
      ))}
    </ul>
  );
}

interface RuleProps {
  readonly rule: ProfilePurpose | undefined;
  readonly hotel: Hotel;
  readonly language: Language;
}

/** What the notice says of the rule: what it is called, who set it, until when it is asked and kept. */
function Rule({ rule, hotel, language }: RuleProps) {
  if (rule === undefined) return null;
  const { languages: offered } = hotel.profile;
  const read = offered.includes(language) ? language : (offered[0] ?? language);
  const purpose = composeTemporary(purposeTemplates.temporary, rule, rule.retention, read);
  const [named] = purpose.citations;
  const [authority] = purpose.recipients;
  return (
    <>
      <p lang={read}>
        {named !== undefined && <b>{citations[read](named.law, named.article)}</b>} · {authority?.name}
      </p>
      <p lang={read}>{purpose.retentionText}</p>
    </>
  );
}
