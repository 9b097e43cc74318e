import { useCallback, useEffect, useMemo, useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import type { Device } from '../phone/device.ts';
import { findDatabase } from '../phone/find-database.ts';
import { type KeptDetails, keptDetailsStore, keptOf } from './kept-details.ts';

/** `kept` and `forgotten` are true by what the browser said; `none` also where it keeps nothing. */
export type KeptState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly details: KeptDetails }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'failed' };

/** What this phone keeps of its guest, and the two things to do about it. */
export function useKeptDetails({ window, later, random }: Pick<Device, 'window' | 'later' | 'random'>) {
  const [state, setState] = useState<KeptState>({ kind: 'looking' });
  const store = useMemo(
    () => keptDetailsStore({ indexedDB: findDatabase(window), later, random }),
    [window, later, random],
  );
  useEffect(() => {
    let current = true;
    async function look() {
      const details = await store.recall();
      if (current) setState(details === null ? { kind: 'none' } : { kind: 'kept', details });
    }
    void look();
    return () => {
      current = false;
    };
  }, [store]);
  const keep = useCallback(
    async (told: GuestDetails) => {
      const details = keptOf(told);
      setState((await store.keep(details)) ? { kind: 'kept', details } : { kind: 'failed' });
    },
    [store],
  );
  const forget = useCallback(async () => {
    if (await store.forget()) setState({ kind: 'forgotten' });
  }, [store]);
  return { state, keep, forget };
}
