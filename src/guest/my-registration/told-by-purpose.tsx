import type { GuestDetails } from '../../pii/details.ts';
import { cardPayload } from '../../pii/payloads.ts';
import { Button } from '../../ui/components/button.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { ToldFor, ToldStay } from '../form/told.tsx';
import '../form/review-screen.css';
import type { MyRegistration } from './my-registration.ts';
import { purposeWords } from './purpose-words.ts';

interface ToldByPurposeProps {
  readonly mine: MyRegistration;
  readonly details: GuestDetails;
  /** Null where nothing can be changed any more. */
  readonly onChange: (() => void) | null;
}

/** What each envelope holds, opened from the guest's own copy. */
export function ToldByPurpose({ mine, details, onChange }: ToldByPurposeProps) {
  const t = useMessages('myRegistration').told;
  const review = useMessages('guest').review;
  const reader = useLanguage();
  const held = mine.standings.filter(({ standing }) => standing === 'held' || standing === 'sealed-off');
  const { maskedContact } = cardPayload(details);
  return (
    <>
      <p>{t.text}</p>
      {held.map(({ id }) => {
        const words = purposeWords(id, mine);
        return (
          <section key={id} className="review-screen__envelope">
            {words !== null && (
              <h3 className="review-screen__title" lang={words.language === reader ? undefined : words.language}>
                {words.purpose.title}
              </h3>
            )}
            <ToldFor purpose={id} details={details} />
          </section>
        );
      })}
      {held.length > 0 && (
        <section className="review-screen__envelope">
          <h3 className="review-screen__title">{t.list}</h3>
          <p className="review-screen__kept">{t.listText}</p>
          <p>
            {details.name}
            {maskedContact === null ? '' : ` · ${maskedContact}`}
          </p>
        </section>
      )}
      {held.length === 0 && (
        <section className="review-screen__open">
          <h3 className="review-screen__title">{t.notHeld}</h3>
          <p className="review-screen__kept">{t.nothing}</p>
          <ToldFor purpose="emergency" details={details} />
        </section>
      )}
      <section className="review-screen__open">
        <h3 className="review-screen__title">{review.stay}</h3>
        <ToldStay details={details} />
      </section>
      {onChange !== null && (
        <Button icon="edit" onClick={onChange}>
          {t.change}
        </Button>
      )}
    </>
  );
}
