import { answer, deviceStore, type DeviceStoreTools } from '../phone/device-store.ts';

/** Where the phone's own storage has them. */
export const keptPlace = ['foyer-kept', 'kept'] as const;

/** Whether this phone keeps its guest's details; cheap, and asked on every visit. */
export function anythingKept(tools: DeviceStoreTools): Promise<boolean> {
  return deviceStore(...keptPlace, tools)(async (store) => (await answer(store.count())) > 0, false);
}
