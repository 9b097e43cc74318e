import { useCallback, useEffect, useState } from 'react';
import { loadKeptPages } from '../app/load-parts.ts';
import type { Device } from '../phone/device.ts';
import type { Delivery } from './delivery.ts';

export interface KeptRegistrations {
  /** Null while that isn't known. */
  readonly deliveries: readonly Delivery[] | null;
  readonly forget: (delivery: Delivery) => void;
  /** One was forgotten just now. */
  readonly forgotten: boolean;
}

/** The registrations this phone keeps, on their way again if they still wait. `property` null: of every hotel. */
export function useKept(device: Device | null, property: string | null): KeptRegistrations {
  const [deliveries, setDeliveries] = useState<readonly Delivery[] | null>(null);
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (device === null) return undefined;
    let left = false;
    let opened: readonly Delivery[] = [];
    async function look(on: Device): Promise<readonly Delivery[]> {
      if (!(await on.outbox.anything())) return [];
      return (await loadKeptPages()).keptPages.openKept(on, property);
    }
    async function begin(on: Device): Promise<void> {
      // Where its code can't be fetched what is kept stays kept.
      opened = await look(on).catch(() => []);
      if (left) for (const delivery of opened) delivery.stop();
      else setDeliveries(opened);
    }
    void begin(device);
    return () => {
      left = true;
      for (const delivery of opened) delivery.stop();
    };
  }, [device, property]);

  /** Said once it is so: who closes the page then leaves nothing behind. */
  const forget = useCallback(
    async (delivery: Delivery) => {
      delivery.stop();
      const outbox = await device?.outbox.open();
      await outbox?.remove(delivery.entry().registration);
      setDeliveries((before) => before?.filter((one) => one !== delivery) ?? null);
      setForgotten(true);
    },
    [device],
  );
  return { deliveries, forget: (delivery) => void forget(delivery), forgotten };
}
