import { loadRegistrationCatalogue } from '../../ui/messages/load-registration-catalogue.ts';
import type { Words } from '../app/words.ts';
import { PageFrame } from '../app/page-frame.tsx';
import type { Device } from '../phone/device.ts';
import { VerifyReceipt } from './verify-receipt.tsx';

/** Verifies a receipt from any hotel; asks nobody anything. */
export function VerifyPage({ words, device }: { readonly words: Words; readonly device: Device }) {
  return (
    <PageFrame words={words} device={device} load={loadRegistrationCatalogue} title={(guest) => guest.verify.title}>
      {(top) => <VerifyReceipt top={top} />}
    </PageFrame>
  );
}
