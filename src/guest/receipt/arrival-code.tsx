import { useMessages } from '../../ui/messages/messages-provider.tsx';
import './arrival-code.css';

/** Six characters, large, in two groups; read out one by one. */
export function ArrivalCode({ code }: { readonly code: string }) {
  const t = useMessages('guest').receipt;
  return (
    <section className="arrival-code" aria-label={t.code}>
      <p className="arrival-code__label">{t.code}</p>
      <p className="arrival-code__code" role="img" aria-label={[...code].join(' ')}>
        <span>{code.slice(0, 3)}</span> <span>{code.slice(3)}</span>
      </p>
      <p className="arrival-code__label">{t.codeHint}</p>
    </section>
  );
}
