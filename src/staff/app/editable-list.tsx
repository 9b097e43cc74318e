import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import './editable-list.css';

interface EditableListProps<Item> {
  readonly title: string;
  readonly text?: string | undefined;
  readonly items: readonly Item[];
  readonly most: number;
  readonly itemTitle: (item: Item, number: number) => string;
  /** Beside the title while a line is closed. */
  readonly itemText: (item: Item) => string;
  /** Whether something in it is wrong: it stays open then. */
  readonly isWrong: (place: number) => boolean;
  readonly add: string;
  readonly empty: () => Item;
  readonly error?: string | undefined;
  readonly onChange: (items: readonly Item[]) => void;
  readonly children: (item: Item, place: number, change: (item: Item) => void) => ReactNode;
}

/** A list whose lines are edited where they stand, one at a time. */
export function EditableList<Item>(props: EditableListProps<Item>) {
  const { title, text, items, most, itemTitle, itemText, isWrong, add, empty, error, onChange, children } = props;
  const common = useMessages('common');
  const [edited, setEdited] = useState<number | null>(null);
  return (
    <section className="editable-list" aria-label={title}>
      {text !== undefined && <p className="editable-list__text">{text}</p>}
      {items.map((item, at) => {
        const name = itemTitle(item, at + 1);
        const open = edited === at || isWrong(at);
        return (
          <div key={at} className="editable-list__item" role="group" aria-label={name}>
            <div className="editable-list__line">
              <p>
                <b>{name}</b>
                {!open && <span className="editable-list__text"> {itemText(item)}</span>}
              </p>
              <Button
                kind="plain"
                icon={open ? 'check' : 'edit'}
                aria-expanded={open}
                aria-label={`${open ? common.done : common.edit}: ${name}`}
                onClick={() => setEdited(open ? null : at)}
              >
                {open ? common.done : common.edit}
              </Button>
              <Button
                kind="plain"
                icon="delete"
                aria-label={`${common.remove}: ${name}`}
                onClick={() => {
                  setEdited(null);
                  onChange(items.filter((_, place) => place !== at));
                }}
              >
                {common.remove}
              </Button>
            </div>
            {open &&
              children(item, at, (changed) => onChange(items.map((one, place) => (place === at ? changed : one))))}
          </div>
        );
      })}
      {error !== undefined && (
        <p className="field__error" role="alert">
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
      {items.length < most && (
        <Button
          icon="add"
          onClick={() => {
            setEdited(items.length);
            onChange([...items, empty()]);
          }}
        >
          {add}
        </Button>
      )}
    </section>
  );
}
