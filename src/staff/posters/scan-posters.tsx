import { useRef, useState } from 'react';
import type { Posters } from '../../protocol/poster.ts';
import { toInstant } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { readPhotographedCode } from '../app/read-photographed-code.ts';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { checkPoster, type PosterVerdict } from './check-poster.ts';
import { type CameraEnd, PosterCamera } from './poster-camera.tsx';
import './scan-posters.css';

export interface Found {
  readonly by: 'camera' | 'photo';
  /** Milliseconds. */
  readonly at: number;
  readonly verdict: PosterVerdict;
}

interface ScanPostersProps {
  readonly hotel: Hotel;
  readonly posters: Posters;
  /** What was found in this session, in its order. */
  readonly found: readonly Found[];
  readonly onFound: (found: Found) => void;
  /** Left out where this is all there is of the posters. */
  readonly onBack?: (() => void) | undefined;
}

const good: ReadonlySet<PosterVerdict['kind']> = new Set<PosterVerdict['kind']>(['ours', 'ours-plain']);

/** Milliseconds a code may be out of the picture and still be the same poster. */
const sameFor = 3000;

/** The posters on the walls, by camera or by photo, each with a plain verdict. Pictures are looked at on this device and never sent or kept. */
export function ScanPosters({ hotel, posters, found, onFound, onBack }: ScanPostersProps) {
  const t = useMessages('staff').posters.scan;
  const { timers, openCamera } = useTools();
  const [reading, setReading] = useState(false);
  const [camera, setCamera] = useState<'off' | 'on' | CameraEnd>('off');
  const before = useRef({ text: '', at: -Infinity });

  const judge = (by: Found['by'], text: string | null) =>
    onFound({ by, at: timers.now(), verdict: checkPoster(text, hotel, posters) });
  const see = (text: string) => {
    const at = timers.now();
    const same = text === before.current.text && at - before.current.at < sameFor;
    before.current = { text, at };
    if (!same) judge('camera', text);
  };
  const turnOn = () => {
    before.current = { text: '', at: -Infinity };
    setCamera('on');
  };
  const read = async (files: readonly File[]) => {
    setReading(true);
    for (const file of files) judge('photo', await readPhotographedCode(file));
    setReading(false);
  };

  return (
    <main className="place posters-place scan-posters">
      <h1>{t.title}</h1>
      {/* While the camera is on, its picture and what it found need the room. */}
      {camera !== 'on' && <p>{t.lead}</p>}
      <div className="scan-posters__actions">
        {openCamera !== null && (
          <Button kind="primary" onClick={camera === 'on' ? () => setCamera('off') : turnOn}>
            {camera === 'on' ? t.camera.stop : t.camera.start}
          </Button>
        )}
        {camera !== 'on' && (
          <label className={`button button--${openCamera === null ? 'primary' : 'quiet'} scan-posters__photos`}>
            {t.photos}
            <input
              type="file"
              accept="image/*"
              multiple
              disabled={reading}
              className="visually-hidden"
              onChange={(event) => {
                const files = [...(event.currentTarget.files ?? [])];
                event.currentTarget.value = '';
                void read(files);
              }}
            />
          </label>
        )}
        {onBack !== undefined && (
          <Button kind="plain" onClick={onBack}>
            {t.back}
          </Button>
        )}
      </div>
      {camera === 'on' && openCamera !== null && <PosterCamera open={openCamera} onCode={see} onEnd={setCamera} />}
      {camera !== 'on' && camera !== 'off' && (
        <StateNote
          state={camera === 'hidden' ? 'waiting' : 'warning'}
          word={t.camera.ends[camera].title}
          announce="polite"
        >
          {t.camera.ends[camera].text}
        </StateNote>
      )}
      {reading && <ProgressNote>{t.reading}</ProgressNote>}
      <ol className="scan-posters__list" aria-label={t.results} aria-live="polite">
        {found.map((one, at) => <Result key={at} number={at + 1} found={one} />).reverse()}
      </ol>
    </main>
  );
}

interface ResultProps {
  readonly number: number;
  readonly found: Found;
}

function Result({ number, found: { by, at, verdict } }: ResultProps) {
  const t = useMessages('staff').posters;
  const language = useLanguage();
  const { title, text } = wordsOf();
  return (
    <li>
      <StateNote
        state={good.has(verdict.kind) ? 'done' : verdict.kind === 'no-code' ? 'warning' : 'failed'}
        word={title}
      >
        {text}
        <br />
        <small>
          {t.scan.result[by](number)}
          {' · '}
          <time dateTime={toInstant(at)}>{formatInstant(toInstant(at), language, 'Asia/Shanghai')}</time>
        </small>
      </StateNote>
    </li>
  );

  function wordsOf(): { title: string; text: string } {
    if (verdict.kind === 'other-site')
      return verdict.alike ? t.scan.lookalike(verdict.host) : t.scan['other-site'](verdict.host);
    if (verdict.kind !== 'ours' && verdict.kind !== 'revoked') return t.scan[verdict.kind];
    return t.scan[verdict.kind](t.named(t.channels[verdict.poster.channel], verdict.poster.number));
  }
}
