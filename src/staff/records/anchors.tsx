import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { verifyCheckpoint } from '../../crypto/verify-receipt.ts';
import { localized } from '../../protocol/languages.ts';
import type { Anchors as KeptAnchors, AnchorWay, KeptAnchor } from '../../protocol/log-anchor.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { UnreadNote } from '../app/unread-note.tsx';
import { saveFile } from '../app/save-file.ts';
import { useNames } from '../requests/use-names.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { AnchorPaper } from './anchor-paper.tsx';

interface AnchorsProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onEnded: () => void;
}

/** The log's state as it is now, the ways to keep it elsewhere, and what has been kept. Nothing is offered that the hotel's key didn't sign. */
export function Anchors({ session, hotel, onEnded }: AnchorsProps) {
  const t = useMessages('records');
  const language = useLanguage();
  const nameOf = useNames(session);
  const [anchors, setAnchors] = useState<KeptAnchors | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [shown, setShown] = useState<KeptAnchor | null>(null);
  const { api } = session;
  const { manifest } = hotel.manifest;

  const fail = useCallback(
    (error: unknown) => {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    },
    [onEnded],
  );
  const load = useCallback(() => {
    const read = async () => {
      const kept = await api.anchors();
      await verifyCheckpoint(kept.newest.checkpoint, manifest.receiptKey, manifest.logOrigin);
      return kept;
    };
    const show = (kept: KeptAnchors) => {
      setAnchors(kept);
      setProblem(null);
    };
    read().then(show, fail);
  }, [api, manifest, fail]);
  useEffect(load, [load]);

  if (problem === 'receipt_invalid') {
    return (
      <StateNote state="failed" announce="now">
        {t.wrong}
      </StateNote>
    );
  }
  if (anchors === null && problem === null) return <ProgressNote>{t.loading}</ProgressNote>;

  async function keep(way: AnchorWay, size: number) {
    setProblem(null);
    try {
      const kept = await api.keepAnchor({ size, way });
      const day = formatInstant(kept.keptAt, language, 'Asia/Shanghai');
      // The paper has to be there when the browser prints.
      flushSync(() => setShown(kept));
      if (way === 'printed') window.print();
      if (way === 'saved')
        saveFile(new Blob([kept.checkpoint], { type: 'text/plain' }), `${t.paper.title} ${size}.txt`);
      if (way === 'mailed') {
        const subject = encodeURIComponent(t.mailSubject(localized(hotel.profile.name, language), day));
        const body = encodeURIComponent(`${t.mailText}\n\n${kept.checkpoint}`.replaceAll('\n', '\r\n'));
        window.location.href = `mailto:?subject=${subject}&body=${body}`;
      }
      load();
    } catch (error) {
      fail(error);
    }
  }

  const size = anchors?.newest.size ?? 0;
  return (
    <>
      <section className="off-paper">
        <h2>{t.anchorTitle}</h2>
        <p>{t.anchorText}</p>
        {problem !== null && <UnreadNote problem={problem} known={anchors !== null} onRetry={load} />}
        {anchors !== null && (
          <>
            <p>
              {t.now}: <b>{t.entries(size)}</b>
            </p>
            <ButtonRow>
              <Button kind="primary" icon="print" onClick={() => void keep('printed', size)}>
                {t.print}
              </Button>
              <Button icon="mail" onClick={() => void keep('mailed', size)}>
                {t.mail}
              </Button>
              <Button icon="download" onClick={() => void keep('saved', size)}>
                {t.save}
              </Button>
            </ButtonRow>
          </>
        )}
      </section>
      {shown !== null && <AnchorPaper hotel={hotel} anchor={shown} />}
      {anchors !== null && (
        <section className="off-paper">
          <h2>{t.keptTitle}</h2>
          {anchors.anchors.length === 0 && <p>{t.keptNone}</p>}
          <ul className="records-place__kept">
            {anchors.anchors.map((anchor) => (
              <li key={`${anchor.size} ${anchor.keptAt}`}>
                <span>
                  <b>{t.entries(anchor.size)}</b>
                  <small>
                    {t.by(
                      formatInstant(anchor.keptAt, language, 'Asia/Shanghai'),
                      t.ways[anchor.way],
                      nameOf(anchor.actor),
                    )}
                  </small>
                </span>
                <Button kind="plain" onClick={() => setShown(anchor)}>
                  {t.again}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
