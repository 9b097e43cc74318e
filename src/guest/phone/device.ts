import type { Clock, RandomBytes } from '../../protocol/ids.ts';
import type { GuestApi } from '../registration/guest-api.ts';
import type { CheckpointMemory } from './checkpoint-memory.ts';
import type { OutboxMemory } from './outbox-memory.ts';
import type { SequenceMemory } from './sequence-memory.ts';
import type { Trail } from './trail.ts';

/** What the phone gives the app: everything that isn't the same every time. */
export interface Device {
  readonly api: GuestApi;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Calls back after so many milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, callback: () => void) => () => void;
  readonly sequences: SequenceMemory;
  readonly checkpoints: CheckpointMemory;
  readonly outbox: OutboxMemory;
  readonly window: Window;
  /** The order of the screens, for going back. */
  readonly trail: Trail;
  /** Where this site is, without a slash at the end. */
  readonly origin: string;
  /** Inside another app, where downloads, printing and new windows mostly don't work. */
  readonly inApp: boolean;
}

/** Calls back when the page is looked at again or the connection returns; returns how to stop that. */
export function onReturn(window: Window, callback: () => void): () => void {
  const visible = () => {
    if (window.document.visibilityState === 'visible') callback();
  };
  window.addEventListener('online', callback);
  window.document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', callback);
    window.document.removeEventListener('visibilitychange', visible);
  };
}

/** The browsers inside WeChat, Alipay, QQ, Weibo, DingTalk, Douyin and others that name themselves. */
export function isInApp(userAgent: string): boolean {
  return /MicroMessenger|AlipayClient|\bQQ\/|Weibo|DingTalk|aweme|Line\/|FBA[NV]|Instagram/i.test(userAgent);
}
