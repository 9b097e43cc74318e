import { type RefObject, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { TickField } from '../app/tick-field.tsx';
import { guestFileColumns } from '../../protocol/hotel-settings.ts';
import { isFiltered, type ListChoice, orderOf, sortColumns, standings } from '../list/list-choice.ts';
import type { ShownList } from '../list/list-messages.ts';
import { deskViews } from './desk-entry.ts';
import { useColumnNames } from './use-column-names.ts';

interface GuestListHeadProps {
  readonly choice: ListChoice;
  readonly list: ShownList | null;
  readonly purposes: readonly Exclude<ListChoice['purpose'], null>[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Which other way of looking at the rows there is from here. */
  readonly other: 'table' | 'list';
  readonly onChoice: (change: Partial<ListChoice>) => void;
  /** Enter in the search: the first row, please. */
  readonly onFirst: () => void;
  readonly onOther: () => void;
}

/** Search, views, and what the rows are sorted and filtered by. */
export function GuestListHead(props: GuestListHeadProps) {
  const { choice, list, purposes, searchRef, other, onChoice, onFirst, onOther } = props;
  const { list: t, guestFile } = useMessages('staff');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { view, typed } = choice;
  const searching = typed.trim() !== '';
  return (
    <div className="guest-list__head">
      <label className="guest-list__search">
        <Icon name="search" />
        <input
          ref={searchRef}
          type="search"
          value={typed}
          placeholder={t.searchShort}
          aria-label={t.search}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={60}
          onChange={(event) => onChoice({ typed: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onChoice({ typed: '' });
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onFirst();
          }}
        />
      </label>
      <nav className="guest-list__views" aria-label={t.title}>
        {deskViews.map((one) => (
          <button
            key={one}
            type="button"
            className="guest-list__view"
            aria-current={one === view && !searching ? 'true' : undefined}
            onClick={() => onChoice({ view: one, typed: '' })}
          >
            {t.views[one]} {/* Nobody is counted before the first rows have come. */}
            <span className="guest-list__count">
              {list === null ? '\u00a0' : list.counts[one].toLocaleString(language)}
            </span>
          </button>
        ))}
      </nav>
      <div className="guest-list__tools">
        <button
          type="button"
          className="guest-list__tool"
          data-key="options"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {guestFile.options}
          {isFiltered(choice) && <b> · {guestFile.filtered}</b>}
          <Icon name="down" />
        </button>
        <button type="button" className="guest-list__tool guest-list__tool--other" data-key="other" onClick={onOther}>
          <Icon name="list" />
          {guestFile[other]}
        </button>
      </div>
      {open && <Options choice={choice} purposes={purposes} onChoice={onChoice} />}
    </div>
  );
}

function Options({ choice, purposes, onChoice }: Pick<GuestListHeadProps, 'choice' | 'purposes' | 'onChoice'>) {
  const staff = useMessages('staff');
  const t = staff.guestFile;
  const nameOf = useColumnNames();
  const order = choice.sort ?? orderOf(choice.view);
  const offered = [...guestFileColumns, ...sortColumns.filter((one) => !guestFileColumns.some((two) => one === two))];
  return (
    <div className="guest-list__options">
      <SelectField
        label={t.sort}
        value={choice.sort?.by ?? ''}
        placeholder={t.usual}
        options={offered.map((value) => ({ value, label: nameOf(value) }))}
        onChange={({ currentTarget }) => {
          const by = sortColumns.find((one) => one === currentTarget.value);
          onChoice({ sort: by === undefined ? null : { by, descending: by === 'received' } });
        }}
      />
      <TickField
        label={t.reversed}
        checked={choice.sort !== null && order.descending !== (order.by === 'received')}
        onChange={({ currentTarget }) =>
          onChoice({ sort: { by: order.by, descending: currentTarget.checked !== (order.by === 'received') } })
        }
      />
      <SelectField
        label={t.purpose}
        value={choice.purpose ?? ''}
        placeholder={t.anyPurpose}
        options={purposes.map((value) => ({ value, label: staff.purposes[value] }))}
        onChange={({ currentTarget }) =>
          onChoice({ purpose: purposes.find((one) => one === currentTarget.value) ?? null })
        }
      />
      <SelectField
        label={t.standing}
        value={choice.standing ?? ''}
        placeholder={t.anyStanding}
        options={standings.map((value) => ({ value, label: t.standings[value] }))}
        onChange={({ currentTarget }) =>
          onChoice({ standing: standings.find((one) => one === currentTarget.value) ?? null })
        }
      />
      {isFiltered(choice) && (
        <Button onClick={() => onChoice({ purpose: null, standing: null })}>{t.everything}</Button>
      )}
    </div>
  );
}
