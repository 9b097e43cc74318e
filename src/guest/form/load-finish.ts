import { Refusal } from '../../protocol/problems.ts';
import { loadFinishParts } from '../app/load-parts.ts';
import type { finish } from './finish.ts';

/** Throws Refusal `offline` where it can't be fetched: the connection went before the last part had come. */
export async function loadFinish(): Promise<typeof finish> {
  try {
    return (await loadFinishParts()).finish;
  } catch {
    throw new Refusal('offline');
  }
}
