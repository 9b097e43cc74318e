import { useState } from 'react';
import type { Posters } from '../../protocol/poster.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { toInstant } from '../../protocol/time.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { readPhotographedCode } from '../app/read-photographed-code.ts';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { checkPoster, type PosterVerdict } from './check-poster.ts';
import './scan-posters.css';

export interface Scanned {
  readonly number: number;
  /** Milliseconds. */
  readonly at: number;
  readonly verdict: PosterVerdict;
}

interface ScanPostersProps {
  readonly hotel: Hotel;
  readonly posters: Posters;
  /** What was scanned in this session, the newest first. */
  readonly scanned: readonly Scanned[];
  readonly onScanned: (scanned: readonly Scanned[]) => void;
  readonly onBack: () => void;
}

const good: ReadonlySet<PosterVerdict['kind']> = new Set<PosterVerdict['kind']>(['ours', 'ours-plain']);

/** Photos of the posters on the walls, each with a plain verdict. A picture is looked at on this device and never sent or kept. */
export function ScanPosters({ hotel, posters, scanned, onScanned, onBack }: ScanPostersProps) {
  const t = useMessages('staff').posters.scan;
  const { timers } = useTools();
  const [reading, setReading] = useState(false);

  const read = async (files: readonly File[]) => {
    setReading(true);
    let list = scanned;
    for (const file of files) {
      const verdict = checkPoster(await readPhotographedCode(file), hotel, posters);
      list = [{ number: list.length + 1, at: timers.now(), verdict }, ...list];
    }
    onScanned(list);
    setReading(false);
  };

  return (
    <main className="place posters-place scan-posters">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <div className="scan-posters__actions">
        <label className="button button--primary scan-posters__photos">
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
        <Button kind="plain" onClick={onBack}>
          {t.back}
        </Button>
      </div>
      {reading && <ProgressNote>{t.reading}</ProgressNote>}
      <ol className="scan-posters__list" aria-label={t.results} aria-live="polite">
        {scanned.map((one) => (
          <Result key={one.number} scanned={one} />
        ))}
      </ol>
    </main>
  );
}

function Result({ scanned: { number, at, verdict } }: { readonly scanned: Scanned }) {
  const t = useMessages('staff').posters;
  const language = useLanguage();
  const { title, text } = wordsOf();
  return (
    <li>
      <StateNote
        state={good.has(verdict.kind) ? 'done' : verdict.kind === 'no-code' ? 'waiting' : 'failed'}
        word={title}
      >
        {text}
        <br />
        <small>
          {t.scan.photo(number)}
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
