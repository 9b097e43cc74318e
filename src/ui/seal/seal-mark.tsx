import { useMemo } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import { fourWords } from './four-words.ts';
import { sealMarkPaths } from './seal-mark-paths.ts';
import './seal-mark.css';

export interface SealMarkProps {
  /** The root key's fingerprint, 16 bytes. */
  readonly fingerprint: Uint8Array;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
}

/** The hotel's seal, the same on poster, phone and tablet. */
export function SealMark({ fingerprint, size = 'medium' }: SealMarkProps) {
  const common = useMessages('common');
  const drawing = useMemo(() => sealMarkPaths(fingerprint), [fingerprint]);
  const words = fourWords(fingerprint, common.sealWords).join(common.listSeparator);
  return (
    <svg
      className={size === 'medium' ? 'seal-mark' : `seal-mark seal-mark--${size}`}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      role="img"
      aria-label={common.sealMark(words)}
    >
      <path className="seal-mark__ground" d={drawing.ground} />
      <path className="seal-mark__strokes" d={drawing.strokes} strokeWidth={drawing.strokeWidth} />
    </svg>
  );
}
