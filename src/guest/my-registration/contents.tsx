import { useMessages } from '../../ui/messages/messages-provider.tsx';
import './contents.css';

/** The parts of the page, each one tap away. */
export function Contents({ window }: { readonly window: Window }) {
  const t = useMessages('myRegistration');
  const parts = [
    { id: 'mine-choices', title: t.choices.title },
    { id: 'mine-told', title: t.told.title },
    { id: 'mine-looked', title: t.looked.title },
    { id: 'mine-receipts', title: t.receipts.title },
    { id: 'mine-delete', title: t.deletion.title },
  ];
  return (
    <nav className="contents" aria-label={t.contents}>
      <ul className="contents__list">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              className="contents__link"
              href={`#${id}`}
              onClick={(event) => {
                // The address stays as it is: what stands behind # there is the guest's secret, and nothing else.
                event.preventDefault();
                const part = window.document.getElementById(id);
                part?.scrollIntoView();
                part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
