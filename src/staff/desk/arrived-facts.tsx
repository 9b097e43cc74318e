import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from './desk-entry.ts';

/** Room, remarks and planned check-out of someone who has arrived. */
export function ArrivedFacts({ entry: { row, desk } }: { readonly entry: DeskEntry }) {
  const t = useMessages('staff').arrival;
  const language = useLanguage();
  return (
    <section className="arrived-facts">
      <h2>{t.arrived}</h2>
      <dl className="guest-detail__facts">
        {desk !== null && (
          <div>
            <dt>{t.room}</dt>
            <dd>
              <bdi>{desk.room}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.plannedCheckOut}</dt>
          <dd>{formatCalendarDate(row.checkOut, language)}</dd>
        </div>
        {row.arrivedAt !== null && (
          <div>
            <dt>{t.arrived}</dt>
            <dd>{formatInstant(row.arrivedAt, language, 'Asia/Shanghai')}</dd>
          </div>
        )}
        {desk !== null && desk.remarks !== '' && (
          <div>
            <dt>{t.remarks}</dt>
            <dd>
              <bdi>{desk.remarks}</bdi>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
