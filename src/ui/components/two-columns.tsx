import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import './two-columns.css';

export interface PlainAndRule {
  readonly id: string;
  readonly title: ReactNode;
  /** What a friend would say, by paragraph. */
  readonly plain: readonly string[];
  /** What holds, by paragraph. */
  readonly rule: readonly string[];
  /** Law and article, each one line. */
  readonly citations?: readonly string[] | undefined;
}

interface TwoColumnsProps {
  readonly rows: readonly PlainAndRule[];
  readonly headingLevel?: 2 | 3 | undefined;
}

/** Plain words beside the exact rule; on a phone the rule stands below. Works without scripts. */
export function TwoColumns({ rows, headingLevel = 2 }: TwoColumnsProps) {
  const common = useMessages('common');
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className="two-columns">
      {rows.map((row) => (
        <section key={row.id} className="two-columns__row">
          <Heading className="two-columns__title">{row.title}</Heading>
          <div className="two-columns__cells">
            <div className="two-columns__plain">
              <p className="two-columns__label">{common.plainWords}</p>
              <Paragraphs texts={row.plain} />
            </div>
            <div className="two-columns__rule">
              <p className="two-columns__label">{common.exactRule}</p>
              <Paragraphs texts={row.rule} />
              {row.citations?.map((citation) => (
                <p key={citation}>
                  <cite className="two-columns__cite">{citation}</cite>
                </p>
              ))}
            </div>
          </div>
        </section>
      ))}
    </div>
  );
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text) => <p key={text}>{text}</p>);
}
