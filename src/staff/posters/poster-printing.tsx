import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { saveFile } from '../app/save-file.ts';
import { drawingPng } from './drawing-png.ts';
import { drawingSvg } from './drawing-svg.ts';
import type { posterDrawing } from './poster-drawing.ts';

interface PosterPrintingProps {
  readonly drawing: ReturnType<typeof posterDrawing>;
  readonly site: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly onPrint: () => void;
  readonly onPrintAll: () => void;
}

/** The ways a poster leaves the screen. */
export function PosterPrinting({ drawing, site, fileName, onPrint, onPrintAll }: PosterPrintingProps) {
  const t = useMessages('staff').posters;
  const [pngFailed, setPngFailed] = useState(false);
  return (
    <>
      <div className="posters-place__actions">
        <Button kind="primary" icon="print" onClick={onPrint}>
          {t.print}
        </Button>
        <Button icon="print" onClick={onPrintAll}>
          {t.printAll}
        </Button>
        <Button
          icon="download"
          onClick={() => saveFile(new Blob([drawingSvg(drawing, site)], { type: 'image/svg+xml' }), `${fileName}.svg`)}
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
      {pngFailed && (
        <StateNote state="failed" announce="now">
          {t.pngFailed}
        </StateNote>
      )}
    </>
  );
}
