import { useState } from 'react';
import { useMessages } from '../messages/messages-provider.tsx';
import { Button } from './button.tsx';
import './copy-button.css';

interface CopyButtonProps {
  readonly text: string;
  /** Replaces "Copy". */
  readonly label?: string | undefined;
  /** Where to; the device's clipboard unless a test says otherwise. Rejects where copying isn't allowed. */
  readonly write?: ((text: string) => Promise<void>) | undefined;
}

/** Copies, says so, and where copying isn't allowed shows the text to be copied by hand. */
export function CopyButton({ text, label, write = writeClipboard }: CopyButtonProps) {
  const common = useMessages('common');
  const [copied, setCopied] = useState<{ readonly text: string; readonly worked: boolean }>();
  const outcome = copied?.text === text ? copied : undefined;
  return (
    <span className="copy-button">
      <Button
        icon={outcome?.worked === true ? 'check' : 'copy'}
        onClick={() => {
          write(text).then(
            () => setCopied({ text, worked: true }),
            () => setCopied({ text, worked: false }),
          );
        }}
      >
        {label ?? common.copy}
      </Button>
      <span className="copy-button__outcome" role="status">
        {outcome !== undefined && (outcome.worked ? common.copied : common.copyFailed)}
      </span>
      {outcome?.worked === false && <output className="copy-button__text">{text}</output>}
    </span>
  );
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
