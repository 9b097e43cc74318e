import { randomBytes } from '../../crypto/random-bytes.ts';
import { openBlockShelf } from './block-shelf.ts';
import type { ToList } from './list-messages.ts';
import { serveList } from './serve-list.ts';

/** How long another tab that is just closing is waited for, in milliseconds. */
const patience = 1000;

/** Blocks belong to one tab at a time: two would write over each other. Held until this thread ends. */
function holdShelf(property: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    navigator.locks
      .request(`foyer-list-${property}`, { signal: AbortSignal.timeout(patience) }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

/** Named by whoever started this thread, who listens there; see `startListThread`. */
const answers = 'BroadcastChannel' in globalThis ? new BroadcastChannel(self.name) : globalThis;

const hear = serveList(
  {
    openShelf: async (property) => ((await holdShelf(property)) ? openBlockShelf(property) : null),
    random: randomBytes,
  },
  (message) => answers.postMessage(message),
  (milliseconds, act) => void setTimeout(act, milliseconds),
  () => performance.now(),
);
addEventListener('message', (event: MessageEvent<ToList>) => hear(event.data));
