import { type ReactNode, useId } from 'react';
import './public-list.css';

export interface PublicListEntry {
  readonly name: string;
  /** Beside the name, such as the mark of a legal duty. */
  readonly mark?: ReactNode;
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
}

interface PublicListProps {
  readonly title: ReactNode;
  readonly entries: readonly PublicListEntry[];
  /** What to say when there is none. */
  readonly empty: ReactNode;
  readonly headingLevel?: 2 | 3 | undefined;
}

/** One of the two lists everyone may read: what is collected, what is passed to whom. */
export function PublicList({ title, entries, empty, headingLevel = 2 }: PublicListProps) {
  const id = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className="public-list" aria-labelledby={id}>
      <Heading className="public-list__title" id={id}>
        {title}
      </Heading>
      {entries.length === 0 && <p className="public-list__empty">{empty}</p>}
      {entries.length > 0 && (
        <ul className="public-list__entries">
          {entries.map((entry, place) => (
            <li key={`${place} ${entry.name}`} className="public-list__entry">
              <p className="public-list__name">
                {entry.name} {entry.mark}
              </p>
              <dl className="public-list__facts">
                {entry.facts.map((fact) => (
                  <Fact key={fact.term} term={fact.term} value={fact.value} />
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
