import type { Device } from '../phone/device.ts';
import { deliverEntry } from './deliver-entry.ts';
import type { Delivery } from './delivery.ts';

/** Opens what the phone keeps for a hotel, newest first, and goes on delivering it. What is past its time is forgotten here. */
export async function openKept(device: Device, property: string | null): Promise<readonly Delivery[]> {
  const outbox = await device.outbox.open();
  const deliveries: Delivery[] = [];
  for (const entry of await outbox.all()) {
    if (entry.forgetAt <= device.clock()) await outbox.remove(entry.registration);
    else if (property === null || entry.property === property)
      deliveries.unshift(await deliverEntry(device, entry, 'device'));
  }
  return deliveries;
}
