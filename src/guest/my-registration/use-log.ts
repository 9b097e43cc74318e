import { useCallback, useEffect, useState } from 'react';
import { Refusal } from '../../protocol/problems.ts';
import type { Device } from '../phone/device.ts';
import { knownSizes, verifyLog } from '../registration/verify-log.ts';
import type { LogCheck } from './log-check.ts';
import type { OpenedMine } from './open-my-registration.ts';
import { seenEntries } from './seen-entries.ts';

/** Fetches the log of one registration and checks it on this phone; again after every act, and when asked to. */
export function useLog(
  device: Device,
  opened: OpenedMine,
  secret: string,
): { readonly check: LogCheck; readonly retry: () => void } {
  const [check, setCheck] = useState<LogCheck>({ kind: 'checking' });
  const look = useCallback(async () => {
    try {
      setCheck(await checkLog(device, opened, secret));
    } catch (error) {
      setCheck({ kind: 'failed', problem: error instanceof Refusal ? error.code : 'internal' });
    }
  }, [device, opened, secret]);
  useEffect(() => {
    async function begin() {
      await look();
    }
    void begin();
  }, [look]);
  const retry = useCallback(() => {
    setCheck({ kind: 'checking' });
    void look();
  }, [look]);
  return { check, retry };
}

async function checkLog(device: Device, { mine, manifest }: OpenedMine, secret: string): Promise<LogCheck> {
  const receipts = mine.receipts.map(({ proven }) => proven);
  const remembered = await device.checkpoints.recall(mine.fingerprint);
  const answer = await device.api.log(mine.access, knownSizes({ receipts, remembered }));
  const expected = { registration: mine.registration, manifest: manifest.manifest, receipts, remembered };
  const found = await verifyLog(answer, expected);
  if (found.kind === 'alarm') return { kind: 'alarm', reason: found.alarm };
  const seen = seenEntries(device.checkpoints, secret);
  const indexes = found.entries.map(({ index }) => index);
  const complete = await seen.allAmong(indexes);
  if (complete === false) return { kind: 'alarm', reason: 'left-out' };
  await device.checkpoints.remember(mine.fingerprint, found.checkpoint);
  await seen.remember(indexes);
  return { kind: 'verified', entries: found.entries, remembered: found.remembered && complete === true };
}
