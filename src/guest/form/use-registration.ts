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
import type { Device } from '../phone/device.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import type { Choices } from '../registration/choices.ts';
import type { ComposedSubmission } from '../registration/compose-submission.ts';
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
  readonly choices: Choices;
  readonly shownAt: number;
  readonly check: (published: Published) => Promise<CheckedPublished>;
  readonly accept: (checked: CheckedPublished) => void;
  /** This registration's id, made before it is sealed. */
  readonly registration: string;
  /** The registration this guest comes along with. */
  readonly party: string | null;
}

/** How sealing went. `ask`: the words of these purposes changed; `refused`: it can't be sealed. */
export type SealOutcome =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'ask'; readonly purposes: readonly PurposeId[] }
  | { readonly kind: 'refused'; readonly problem: AnyProblem };

/** Milliseconds for which the rules count as just looked at. */
const freshness = 120_000;

/** Looks at the rules once more, seals, and brings it to the hotel. */
export function useRegistration(input: RegistrationInput) {
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const latest = useRef(input);
  const refreshed = useRef<{ readonly at: number; readonly result: Promise<CheckedPublished | null> } | null>(null);
  const prepared = useRef<Promise<PreparedSealing | null> | null>(null);
  // Held once it is there: asking for what has come already still takes the browser a turn.
  const parts = useRef<typeof finish | null>(null);
  useEffect(() => {
    latest.current = input;
  }, [input]);

  /** Fetches and checks the rules again; null where the connection is gone and what is known has to do. */
  const refresh = useCallback((): Promise<CheckedPublished | null> => {
    const { device, property, checked, check } = latest.current;
    const now = device.clock();
    if (refreshed.current !== null && now - refreshed.current.at < freshness) return refreshed.current.result;
    const result = device.api
      .property(property, checked.language, device.window.location.hash)
      .then((published) => (published.manifest === checked.signed.jws ? checked : check(published)))
      .catch((error: unknown) => {
        refreshed.current = null;
        if (error instanceof Refusal && (error.code === 'offline' || error.code === 'unexpected_answer')) return null;
        throw error;
      });
    refreshed.current = { at: now, result };
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
        const { prepareSealing } = parts.current;
        const ready = await prepareSealing(checked.signed, purposes, latest.current.device.random);
        // Code is slow the first time it runs: it runs once for nothing, what it seals is dropped, and its failures are said after the tap.
        await compose(parts.current, latest.current, checked, details, undefined).catch(() => undefined);
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
        const { changedWording, deliverEntry, waitingEntry } = (parts.current ??= await loadFinish());
        const before = latest.current.checked;
        const current = (await refresh()) ?? before;
        let { shownAt } = latest.current;
        if (current.signed.hash !== before.signed.hash) {
          const { choices, accept } = latest.current;
          accept(current);
          shownAt = latest.current.device.clock();
          const ask = changedWording(before.signed.manifest, current.signed.manifest, current.language, choices);
          if (ask.length > 0) return { kind: 'ask', purposes: ask };
        }
        const preparing = prepared.current;
        prepared.current = null;
        const ready = (await preparing) ?? undefined;
        const submission = await compose(parts.current, { ...latest.current, shownAt }, current, details, ready);
        const { device } = latest.current;
        const delivery = await deliverEntry(device, waitingEntry(submission, current, device.clock()), null);
        // The request leaves before the receipt is drawn.
        await inItsOwnTask(() => setSealed({ details, delivery }));
        return { kind: 'sealed' };
      } catch (error) {
        return { kind: 'refused', problem: error instanceof Refusal ? error.code : 'internal' };
      }
    },
    [refresh],
  );

  return { sealed, seal, prepare, look };
}

function compose(
  { composeSubmission, posterOf }: typeof finish,
  { device, choices, channel, shownAt, registration, party }: RegistrationInput,
  checked: CheckedPublished,
  details: GuestDetails,
  ready: PreparedSealing | undefined,
): Promise<ComposedSubmission> {
  const submission = {
    signedManifest: checked.signed,
    choices,
    details,
    channel,
    poster: posterOf(device.window.location.hash, channel),
    language: checked.language,
    shownAt,
    registration,
    party,
    now: device.clock(),
    random: device.random,
  };
  return composeSubmission(submission, ready);
}
