import { type ReactNode, useState } from 'react';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { ReceiptScreen } from '../receipt/receipt-screen.tsx';
import type { Delivery } from './delivery.ts';
import { KeptList } from './kept-list.tsx';
import { openKept } from './open-kept.ts';
import type { KeptRegistrations } from './use-kept.ts';

interface KeptPageProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly kept: KeptRegistrations;
}

/** A page for what the phone keeps: the receipt where there is one, a list where there are more. */
function KeptPage({ top, device, kept }: KeptPageProps) {
  const { title } = useMessages('guest').registration;
  const [opened, setOpened] = useState<Delivery | null>(null);
  const { deliveries, forget } = kept;
  const shown = deliveries?.length === 1 ? deliveries[0] : deliveries?.find((one) => one === opened);
  if (shown !== undefined) {
    return <ReceiptScreen top={top} device={device} delivery={shown} details={null} onForget={() => forget(shown)} />;
  }
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{title}</h1>
      <KeptList device={device} kept={kept} onOpen={setOpened} />
    </Screen>
  );
}

/** Everything about registrations kept from an earlier visit, fetched where there are any. */
export const keptPages = { openKept, KeptPage, KeptList } as const;
