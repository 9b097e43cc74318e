import { formatAmount } from '../../ui/messages/format-amount.ts';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from './desk-entry.ts';

/** What the hotel itself noted of somebody who has arrived: number, room and its type, amount, remarks, planned check-out. */
export function ArrivedFacts({ entry: { row, desk } }: { readonly entry: DeskEntry }) {
  const { arrival: t, record } = useMessages('staff');
  const language = useLanguage();
  const number = desk !== null && desk.ownNumber !== '' ? desk.ownNumber : row.fileNumber;
  const noted = [
    [record.number, number === undefined ? '' : String(number)],
    [t.room, desk?.room ?? ''],
    [record.roomType, desk?.roomType ?? ''],
    [t.plannedCheckOut, formatCalendarDate(row.checkOut, language)],
    [t.arrived, row.arrivedAt === null ? '' : formatInstant(row.arrivedAt, language, 'Asia/Shanghai')],
    [record.amount, desk === null || desk.amountSpent === null ? '' : formatAmount(desk.amountSpent, language)],
    [t.remarks, desk?.remarks ?? ''],
  ] as const;
  return (
    <section className="arrived-facts">
      <h2>{t.arrived}</h2>
      <dl className="guest-detail__facts">
        {noted
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
