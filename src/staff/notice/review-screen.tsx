import type { AnyProblem } from '../../protocol/problems.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { ChangedText } from '../../ui/changes/changed-text.tsx';
import { Button } from '../../ui/components/button.tsx';
import { Disclosure } from '../../ui/components/disclosure.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useBroughtIntoView } from '../app/use-brought-into-view.ts';
import type { NoticeChanges, PurposeChange } from './review-changes.ts';

interface ReviewScreenProps {
  readonly changes: NoticeChanges;
  /** Purposes whose key would be new. */
  readonly newKeys: readonly PurposeId[];
  /** Of the notice that would be published. */
  readonly version: number;
  readonly conflict: boolean;
  readonly problem: AnyProblem | null;
  readonly busy: boolean;
  readonly onPublish: () => void;
  readonly onBack: () => void;
}

/** What publishing does, before it is done: who is asked again, in which words, and who is only told. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { changes, newKeys, version, conflict, problem, busy, onPublish, onBack } = props;
  const clash = useBroughtIntoView<HTMLDivElement>(conflict);
  const t = useMessages('noticeEditor');
  const common = useMessages('common');
  const asked = changes.purposes.filter(({ kind }) => kind === 'asked');
  const told = changes.purposes.filter(({ kind }) => kind === 'told');
  const others = changes.purposes.filter(({ kind }) => kind === 'new' || kind === 'retired');
  return (
    <div className="place">
      <Screen
        wide
        actions={
          <>
            <Button kind="primary" wide busy={busy} onClick={onPublish}>
              {t.publish(version)}
            </Button>
            <Button kind="plain" icon="back" onClick={onBack}>
              {common.back}
            </Button>
          </>
        }
      >
        <h1 tabIndex={-1}>{t.reviewTitle}</h1>
        <div ref={clash}>
          {conflict && (
            <StateNote state="warning" word={t.conflict} announce="now">
              <p>{t.conflictText}</p>
            </StateNote>
          )}
        </div>
        {problem !== null && <ProblemNote problem={problem} />}
        {busy && <ProgressNote>{t.publishing}</ProgressNote>}
        <section className="notice-place__part" data-asked={asked.length}>
          <h2>{t.askedAgain(asked.length)}</h2>
          <p>{asked.length === 0 ? t.nobodyAsked : t.askedText}</p>
          {asked.map((change) => (
            <Purpose key={change.id} change={change} />
          ))}
        </section>
        {told.length > 0 && (
          <section className="notice-place__part" data-told={told.length}>
            <h2>{t.toldTitle}</h2>
            <p>{t.toldText}</p>
            {told.map((change) => (
              <Purpose key={change.id} change={change} />
            ))}
          </section>
        )}
        {others.map(({ id, kind }) => (
          <Offer key={id} id={id} kind={kind} newKey={newKeys.includes(id)} />
        ))}
        {changes.elsewhere.length > 0 && (
          <Disclosure summary={t.elsewhere}>
            <p>{t.elsewhereText}</p>
            {changes.elsewhere.map(({ language, parts }) => (
              <div key={language}>
                <p className="notice-place__language" lang={language}>
                  {languageNames[language]}
                </p>
                {parts.map(({ id, title, lines }) => (
                  <section key={id} className="notice-place__part">
                    <h3 lang={language}>{title}</h3>
                    <ChangedText lines={lines} language={language} labels={{ before: t.now, after: t.next }} />
                  </section>
                ))}
              </div>
            ))}
          </Disclosure>
        )}
      </Screen>
    </div>
  );
}

function Purpose({ change: { id, texts } }: { readonly change: PurposeChange }) {
  const t = useMessages('noticeEditor');
  const staff = useMessages('staff');
  return (
    <section className="notice-place__part" data-purpose={id}>
      <h3>{staff.purposes[id]}</h3>
      {texts.map(({ language, lines }) => (
        <div key={language}>
          <p className="notice-place__language" lang={language}>
            {languageNames[language]}
          </p>
          <ChangedText lines={lines} language={language} labels={{ before: t.now, after: t.next }} />
        </div>
      ))}
    </section>
  );
}

interface OfferProps extends Pick<PurposeChange, 'id' | 'kind'> {
  readonly newKey: boolean;
}

function Offer({ id, kind, newKey }: OfferProps) {
  const t = useMessages('noticeEditor');
  const staff = useMessages('staff');
  return (
    <section className="notice-place__part" data-purpose={id}>
      <h2>{staff.purposes[id]}</h2>
      <p>{t[purposeTemplates[id].basis][kind === 'retired' ? 'retired' : 'new']}</p>
      {newKey && <p>{t.newKey}</p>}
    </section>
  );
}
