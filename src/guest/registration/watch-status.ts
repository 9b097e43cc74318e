import type { GuestAccess, GuestStatus } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { GuestApi } from './guest-api.ts';

export interface StatusTools {
  readonly api: Pick<GuestApi, 'status'>;
  readonly later: (milliseconds: number, callback: () => void) => () => void;
  /** Nobody looks at a hidden page, so nobody asks for it. */
  readonly visible: () => boolean;
  readonly onStatus: (status: GuestStatus) => void;
  /** The hotel knows nothing of it. */
  readonly onUnknown?: () => void;
}

const firstPause = 3000;
const longestPause = 60_000;

/** Asks how things stand, less and less often, until the guest has arrived. An unanswered question is asked again later. */
export function watchStatus(access: GuestAccess, tools: StatusTools): { nudge: () => void; stop: () => void } {
  let pause = firstPause;
  let cancel: (() => void) | null = null;
  let busy = false;
  let stopped = false;

  async function ask(): Promise<void> {
    if (busy || stopped) return;
    busy = true;
    cancel?.();
    cancel = null;
    try {
      if (tools.visible()) {
        const status = await tools.api.status(access);
        if (!stopped) tools.onStatus(status);
        if (status.state !== 'received' && status.state !== 'seen') stopped = true;
      }
    } catch (error) {
      if (!stopped && error instanceof Refusal && error.code === 'not_found') tools.onUnknown?.();
      // Otherwise the answer isn't needed: what is on the screen stays true, and the next question comes.
    } finally {
      busy = false;
    }
    if (stopped) return;
    cancel = tools.later(pause, () => void ask());
    pause = Math.min(Math.round(pause * 1.4), longestPause);
  }

  void ask();
  return {
    nudge: () => {
      pause = firstPause;
      void ask();
    },
    stop: () => {
      stopped = true;
      cancel?.();
    },
  };
}
