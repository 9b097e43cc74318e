import { lazy, type ReactNode, Suspense, useState } from 'react';
import { loadVerifyLog } from '../app/load-parts.ts';
import { loadRegistrationCatalogue } from '../../ui/messages/load-registration-catalogue.ts';
import type { Words } from '../app/words.ts';
import { PageFrame } from '../app/page-frame.tsx';
import type { Device } from '../phone/device.ts';
import { takeHanded } from './take-handed.ts';
import { VerifyHanded } from './verify-handed.tsx';
import { VerifyReceipt } from './verify-receipt.tsx';

const VerifyLog = lazy(async () => ({ default: (await loadVerifyLog()).VerifyLog }));

interface VerifyPageProps {
  readonly words: Words;
  readonly device: Device;
}

/** Verifies a receipt from any hotel; asks nobody anything, but where the link on a printed certificate says to fetch it. */
export function VerifyPage({ words, device }: VerifyPageProps) {
  // Taken out of the address once, before anything is shown.
  const [handed, setHanded] = useState(() => takeHanded(device.window));
  return (
    <PageFrame words={words} device={device} load={loadRegistrationCatalogue} title={(guest) => guest.verify.title}>
      {(top) =>
        handed === null ? (
          <VerifyFile top={top} />
        ) : (
          <VerifyHanded top={top} device={device} handed={handed} onAnother={() => setHanded(null)} />
        )
      }
    </PageFrame>
  );
}

/** A receipt, or a whole log: whoever drops one of those into the receipt's place is taken where it belongs. */
function VerifyFile({ top }: { readonly top: ReactNode }) {
  const [log, setLog] = useState<{ readonly file: File | null } | null>(null);
  if (log === null) return <VerifyReceipt top={top} onLog={(file) => setLog({ file })} />;
  return (
    <Suspense fallback={null}>
      <VerifyLog top={top} log={log.file} onBack={() => setLog(null)} />
    </Suspense>
  );
}
