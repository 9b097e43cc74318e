import type { DeskRequest } from '../../protocol/request.ts';
import { Icon } from '../../ui/components/icon.tsx';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { isOverdue } from './use-requests.ts';
import './request-clock.css';

/** By when an open request is answered, and how many working days that is. */
export function RequestClock({ request, today }: { readonly request: DeskRequest; readonly today: string }) {
  const t = useMessages('requests');
  const language = useLanguage();
  const { due, daysLeft } = request;
  const overdue = isOverdue(request, today);
  return (
    <span className={overdue ? 'request-clock request-clock--overdue' : 'request-clock'}>
      <Icon name={overdue ? 'warning' : 'clock'} />
      <span>
        {t.due(formatCalendarDate(due, language, 'short'))}
        {overdue ? ` · ${t.overdueBy(-(daysLeft ?? -1))}` : daysLeft !== undefined && ` · ${t.daysLeft(daysLeft)}`}
      </span>
    </span>
  );
}
