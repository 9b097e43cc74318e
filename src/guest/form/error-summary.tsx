import { lazy, type Ref, Suspense, useId } from 'react';
import type { FieldPath } from '../../pii/raw-details.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { GuestMessages } from '../../ui/messages/en/guest.ts';
import type { Reasons } from './form-context.ts';
import { loadFinish } from './load-finish.ts';
import { fieldId } from './use-field.ts';
import './error-summary.css';

interface ErrorSummaryProps {
  readonly reasons: Reasons;
  readonly ref: Ref<HTMLDivElement>;
}

const TemporaryLabel = lazy(async () => ({ default: (await loadFinish()).TemporaryLabel }));

/** Everything that needs another look, at the top, each a way to its field. */
export function ErrorSummary({ reasons, ref }: ErrorSummaryProps) {
  const t = useMessages('guest');
  const id = useId();
  if (reasons.size === 0) return null;
  return (
    <div ref={ref} className="error-summary" tabIndex={-1} role="group" aria-labelledby={id}>
      <StateNote state="failed" word={<span id={id}>{t.details.errors(reasons.size)}</span>}>
        <ul className="error-summary__list">
          {[...reasons].map(([path, reason]) => (
            <li key={path}>
              <a
                href={`#${fieldId(path)}`}
                onClick={(event) => {
                  // The fragment in the address is the poster's; it must stay.
                  event.preventDefault();
                  event.currentTarget.ownerDocument.getElementById(fieldId(path))?.focus();
                }}
              >
                {path.startsWith('temporary') ? (
                  <Suspense fallback={null}>
                    <TemporaryLabel path={path} />
                  </Suspense>
                ) : (
                  labelOf(path, t.details)
                )}
              </a>
              {reason !== 'missing' && <span className="error-summary__reason">{t.reasons[reason]}</span>}
            </li>
          ))}
        </ul>
      </StateNote>
    </div>
  );
}

function labelOf(path: FieldPath, t: GuestMessages['details']): string {
  const last = path.split('.').at(-1);
  const label = Object.entries(t).find(([key]) => key === (last === 'people' ? 'identity' : last))?.[1];
  return typeof label === 'string' ? label : t.title;
}
