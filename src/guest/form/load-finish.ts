import { loadFinishParts } from '../app/load-parts.ts';
import { orOffline } from '../app/or-offline.ts';
import type { finish } from './finish.ts';

/** Throws Refusal `offline` where it can't be fetched. */
export async function loadFinish(): Promise<typeof finish> {
  return (await orOffline(loadFinishParts)).finish;
}
