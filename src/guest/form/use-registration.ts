import { useCallback, useEffect, useRef, useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import type { Published } from '../../protocol/published.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Channel } from '../../protocol/submission.ts';
import { inItsOwnTask } from '../app/in-its-own-task.ts';
import type { finish } from './finish.ts';
import { loadFinish } from './load-finish.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Screen } from '../app/use-screens.ts';
import type { Device } from '../phone/device.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import type { Choices } from '../registration/choices.ts';
import type { News } from '../registration/news.ts';
import type { PreparedSealing } from '../registration/prepare-sealing.ts';

export interface Sealed {
  readonly details: GuestDetails;
  readonly delivery: Delivery;
}

export interface RegistrationInput {
  readonly device: Device;
  readonly property: string;
  readonly channel: Channel;
  readonly checked: CheckedPublished;
  readonly screen: Screen;
  readonly choices: Choices;
  /** When the words of `checked` were drawn. Milliseconds. */
  readonly shownAt: number;
  readonly check: (published: Published) => Promise<CheckedPublished>;
  /** Believes what `check` returned; `shownAt` as above. */
  readonly accept: (checked: CheckedPublished, shownAt: number) => void;
  /** This registration's id, made before it is sealed. */
  readonly registration: string;
  /** The registration this guest comes along with. */
  readonly party: string | null;
}

/** How sealing went. `news`: the rules say what its guest hasn't been shown; `refused`: it can't be sealed. */
export type SealOutcome =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'refused'; readonly problem: AnyProblem };

interface Refreshed {
  /** What its guest had before their eyes: the same rules in another language are looked at again. */
  readonly under: CheckedPublished;
  readonly at: number;
  readonly result: Promise<CheckedPublished | null>;
}

/** Milliseconds for which the rules count as just looked at. */
const freshness = 120_000;

/** Looks at the rules once more, seals, and brings it to the hotel. */
export function useRegistration(input: RegistrationInput) {
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const latest = useRef(input);
  const refreshed = useRef<Refreshed | null>(null);
  const prepared = useRef<Promise<PreparedSealing | null> | null>(null);
  // Held once it is there: asking for what has come already still takes the browser a turn.
  const parts = useRef<typeof finish | null>(null);
  // The rules that were told last: those of the first screen. `checked` are others where the language was changed on the way.
  const shown = useRef(input.checked);
  useEffect(() => {
    latest.current = input;
    if (input.screen === 'choose') shown.current = input.checked;
  }, [input]);

  /** Fetches and checks the rules again; null where the connection is gone and what is known has to do. */
  const refresh = useCallback((): Promise<CheckedPublished | null> => {
    const { device, property, checked, check } = latest.current;
    const now = device.clock();
    const last = refreshed.current;
    if (last !== null && last.under === checked && now - last.at < freshness) return last.result;
    const result = device.api
      .property(property, checked.language, device.window.location.hash)
      .then((published) => (published.manifest === checked.signed.jws ? checked : check(published)))
      .catch((error: unknown) => {
        refreshed.current = null;
        if (error instanceof Refusal && (error.code === 'offline' || error.code === 'unexpected_answer')) return null;
        throw error;
      });
    refreshed.current = { under: checked, at: now, result };
    return result;
  }, []);

  /** Whether a registration would be taken now. The rules are looked at again all the same once there is something to seal. */
  const look = useCallback(async (): Promise<void> => {
    const looked = refresh();
    refreshed.current = null;
    await looked;
  }, [refresh]);

  /** Makes the keys and opens the envelopes while the review is read. */
  const prepare = useCallback(
    (purposes: readonly PurposeId[], details: GuestDetails): Promise<unknown> => {
      const made = (async () => {
        // Opened while there is time: after the tap it only has to write.
        latest.current.device.outbox.open().catch(() => undefined);
        const checked = (await refresh()) ?? latest.current.checked;
        parts.current = await loadFinish();
        const { prepareSealing, composeRegistration } = parts.current;
        const ready = await prepareSealing(checked.signed, purposes, latest.current.device.random);
        // Code is slow the first time it runs: it runs once for nothing, what it seals is dropped, and its failures are said after the tap.
        await composeRegistration(latest.current, checked, details, undefined).catch(() => undefined);
        return ready;
      })();
      // What can't be prepared now is made when it is needed, and its failure said then.
      prepared.current = made.catch(() => null);
      return prepared.current;
    },
    [refresh],
  );

  const seal = useCallback(
    async (details: GuestDetails): Promise<SealOutcome> => {
      try {
        const finishing = (parts.current ??= await loadFinish());
        const told = latest.current;
        const { device } = told;
        const current = (await refresh()) ?? told.checked;
        if (current.signed.hash !== shown.current.signed.hash) {
          const news = finishing.newsOf(shown.current, current, told.choices, device.clock());
          if (news !== null) {
            await finishing.fetchNewRules(current.language);
            return { kind: 'news', news };
          }
          // Only keys are others: every word is still the one that was drawn then.
          told.accept(current, told.shownAt);
        }
        const preparing = prepared.current;
        prepared.current = null;
        const ready = (await preparing) ?? undefined;
        const submission = await finishing.composeRegistration(told, current, details, ready);
        const delivery = await finishing.deliverEntry(
          device,
          finishing.waitingEntry(submission, current, device.clock()),
          null,
        );
        // The request leaves before the receipt is drawn.
        await inItsOwnTask(() => setSealed({ details, delivery }));
        return { kind: 'sealed' };
      } catch (error) {
        return { kind: 'refused', problem: error instanceof Refusal ? error.code : 'internal' };
      }
    },
    [refresh],
  );

  /** Takes rules their guest was told at `shownAt`. */
  function accept(today: CheckedPublished, shownAt: number): void {
    shown.current = today;
    input.accept(today, shownAt);
  }

  return { sealed, seal, prepare, look, accept };
}
