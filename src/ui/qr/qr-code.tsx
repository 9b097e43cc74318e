import { useMemo } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import { qrCodePaths } from './qr-code-paths.ts';
import './qr-code.css';

interface QrCodeProps {
  readonly text: string;
  /** What it leads to, in words; never the secret it may carry. */
  readonly label: string;
}

/** Black on white with its quiet zone, whatever the theme. */
export function QrCode({ text, label }: QrCodeProps) {
  const common = useMessages('common');
  const { size, dark } = useMemo(() => qrCodePaths(text), [text]);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={common.qrCode(label)}>
      <path className="qr-code__paper" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-code__dark" d={dark} />
    </svg>
  );
}
