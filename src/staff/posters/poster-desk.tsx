import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Language } from '../../protocol/languages.ts';
import { type Poster, type PosterChannel, posterChannels, type Posters } from '../../protocol/poster.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { DrawingView } from './drawing-view.tsx';
import { phonesReach } from './phones-reach.ts';
import { PlainPosters } from './plain-posters.tsx';
import { PosterChoice } from './poster-choice.tsx';
import { posterContent } from './poster-content.ts';
import { posterDrawing } from './poster-drawing.ts';
import { PosterPrinting } from './poster-printing.tsx';
import { postersInUse, type usePosters } from './use-posters.ts';

interface PosterDeskProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly words: ReadonlyMap<Language, StaffMessages>;
  readonly known: Posters;
  readonly problem: AnyProblem | null;
  readonly change: ReturnType<typeof usePosters>['change'];
  readonly onRecovery: () => void;
  readonly onScan: () => void;
  readonly onPaper: () => void;
  readonly onSay: (words: string) => void;
}

/** Every poster there is, one of them drawn, and what can be done with it. */
export function PosterDesk(props: PosterDeskProps) {
  const { session, hotel, words, known, problem, change, onRecovery, onScan, onPaper, onSay } = props;
  const { api } = session;
  const stepUp = useStepUp();
  const t = useMessages('staff').posters;
  const { paper } = useMessages('staff');
  const [channel, setChannel] = useState<PosterChannel>('reception');
  const [picked, setPicked] = useState<string | null>(null);
  const [printed, setPrinted] = useState<readonly Poster[] | null>(null);
  const [anyway, setAnyway] = useState(false);
  const reached = phonesReach(hotel.publicUrl);
  // Guests are invited with new paper only while a sheet holds the keys they will seal with.
  const hasSheet = hotel.recoveryProven;
  const mayPrint = hasSheet && (reached || anyway);
  const inUse = postersInUse(known.posters, channel);
  const revoked = known.posters.filter((poster) => poster.channel === channel && poster.revokedAt !== null);
  const chosen = inUse.find(({ poster }) => poster === picked) ?? inUse[0] ?? null;
  const content = useMemo(() => (chosen === null ? null : posterContent(hotel, chosen, words)), [hotel, chosen, words]);
  const drawing = useMemo(() => (content === null ? null : posterDrawing(content)), [content]);
  const nameOf = (poster: Poster) => t.named(t.channels[poster.channel], poster.number);
  const newest = posterChannels.flatMap((one) => postersInUse(known.posters, one).slice(0, 1));
  // What the browser's own print would put on paper: the one that is looked at.
  const onPaperNow = !mayPrint ? [] : (printed ?? (chosen === null ? [] : [chosen]));
  const print = (posters: readonly Poster[]) => {
    flushSync(() => setPrinted(posters));
    window.print();
  };
  const look = (at: PosterChannel, poster: string | null) => {
    setChannel(at);
    setPicked(poster);
    setPrinted(null);
  };
  const add = async () => {
    const made = await change(() => api.makePoster(channel));
    if (made === null) return;
    look(channel, made.poster);
    onSay(t.made(nameOf(made)));
  };
  const revoke = async (poster: Poster) => {
    const done = await change(async () => {
      await stepUp(() => api.revokePoster(poster.poster));
      return true;
    });
    if (done === null) return;
    look(channel, null);
    onSay(t.revoked(nameOf(poster)));
  };
  const acceptPlain = async (accepted: boolean) => {
    await change(() => stepUp(() => api.acceptPlainPosters(accepted)));
  };
  return (
    <main className="place posters-place">
      <div className="posters-place__columns off-paper">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          {problem !== null && <ProblemNote problem={problem} />}
          {!hasSheet && (
            <StateNote
              state="warning"
              word={t.again}
              action={
                <Button kind="primary" onClick={onRecovery}>
                  {t.toRecovery}
                </Button>
              }
            >
              {t.againText}
            </StateNote>
          )}
          {hasSheet && !reached && (
            <div className="posters-place__unreachable">
              <StateNote state="warning" word={t.unreachable}>
                {t.unreachableText}
              </StateNote>
              <TickField
                label={t.printAnyway}
                checked={anyway}
                onChange={(event) => setAnyway(event.currentTarget.checked)}
              />
            </div>
          )}
          <ButtonRow>
            {posterChannels.map((one) => (
              <Button key={one} aria-pressed={one === channel} onClick={() => look(one, null)}>
                {t.channels[one]}
              </Button>
            ))}
          </ButtonRow>
          <PosterChoice
            channel={channel}
            inUse={inUse}
            revoked={revoked}
            chosen={chosen}
            onChoose={({ poster }) => look(channel, poster)}
            onAdd={hasSheet ? add : null}
            onRevoke={revoke}
          />
          {content !== null && (
            <p className="posters-place__address">
              {t.address}
              <br />
              <code>{content.url}</code>
            </p>
          )}
          {mayPrint && chosen !== null && drawing !== null && content !== null && (
            <PosterPrinting
              drawing={drawing}
              site={content.site}
              fileName={`${hotel.property}-${channel}-${chosen.number}`}
              onPrint={() => print([chosen])}
              onPrintAll={() => print(newest)}
            />
          )}
          <p className="posters-place__more">
            <Button icon="picture" onClick={onScan}>
              {t.scan.open}
            </Button>
            <Button icon="list" onClick={onPaper}>
              {paper.title}
            </Button>
          </p>
          <PlainPosters accepted={known.plain} onChange={acceptPlain} />
        </div>
        <div className="posters-place__preview">
          {drawing !== null && chosen !== null && <DrawingView drawing={drawing} label={t.preview(nameOf(chosen))} />}
        </div>
      </div>
      {onPaperNow.map((poster) => (
        <div key={poster.poster} className="posters-place__sheet paper-only on-paper">
          <DrawingView drawing={posterDrawing(posterContent(hotel, poster, words))} label={t.preview(nameOf(poster))} />
        </div>
      ))}
    </main>
  );
}
