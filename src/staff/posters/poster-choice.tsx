import { useState } from 'react';
import type { Poster, PosterChannel } from '../../protocol/poster.ts';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { VisuallyHidden } from '../../ui/components/visually-hidden.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import './poster-choice.css';

interface PosterChoiceProps {
  readonly channel: PosterChannel;
  /** Of this place: those in use, the newest first, and those that were taken out of use. */
  readonly inUse: readonly Poster[];
  readonly revoked: readonly Poster[];
  readonly chosen: Poster | null;
  readonly onChoose: (poster: Poster) => void;
  /** Null while none may be made. */
  readonly onAdd: (() => Promise<void>) | null;
  readonly onRevoke: (poster: Poster) => Promise<void>;
}

/** The posters of one place: which to print, how many guests came by each, and which hang no more. */
export function PosterChoice(props: PosterChoiceProps) {
  const { channel, inUse, revoked, chosen, onChoose, onAdd, onRevoke } = props;
  const t = useMessages('staff').posters;
  const language = useLanguage();
  const [asking, setAsking] = useState<Poster | null>(null);
  const [busy, setBusy] = useState(false);
  const nameOf = (poster: Poster) => t.named(t.channels[poster.channel], poster.number);
  const during = async (act: Promise<void>) => {
    setBusy(true);
    await act;
    setBusy(false);
    setAsking(null);
  };
  return (
    <section className="poster-choice" aria-label={t.ofPlace(t.channels[channel])}>
      {inUse.length === 0 && <EmptyState icon="info">{t.noneInUse}</EmptyState>}
      <ul className="poster-choice__list">
        {inUse.map((poster) => (
          <li key={poster.poster}>
            <Button aria-pressed={poster.poster === chosen?.poster} onClick={() => onChoose(poster)}>
              {nameOf(poster)}
            </Button>
            <span className="poster-choice__facts">
              {t.registrations(poster.registrations)}
              {' · '}
              {t.madeOn(formatInstant(poster.madeAt, language, 'Asia/Shanghai'))}
            </span>
            <Button kind="plain" onClick={() => setAsking(poster)}>
              {t.revoke} <VisuallyHidden>{nameOf(poster)}</VisuallyHidden>
            </Button>
          </li>
        ))}
        {revoked.map((poster) => (
          <li key={poster.poster} className="poster-choice__revoked">
            <span>{nameOf(poster)}</span>
            <span className="poster-choice__facts">
              {t.registrations(poster.registrations)}
              {' · '}
              {t.revokedOn(formatInstant(poster.revokedAt ?? poster.madeAt, language, 'Asia/Shanghai'))}
            </span>
          </li>
        ))}
      </ul>
      {onAdd !== null && (
        <Button icon="add" busy={busy && asking === null} onClick={() => void during(onAdd())}>
          {t.add(t.channels[channel])}
        </Button>
      )}
      <QuestionDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === null ? '' : t.revokeNamed(nameOf(asking))}
        action={
          <Button
            kind="destructive"
            busy={busy}
            onClick={() => {
              if (asking !== null) void during(onRevoke(asking));
            }}
          >
            {t.revoke}
          </Button>
        }
      >
        <p>{t.revokeText}</p>
      </QuestionDialog>
    </section>
  );
}
