import { memoryOutbox } from '../outbox/outbox.ts';
import type { Device } from './device.ts';

/** A memory that keeps nothing beyond the page: for a tablet that is handed from guest to guest. */
export function forgetfulMemory(): Pick<Device, 'sequences' | 'checkpoints' | 'outbox'> {
  const outbox = memoryOutbox();
  return {
    sequences: { recall: async () => 0, remember: async () => undefined },
    checkpoints: { recall: async () => null, remember: async () => undefined },
    outbox: {
      anything: async () => false,
      open: async () => outbox,
      turn: (_name, work) => work(),
      opensOffline: async () => false,
    },
  };
}
