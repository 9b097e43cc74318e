import { type ReactNode, useId } from 'react';
import type { Recipient } from '../../protocol/notice.ts';
import { useMessages } from '../messages/messages-provider.tsx';
import { Icon } from './icon.tsx';
import './purpose-card.css';

interface PurposeCardProps {
  readonly title: ReactNode;
  /** One sentence, first person plural. */
  readonly whatFor: ReactNode;
  readonly whatIsNeeded: ReactNode;
  readonly howLong: ReactNode;
  /** Whoever gets the details for their own ends; those a law names have a list of their own. */
  readonly recipients?: readonly Pick<Recipient, 'name' | 'purpose' | 'legalDuty'>[] | undefined;
  /** What happens on no. */
  readonly ifNo?: ReactNode;
  /** Set for what the law requires: the card stands apart and names the article; no yes or no belongs inside. */
  readonly law?: { readonly article: ReactNode } | undefined;
  readonly headingLevel?: 2 | 3 | undefined;
  /** The choice, or the decision taken. */
  readonly children?: ReactNode;
}

/** One use of a guest's details. The same card asks, shows and takes back. */
export function PurposeCard(props: PurposeCardProps) {
  const { title, whatFor, whatIsNeeded, howLong, recipients = [], ifNo, law, headingLevel = 2, children } = props;
  const passed = recipients.filter(({ legalDuty }) => !legalDuty);
  const common = useMessages('common');
  const id = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className={law === undefined ? 'purpose-card' : 'purpose-card purpose-card--law'} aria-labelledby={id}>
      {law !== undefined && (
        <p className="purpose-card__law">
          <Icon name="law" />
          <b>{common.requiredByLaw}</b> <span>{law.article}</span>
        </p>
      )}
      <Heading className="purpose-card__title" id={id}>
        {title}
      </Heading>
      <p className="purpose-card__what-for">{whatFor}</p>
      <dl className="purpose-card__facts">
        <dt>{common.whatIsNeeded}</dt>
        <dd>{whatIsNeeded}</dd>
        <dt>{common.howLong}</dt>
        <dd>{howLong}</dd>
        {passed.length > 0 && (
          <>
            <dt>{common.passedTo}</dt>
            {passed.map(({ name, purpose }) => (
              <dd key={name}>
                <bdi>{name}</bdi> · {purpose}
              </dd>
            ))}
          </>
        )}
        {ifNo !== undefined && (
          <>
            <dt>{common.ifNo}</dt>
            <dd>{ifNo}</dd>
          </>
        )}
      </dl>
      {children}
    </section>
  );
}
