import type { RetentionOverview } from '../../protocol/retention-api.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';

interface LastRunProps {
  readonly overview: Pick<RetentionOverview, 'status' | 'went'>;
}

/** When the job last looked, and what went then: that it works is seen also while nothing is due. */
export function LastRun({ overview: { status, went = [] } }: LastRunProps) {
  const t = useMessages('staff').retention;
  const common = useMessages('common');
  const language = useLanguage();
  const { lastRun } = status;
  if (lastRun === null) return <p>{t.noRunYet}</p>;
  const what = went.map(({ class: id, outcome, count }) => t.went(t.classes[id], t.outcomes[outcome], count));
  return (
    <p>
      {t.lastRun(
        formatInstant(lastRun, language, 'Asia/Shanghai'),
        what.length === 0 ? t.lastNothing : what.join(common.listSeparator),
      )}
    </p>
  );
}
