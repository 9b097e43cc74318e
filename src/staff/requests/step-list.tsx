import { type DeskRequest, requestSteps } from '../../protocol/request.ts';
import { Icon } from '../../ui/components/icon.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import './step-list.css';

interface StepListProps {
  readonly request: DeskRequest;
  readonly nameOf: (by: string) => string;
}

/** The four steps with who and when; a refusal stands where it ended them. */
export function StepList({ request, nameOf }: StepListProps) {
  const t = useMessages('requests');
  const language = useLanguage();
  const { steps, kind, outcome } = request;
  const refused = steps.find(({ step }) => step === 'refused');
  const shown = requestSteps.filter((step) => refused === undefined || steps.some((taken) => taken.step === step));
  const said = ({ at, by }: DeskRequest['steps'][number]) =>
    t.stepBy(formatInstant(at, language, 'Asia/Shanghai'), nameOf(by));
  return (
    <section>
      <h2>{t.stepsTitle}</h2>
      <ol className="step-list">
        {shown.map((step) => {
          const taken = steps.find((one) => one.step === step);
          return (
            <li
              key={step}
              className={taken === undefined ? 'step-list__step' : 'step-list__step step-list__step--taken'}
            >
              <Icon name={taken === undefined ? 'clock' : 'check'} />
              <span>{step === 'done' ? t.doneSteps[kind] : t.steps[step]}</span>
              <span className="step-list__who">{taken === undefined ? t.stepOpen : said(taken)}</span>
            </li>
          );
        })}
        {refused !== undefined && (
          <li className="step-list__step step-list__step--taken">
            <Icon name="warning" />
            <span>{t.outcomes[outcome]}</span>
            <span className="step-list__who">{said(refused)}</span>
          </li>
        )}
      </ol>
    </section>
  );
}
