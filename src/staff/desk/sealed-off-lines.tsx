import type { ListedRow } from '../../protocol/api.ts';
import { purposeCitations } from '../../protocol/laws.ts';
import { Icon } from '../../ui/components/icon.tsx';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import './purpose-lines.css';

/** What only a law still holds: why, by which article, until when. There is nothing to open. */
export function SealedOffLines({ row }: { readonly row: ListedRow }) {
  const t = useMessages('requests').sealedOff;
  const staff = useMessages('staff');
  const common = useMessages('common');
  const language = useLanguage();
  if (row.sealedOff === undefined) return null;
  return (
    <section className="purpose-lines sealed-off-lines">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <ul className="purpose-lines__list">
        {row.sealedOff.map((purpose) => {
          const until = row.sealedUntil?.[purpose];
          const laws = purposeCitations(purpose, language).map(({ law, article }) => `${law} ${article}`);
          return (
            <li key={purpose} className="purpose-lines__line sealed-off-lines__line">
              <Icon name="lock" />
              <span>
                <b>{staff.purposes[purpose]}</b>
                <br />
                {until === undefined ? t.untilUnknown : t.until(formatCalendarDate(until, language))}
                <br />
                <small>{t.reason(laws.join(common.listSeparator))}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
