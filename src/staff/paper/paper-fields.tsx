import { healthAnswers } from '../../pii/temporary-details.ts';
import type { NoticePurpose } from '../../protocol/notice.ts';
import type { FieldId } from '../../protocol/purposes.ts';
import { Both, usePaperLanguages } from './both.tsx';
import type { PaperLanguage } from './read-notices.ts';

/** A box to tick; yes and no are of one size. */
function TickBox({ say }: { readonly say: (words: PaperLanguage) => string }) {
  return (
    <span className="paper-form__tick">
      <span className="paper-form__box" />
      <Both inline say={say} />
    </span>
  );
}

/** Every use by consent with its yes and its no. */
export function PaperChoices({ purposes }: { readonly purposes: readonly NoticePurpose[] }) {
  return (
    <table className="paper-form__choices">
      <tbody>
        {purposes.map(({ id }) => (
          <tr key={id}>
            <td>
              <b>
                <Both inline say={(words) => purposeIn(words, id)?.title} />
              </b>
              <Both say={(words) => purposeIn(words, id)?.retentionText} />
            </td>
            <td>
              <TickBox say={({ form }) => form.yes} />
            </td>
            <td>
              <TickBox say={({ form }) => form.no} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every field the uses by consent can need, once, each saying which of them wants it. */
export function PaperDetails({ purposes }: { readonly purposes: readonly NoticePurpose[] }) {
  const fields = [...new Set(purposes.flatMap(({ items }) => items.map(({ field }) => field)))];
  return (
    <>
      {fields.map((field) => {
        const wanting = purposes.filter(({ items }) => items.some((item) => item.field === field));
        const either = wanting.some(({ items }) => items.some((one) => one.field === field && one.need === 'contact'));
        return (
          <Blank
            key={field}
            label={(words) => labelIn(words, wanting, field)}
            note={(words) => {
              const titles = wanting.map(({ id }) => purposeIn(words, id)?.title ?? id);
              const why = `${words.form.forPurpose} ${titles.join(words.common.listSeparator)}`;
              return either ? `${why} · ${words.form.contact}` : why;
            }}
          />
        );
      })}
      <div className="paper-form__pair">
        <Blank label={({ form }) => form.checkIn} />
        <Blank label={({ form }) => form.checkOut} />
      </div>
    </>
  );
}

interface PaperPeopleProps {
  readonly purpose: NoticePurpose;
  readonly rows: number;
}

/** A table with a column for each field of a purpose, a row for each person. */
export function PaperPeople({ purpose, rows }: PaperPeopleProps) {
  return (
    <table className="paper-form__people">
      <thead>
        <tr>
          {purpose.items.map(({ field }) => (
            <th key={field} scope="col">
              <Both say={(words) => labelIn(words, [purpose], field)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={`${row + 1}`}>
            {purpose.items.map(({ field }) => (
              <td key={field}>{field === 'health' ? <HealthBoxes /> : '\u00a0'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same three answers as on a phone: nobody writes anything about their health. */
function HealthBoxes() {
  return healthAnswers.map((answer) => (
    <TickBox key={answer} say={({ temporary }) => temporary.healthAnswers[answer]} />
  ));
}

interface BlankProps {
  readonly label: (words: PaperLanguage) => string | undefined;
  readonly note?: (words: PaperLanguage) => string;
}

/** A label and a line to write on. */
export function Blank({ label, note }: BlankProps) {
  const languages = usePaperLanguages();
  return (
    <div className="paper-form__blank">
      <span className="paper-form__label">
        <Both inline say={label} />
        {note !== undefined && (
          <span className="paper-form__small">
            {languages.map((words) => (
              <span key={words.language} lang={words.language} className="both">
                {note(words)}
              </span>
            ))}
          </span>
        )}
      </span>
      <span className="paper-form__rule" />
    </div>
  );
}

function purposeIn({ notice }: PaperLanguage, id: NoticePurpose['id']): NoticePurpose | undefined {
  return notice.purposes.find((one) => one.id === id);
}

function labelIn(words: PaperLanguage, wanting: readonly NoticePurpose[], field: FieldId): string | undefined {
  const [first] = wanting;
  if (first === undefined) return undefined;
  return purposeIn(words, first.id)?.items.find((item) => item.field === field)?.label;
}
