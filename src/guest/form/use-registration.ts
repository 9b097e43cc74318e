import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import type { Published } from '../../protocol/api.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Channel } from '../../protocol/submission.ts';
import { loadFinish } from '../app/load-parts.ts';
import { type Device, onReturn } from '../phone/device.ts';
import { changedWording } from '../registration/changed-wording.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import type { Choices } from '../registration/choices.ts';
import type { SealedSubmission } from '../registration/compose-submission.ts';
import type { Delivery, DeliveryState } from '../registration/delivery.ts';
import type { PreparedSealing } from '../registration/prepare-sealing.ts';
import { memoryOutbox } from '../registration/outbox.ts';

export interface Sealed {
  readonly submission: SealedSubmission;
  readonly details: GuestDetails;
  readonly checked: CheckedPublished;
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
}

/** How sealing went. `ask`: the words of these purposes changed; `refused`: it can't be sealed. */
export type SealOutcome =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'ask'; readonly purposes: readonly PurposeId[] }
  | { readonly kind: 'refused'; readonly problem: AnyProblem };

/** Milliseconds for which the rules count as just looked at. */
const freshness = 120_000;

/** Refusals that newer rules cure: look at them again and seal anew. Nothing was stored. */
const outdated: ReadonlySet<AnyProblem> = new Set<AnyProblem>([
  'manifest_outdated',
  'unknown_key',
  'unknown_suite',
  'unsupported_schema',
]);

/** Looks at the rules once more, seals, and brings it to the hotel. */
export function useRegistration(input: RegistrationInput) {
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const [outbox] = useState(memoryOutbox);
  const latest = useRef(input);
  const refreshed = useRef<{ readonly at: number; readonly result: Promise<CheckedPublished | null> } | null>(null);
  const prepared = useRef<Promise<PreparedSealing | null> | null>(null);
  useEffect(() => {
    latest.current = input;
  }, [input]);

  /** Fetches and checks the rules again; null where the connection is gone and what is known has to do. */
  const refresh = useCallback((): Promise<CheckedPublished | null> => {
    const { device, property, checked, check } = latest.current;
    const now = device.clock();
    if (refreshed.current !== null && now - refreshed.current.at < freshness) return refreshed.current.result;
    const result = device.api
      .property(property, checked.language)
      .then((published) => (published.manifest === checked.signed.jws ? checked : check(published)))
      .catch((error: unknown) => {
        refreshed.current = null;
        if (error instanceof Refusal && (error.code === 'offline' || error.code === 'unexpected_answer')) return null;
        throw error;
      });
    refreshed.current = { at: now, result };
    return result;
  }, []);

  /** Makes the keys and opens the envelopes while the review is read. */
  const prepare = useCallback(
    (purposes: readonly PurposeId[]): Promise<unknown> => {
      const made = (async () => {
        const { signed } = (await refresh()) ?? latest.current.checked;
        const { prepareSealing } = await loadFinish();
        return prepareSealing(signed, purposes, latest.current.device.random);
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
        const submission = await compose({ ...latest.current, shownAt }, current, details, ready);
        const delivery = await deliver(latest.current.device, submission, current, outbox);
        setSealed({ submission, details, checked: current, delivery });
        return { kind: 'sealed' };
      } catch (error) {
        return { kind: 'refused', problem: error instanceof Refusal ? error.code : 'internal' };
      }
    },
    [refresh, outbox],
  );

  const reopen = useCallback(() => {
    refreshed.current = null;
    setSealed(null);
  }, []);

  return { sealed, seal, prepare, reopen };
}

async function compose(
  { device, choices, channel, shownAt }: RegistrationInput,
  checked: CheckedPublished,
  details: GuestDetails,
  ready: PreparedSealing | undefined,
): Promise<SealedSubmission> {
  const { composeSubmission } = await loadFinish();
  const submission = {
    signedManifest: checked.signed,
    choices,
    details,
    channel,
    language: checked.language,
    shownAt,
    now: device.clock(),
    random: device.random,
  };
  return composeSubmission(submission, ready);
}

async function deliver(
  device: Device,
  submission: SealedSubmission,
  checked: CheckedPublished,
  outbox: ReturnType<typeof memoryOutbox>,
): Promise<Delivery> {
  const { sendSubmission, startDelivery } = await loadFinish();
  return startDelivery(submission, {
    outbox,
    send: (waiting) => sendSubmission(device.api, waiting, checked),
    later: device.later,
  });
}

/** A delivery's state as it changes; tries again when the connection returns and warns before a waiting page is left. */
export function useDelivery(device: Device, delivery: Delivery): DeliveryState {
  const state = useSyncExternalStore(
    useCallback((listener: () => void) => delivery.subscribe(listener), [delivery]),
    () => delivery.state(),
  );
  useEffect(() => onReturn(device.window, () => delivery.nudge()), [device, delivery]);
  const waiting = state.kind === 'sending' || state.kind === 'waiting';
  useEffect(() => {
    if (!waiting) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    device.window.addEventListener('beforeunload', warn);
    return () => device.window.removeEventListener('beforeunload', warn);
  }, [device, waiting]);
  return state;
}

/** Whether a refusal means that the rules moved on, not that something is wrong. */
export function isOutdated(problem: AnyProblem): boolean {
  return outdated.has(problem);
}
