import { Refusal } from '../../protocol/problems.ts';

/** A part of the app. Throws Refusal `offline` where it can't be fetched: the connection went before it had come. */
export async function orOffline<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    throw new Refusal('offline');
  }
}
