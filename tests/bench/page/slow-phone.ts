// A slow phone on a slow network, applied by the browser itself to the page and every worker it starts.

import type { CDPSession, Page } from '@playwright/test';

/** Slow 4G as Lighthouse applies it: 150 ms round trip, seen by a request as 562 ms; 1.6 Mbit/s, of which 1.47 arrive. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 };

export interface Slowness {
  /** How many times slower than this machine. */
  readonly cpu: number;
  readonly network: 'slow 4g' | 'as it is';
}

export async function slowDown(page: Page, { cpu, network }: Slowness): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await session.send('Network.enable');
  if (network === 'as it is') return session;
  await session.send('Network.emulateNetworkConditions', slow4g);
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const tell = (id: number, method: string, params: object) =>
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    // A worker that has gone in the meantime needs no slowing down.
    Promise.all([
      tell(1, 'Network.enable', {}),
      tell(2, 'Network.emulateNetworkConditions', slow4g),
      tell(3, 'Runtime.runIfWaitingForDebugger', {}),
    ]).catch(() => undefined);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
  return session;
}
