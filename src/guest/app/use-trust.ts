import { useCallback, useEffect, useRef, useState } from 'react';
import type { Published } from '../../protocol/published.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { Device } from '../phone/device.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import { inItsOwnTask } from './in-its-own-task.ts';
import { loadTrust } from './load-parts.ts';
import type { PosterFragment } from '../registration/poster-fragment.ts';

export type Trust =
  | { readonly kind: 'checking' }
  /** `poster`: compared with a poster's fingerprint; without, the root was taken as found, by this guest or by whom they come along with. */
  | { readonly kind: 'checked'; readonly poster: boolean; readonly checked: CheckedPublished }
  | { readonly kind: 'refused'; readonly problem: AnyProblem }
  /** The checking itself could not be fetched. */
  | { readonly kind: 'unreachable' };

export interface TrustKeeper {
  readonly trust: Trust;
  /** Checks another publication of the same root (another language, newer rules). Throws Refusal. */
  readonly check: (published: Published) => Promise<CheckedPublished>;
  /** Believes what `check` returned. */
  readonly accept: (checked: CheckedPublished) => void;
  readonly retry: () => void;
  /** How the check that is going on ends. */
  readonly settled: () => Promise<Trust>;
}

/** Checks what the page came with as soon as it runs on a phone. */
export function useTrust(
  device: Device | null,
  property: string,
  fragment: PosterFragment | null,
  published: Published,
): TrustKeeper {
  const [trust, setTrust] = useState<Trust>({ kind: 'checking' });
  const [first] = useState(published);
  const settled = useRef<Promise<Trust>>(Promise.resolve({ kind: 'checking' }));
  const compared = fragment !== null && fragment.channel !== 'typed';
  const pinned = trust.kind === 'checked' ? trust.checked.fingerprint : (fragment?.fingerprint ?? null);

  const check = useCallback(
    async (candidate: Published) => {
      if (device === null) throw new Refusal('insecure_page');
      const { checkPublished } = await loadTrust();
      const checked = await checkPublished(candidate, {
        property,
        fingerprint: pinned,
        now: device.clock(),
        recallSequence: (root) => device.sequences.recall(root),
      });
      void device.sequences.remember(checked.fingerprint, checked.signed.manifest.sequence);
      return checked;
    },
    [device, property, pinned],
  );

  useEffect(() => {
    if (device === null || trust.kind !== 'checking') return undefined;
    let current = true;
    async function settle() {
      const outcome = await outcomeOf(check(first), compared);
      await inItsOwnTask(() => {
        if (current) setTrust(outcome);
      });
      return outcome;
    }
    settled.current = settle();
    return () => {
      current = false;
    };
  }, [device, check, first, compared, trust.kind]);

  return {
    trust,
    check,
    accept: useCallback(
      (checked: CheckedPublished) => {
        const accepted: Trust = { kind: 'checked', poster: compared, checked };
        settled.current = Promise.resolve(accepted);
        setTrust(accepted);
      },
      [compared],
    ),
    retry: useCallback(() => setTrust({ kind: 'checking' }), []),
    settled: useCallback(() => settled.current, []),
  };
}

async function outcomeOf(checking: Promise<CheckedPublished>, poster: boolean): Promise<Trust> {
  try {
    return { kind: 'checked', poster, checked: await checking };
  } catch (error) {
    return error instanceof Refusal ? { kind: 'refused', problem: error.code } : { kind: 'unreachable' };
  }
}
