import { useFormContext, useWatch } from 'react-hook-form';
import { purposeCitations } from '../../../protocol/laws.ts';
import { noticeTextsIn } from '../../../protocol/notice-texts/notice-texts-in.ts';
import { purposeTemplates } from '../../../protocol/purpose-templates.ts';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { DateField } from '../../../ui/components/date-field.tsx';
import { Field } from '../../../ui/components/field.tsx';
import { Icon } from '../../../ui/components/icon.tsx';
import { useLanguage, useMessages } from '../../../ui/messages/messages-provider.tsx';
import { type OfferedPurpose, offeredPurposes } from '../setup-answers.ts';
import type { SetupForm } from '../setup-form.ts';
import { PurposeChoice } from './purpose-choice.tsx';
import { Question } from './question.tsx';

export function PurposesStep() {
  const t = useMessages('setup').purposes;
  const { formState, getValues } = useFormContext<SetupForm>();
  const some = () => offeredPurposes.some((id) => getValues(`purposes.${id}.on`));
  return (
    <Question title={t.title} text={t.text}>
      {offeredPurposes.map((id) =>
        purposeTemplates[id].basis === 'law' ? (
          <IdentityChoice key={id} id={id} validate={some} />
        ) : (
          <PurposeChoice key={id} id={id} validate={some} />
        ),
      )}
      <p className="setup-conversation__aside">
        <Icon name="law" /> {t.minorsText}
      </p>
      {formState.errors.purposes !== undefined && !some() && (
        <p className="field__error" role="alert">
          <Icon name="warning" />
          <span>{t.missing}</span>
        </p>
      )}
    </Question>
  );
}

/** The register is the law's: off until the owner wants it on the phone, its articles named, its term not the owner's to choose. */
function IdentityChoice({ id, validate }: { readonly id: OfferedPurpose; readonly validate: () => boolean }) {
  const t = useMessages('setup').purposes;
  const common = useMessages('common');
  const language = useLanguage();
  const { register, control, formState, getValues } = useFormContext<SetupForm>();
  const wholeOrNothing = () => {
    const needed = getValues(['localRule', 'localEffective', 'localTerm']).map((typed) => typed.trim() !== '');
    return needed.every(Boolean) || !(needed.some(Boolean) || getValues('localArticle').trim() !== '');
  };
  const on = useWatch({ control, name: `purposes.${id}.on` });
  const { localRule, localArticle, localEffective, localTerm } = formState.errors;
  const incomplete = [localRule, localArticle, localEffective, localTerm].some((error) => error !== undefined);
  return (
    <PurposeChoice id={id} validate={validate} title={t.identityTitle} text={t.identityText}>
      <p className="setup-conversation__aside">
        {t.rests}{' '}
        {purposeCitations(id, language)
          .map(({ law, article }) => common.notice.citation(law, article))
          .join(common.listSeparator)}
      </p>
      {on && (
        <>
          <p className="setup-conversation__aside">{noticeTextsIn[language].retention.identity}</p>
          <Disclosure summary={t.localRule}>
            <Field
              label={t.rule}
              hint={t.localRuleHint}
              autoComplete="off"
              {...register('localRule', { validate: wholeOrNothing, maxLength: 200 })}
            />
            <Field
              label={t.article}
              hint={t.articleHint}
              autoComplete="off"
              {...register('localArticle', { validate: wholeOrNothing, maxLength: 120 })}
            />
            <DateField label={t.effective} {...register('localEffective', { validate: wholeOrNothing })} />
            <Field
              label={t.term}
              error={incomplete ? t.localIncomplete : undefined}
              autoComplete="off"
              {...register('localTerm', { validate: wholeOrNothing, maxLength: 120 })}
            />
          </Disclosure>
        </>
      )}
    </PurposeChoice>
  );
}
