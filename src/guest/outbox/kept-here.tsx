import { lazy, type ReactNode, Suspense } from 'react';
import { loadKeptPages } from '../app/load-parts.ts';
import type { Device } from '../phone/device.ts';
import { type KeptRegistrations, useKept } from './use-kept.ts';
import { orOffline } from '../app/or-offline.ts';

const KeptList = lazy(async () => ({ default: (await orOffline(loadKeptPages)).keptPages.KeptList }));
const KeptPage = lazy(async () => ({ default: (await orOffline(loadKeptPages)).keptPages.KeptPage }));

/** What this phone keeps, on a page about something else. */
export function KeptHere({ device, kept }: { readonly device: Device; readonly kept: KeptRegistrations }) {
  if (!kept.forgotten && (kept.deliveries ?? []).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <KeptList device={device} kept={kept} onOpen={null} />
    </Suspense>
  );
}

interface KeptOrProps {
  readonly top?: ReactNode;
  readonly device: Device;
  /** Null: of every hotel. */
  readonly property: string | null;
  /** Where nothing is kept. */
  readonly children: ReactNode;
}

/** What this phone keeps, in place of a page that could show nothing. */
export function KeptOr({ top, device, property, children }: KeptOrProps) {
  const kept = useKept(device, property);
  if (kept.deliveries === null) return null;
  if (!kept.forgotten && kept.deliveries.length === 0) return children;
  return (
    <Suspense fallback={null}>
      <KeptPage top={top} device={device} kept={kept} />
    </Suspense>
  );
}
