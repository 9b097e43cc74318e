import { useAssisted } from '../assisted/assisted-context.ts';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { Button } from '../../ui/components/button.tsx';
import { Disclosure } from '../../ui/components/disclosure.tsx';
import { StateWord } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { saveFile } from '../phone/save-file.ts';
import { ReceiptContents } from '../receipt/receipt-contents.tsx';
import { CertificateContents } from './certificate-contents.tsx';
import { MadeByDesk } from './made-by-desk.tsx';
import type { OwnReceipt } from './my-registration.ts';
import './receipts.css';

interface ReceiptsProps {
  readonly device: Device;
  readonly receipts: readonly OwnReceipt[];
  readonly code: string;
}

/** Every receipt, the newest first, each verified on this phone and each to be kept. */
export function Receipts({ device, receipts, code }: ReceiptsProps) {
  const t = useMessages('myRegistration').receipts;
  const guest = useMessages('guest').receipt;
  const language = useLanguage();
  // A file would stay on the hotel's tablet.
  const onPhone = useAssisted() === null;
  return (
    <div className="receipts">
      {[...receipts].reverse().map(({ proven, receipt, verified }) => {
        const kind = receipt.kind === 'consent' && receipt.supersedes !== null ? t.given : t.kinds[receipt.kind];
        const file = JSON.stringify(proven);
        return (
          <Disclosure
            key={receipt.receipt_id}
            summary={
              <span className="receipts__summary">
                <span>{kind}</span>
                <span className="receipts__when">{formatInstant(receipt.issued_at, language, 'Asia/Shanghai')}</span>
                <StateWord state={verified ? 'done' : 'failed'} word={verified ? t.checked : t.unchecked} />
              </span>
            }
          >
            <MadeByDesk receipt={receipt} />
            {receipt.deletion === undefined ? (
              <ReceiptContents receipt={receipt} />
            ) : (
              <CertificateContents receipt={receipt} deletion={receipt.deletion} />
            )}
            {onPhone && device.inApp && <CopyButton text={file} label={t.copy} />}
            {onPhone && !device.inApp && (
              <Button
                icon="download"
                onClick={() => {
                  const content = new Blob([file], { type: 'application/json' });
                  saveFile(
                    device.window,
                    `${guest.fileName(code)} ${receipt.issued_at.slice(0, 10)} ${kind}.json`,
                    content,
                  );
                }}
              >
                {t.file}
              </Button>
            )}
          </Disclosure>
        );
      })}
    </div>
  );
}
