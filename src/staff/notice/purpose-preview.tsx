import { composeNotice } from '../../protocol/compose-notice.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { TwoColumns } from '../../ui/components/two-columns.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useCatalogues } from '../app/use-catalogues.ts';
import { languageNames } from '../../ui/messages/language.ts';
import { MessagesWithin, useMessages } from '../../ui/messages/messages-provider.tsx';

interface PurposePreviewProps {
  /** One in which nothing is missing. */
  readonly profile: PropertyProfile;
  readonly property: string;
  readonly id: PurposeId;
}

/** Both columns of one purpose in each language of the hotel, made by what makes the notice itself. */
export function PurposePreview({ profile, property, id }: PurposePreviewProps) {
  const t = useMessages('noticeEditor');
  const { catalogues, failed } = useCatalogues(profile.languages);
  if (failed) return <ProblemNote problem="offline" unasked />;
  return [...(catalogues ?? [])].map(([language, catalogue]) => {
    const notice = composeNotice({ profile, property, language, version: 1 });
    const purpose = notice.purposes.find((one) => one.id === id);
    if (purpose === undefined) return null;
    const common = catalogue.common.notice;
    return (
      <div key={language} lang={language} aria-label={t.openPreview(languageNames[language])} role="group">
        <MessagesWithin language={language} catalogue={catalogue}>
          <TwoColumns
            headingLevel={3}
            rows={[
              {
                id: `${id}-${language}`,
                title: purpose.title,
                plain: [
                  purpose.plain,
                  purpose.retentionText,
                  ...purpose.recipients
                    .filter(({ legalDuty }) => !legalDuty)
                    .map(({ name, purpose: why }) => common.receivedBy(name, why)),
                  purpose.refusal,
                ],
                rule: [purpose.rule, purpose.method],
                citations: purpose.citations.map(({ law, article }) => common.citation(law, article)),
              },
            ]}
          />
        </MessagesWithin>
      </div>
    );
  });
}
