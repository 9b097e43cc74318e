import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Language, languages } from '../../protocol/languages.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { saveFile } from '../app/save-file.ts';
import { TickField } from '../app/tick-field.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { phonesReach } from './phones-reach.ts';
import { drawingPng } from './drawing-png.ts';
import { drawingSvg } from './drawing-svg.ts';
import { DrawingView } from './drawing-view.tsx';
import { type PosterChannel, posterChannels, posterContent } from './poster-content.ts';
import { posterDrawing } from './poster-drawing.ts';
import './posters-place.css';

interface PostersPlaceProps {
  readonly hotel: Hotel;
  readonly onRecovery: () => void;
  readonly onPaper: () => void;
}

export function PostersPlace({ hotel, onRecovery, onPaper }: PostersPlaceProps) {
  const t = useMessages('staff').posters;
  const { words, failed } = useWords(hotel.profile.languages);
  if (!hotel.recoveryProven) {
    return (
      <main className="place posters-place">
        <h1>{t.title}</h1>
        <EmptyState
          icon="lock"
          action={
            <Button kind="primary" onClick={onRecovery}>
              {t.toRecovery}
            </Button>
          }
        >
          <b>{t.locked}</b>
          <br />
          {t.lockedText}
        </EmptyState>
      </main>
    );
  }
  if (words === null) {
    return (
      <main className="place posters-place">
        <h1>{t.title}</h1>
        {failed ? <ProblemNote problem="offline" /> : <ProgressNote>{t.title}</ProgressNote>}
      </main>
    );
  }
  return <Posters hotel={hotel} words={words} onPaper={onPaper} />;
}

interface PostersProps {
  readonly hotel: Hotel;
  readonly words: ReadonlyMap<Language, StaffMessages>;
  readonly onPaper: () => void;
}

function Posters({ hotel, words, onPaper }: PostersProps) {
  const t = useMessages('staff').posters;
  const { paper } = useMessages('staff');
  const [channel, setChannel] = useState<PosterChannel>('reception');
  const [printed, setPrinted] = useState<readonly PosterChannel[]>(['reception']);
  const [pngFailed, setPngFailed] = useState(false);
  const [anyway, setAnyway] = useState(false);
  const reached = phonesReach(hotel.publicUrl);
  const mayPrint = reached || anyway;
  const content = useMemo(() => posterContent(hotel, channel, words), [hotel, channel, words]);
  const drawing = useMemo(() => posterDrawing(content), [content]);
  const print = (channels: readonly PosterChannel[]) => {
    flushSync(() => setPrinted(channels));
    window.print();
  };
  const fileName = `${hotel.property}-${channel}`;
  return (
    <main className="place posters-place">
      <div className="posters-place__columns off-paper">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          {!reached && (
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
              <Button
                key={one}
                aria-pressed={one === channel}
                onClick={() => {
                  setChannel(one);
                  setPrinted([one]);
                }}
              >
                {t.channels[one]}
              </Button>
            ))}
          </ButtonRow>
          <p className="posters-place__address">
            {t.address}
            <br />
            <code>{content.url}</code>
          </p>
          {mayPrint && (
            <div className="posters-place__actions">
              <Button kind="primary" icon="print" onClick={() => print([channel])}>
                {t.print}
              </Button>
              <Button icon="print" onClick={() => print(posterChannels)}>
                {t.printAll}
              </Button>
              <Button
                icon="download"
                onClick={() =>
                  saveFile(new Blob([drawingSvg(drawing, content.site)], { type: 'image/svg+xml' }), `${fileName}.svg`)
                }
              >
                {t.svg}
              </Button>
              <Button
                icon="picture"
                onClick={() => {
                  drawingPng(document, drawing).then(
                    (picture) => saveFile(picture, `${fileName}.png`),
                    () => setPngFailed(true),
                  );
                }}
              >
                {t.png}
              </Button>
            </div>
          )}
          <p>
            <Button icon="list" onClick={onPaper}>
              {paper.title}
            </Button>
          </p>
          {pngFailed && (
            <StateNote state="failed" announce="now">
              {t.pngFailed}
            </StateNote>
          )}
        </div>
        <div className="posters-place__preview">
          <DrawingView drawing={drawing} label={t.preview(t.channels[channel])} />
        </div>
      </div>
      {(mayPrint ? printed : []).map((one) => (
        <div key={one} className="posters-place__sheet paper-only">
          <DrawingView drawing={posterDrawing(posterContent(hotel, one, words))} label={t.preview(t.channels[one])} />
        </div>
      ))}
    </main>
  );
}

/** The words of every language the hotel offers, whatever language the screen is in. */
function useWords(wanted: readonly Language[]) {
  const [words, setWords] = useState<ReadonlyMap<Language, StaffMessages> | null>(null);
  const [failed, setFailed] = useState(false);
  const key = wanted.join();
  useEffect(() => {
    let current = true;
    const load = async () => {
      const found = new Map<Language, StaffMessages>();
      for (const language of languages) {
        if (key.split(',').includes(language)) found.set(language, (await loadStaffCatalogue(language)).staff);
      }
      if (current) setWords(found);
    };
    load().catch(() => setFailed(true));
    return () => {
      current = false;
    };
  }, [key]);
  return { words, failed };
}
