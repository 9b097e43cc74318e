import type { Device } from '../phone/device.ts';
import { forgetfulMemory } from '../phone/forgetful-memory.ts';
import { memoryTrail } from './memory-trail.ts';

/** The same device with nothing to remember by: what a visit learns lives as long as its page. */
export function forgetfulDevice(device: Device): Device {
  return { ...device, ...forgetfulMemory(), trail: memoryTrail() };
}
