import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { deriveGuestKeys } from '../../crypto/guest-secret.ts';
import type { GuestDetails } from '../../pii/details.ts';
import type { GuestStatus } from '../../protocol/api.ts';
import type { Language } from '../../protocol/languages.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { tellsTheSame } from '../../protocol/words-changed.ts';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import { fetchNewRules } from '../form/fetch-new-rules.ts';
import { type Device, onReturn } from '../phone/device.ts';
import { settleKept } from '../outbox/settle-kept.ts';
import { type CheckedPublished, checkPublished } from '../registration/check-published.ts';
import { noChoices } from '../registration/choices.ts';
import { type News, newsOf } from '../registration/news.ts';
import { watchStatus } from '../registration/watch-status.ts';
import type { CorrectionAim } from './correction.ts';
import type { MyRegistration } from './my-registration.ts';
import { type OpenedMine, openMyRegistration } from './open-my-registration.ts';
import { type ActRules, prepareChoice, prepareCorrection, prepareDeletion, type ShownRules } from './prepare-acts.ts';
import { type RegistrationActs, startActs } from './registration-acts.ts';

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly mine: MyRegistration; readonly opened: OpenedMine }
  | { readonly kind: 'failed'; readonly problem: AnyProblem };

interface Today {
  readonly checked: CheckedPublished | null;
  readonly language: Language;
  /** Milliseconds. */
  readonly at: number;
}

/** Rules that changed while a registration was open. Nothing is asked: its own page does that, card by card. */
export interface Telling {
  readonly news: News;
  /** Goes on; with when it was drawn, in milliseconds. */
  readonly onTold: (shownAt: number) => void;
}

/** Opens a registration by its secret, keeps it as the hotel has it, and does what the guest decides. */
export function useMyRegistration(device: Device, secret: string, language: Language) {
  const [opened, setOpened] = useState<OpenedMine | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [status, setStatus] = useState<GuestStatus | null>(null);
  const [today, setToday] = useState<Today | null>(null);
  const latest = useRef<OpenedMine | null>(null);

  const reopen = useCallback(async () => {
    const next = await openMyRegistration(device.api, await deriveGuestKeys(secret), await keptUnder(device, secret));
    latest.current = next;
    setOpened(next);
    setStatus(next.mine.status);
    void settleKept(device.outbox, next.mine);
    return next;
  }, [device, secret]);

  const open = useCallback(async () => {
    try {
      await reopen();
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Refusal ? error.code : 'internal');
    }
  }, [reopen]);
  useEffect(() => {
    async function begin() {
      await open();
    }
    void begin();
  }, [open]);

  /** Today's rules, believed only under the root the receipts lead up to. */
  const fetchToday = useCallback(
    async (wanted: Language, evenExpired = false): Promise<CheckedPublished> => {
      const known = latest.current;
      if (known === null) throw new Refusal('not_found');
      const { property, fingerprint } = known.mine;
      const published = await device.api.property(property, wanted);
      const checked = await checkPublished(published, {
        property,
        fingerprint,
        now: evenExpired ? 0 : device.clock(),
        recallSequence: (root) => device.sequences.recall(root),
      });
      void device.sequences.remember(fingerprint, checked.signed.manifest.sequence);
      return checked;
    },
    [device],
  );

  const isOpen = opened !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    let left = false;
    const settle = (checked: CheckedPublished | null) => {
      if (!left) setToday({ checked, language, at: device.clock() });
    };
    fetchToday(language).then(settle, () => settle(null));
    return () => {
      left = true;
    };
  }, [device, isOpen, fetchToday, language]);

  useEffect(() => {
    if (opened === null) return undefined;
    const visible = () => device.window.document.visibilityState === 'visible';
    const { api, later } = device;
    const watch = watchStatus(opened.mine.access, { api, later, visible, onStatus: setStatus });
    const forget = onReturn(device.window, watch.nudge);
    return () => {
      watch.stop();
      forget();
    };
  }, [device, opened]);

  const [news, setNews] = useState<Telling | null>(null);
  /** Shows what is new and waits until its guest goes on; resolves with when it was drawn. Throws Refusal `offline` where it can't be shown. */
  const tell = useCallback(
    async (shown: CheckedPublished, fresh: CheckedPublished): Promise<number> => {
      const found = newsOf(shown, fresh, noChoices, device.clock());
      if (found === null) throw new Refusal('manifest_outdated');
      await fetchNewRules(fresh.language);
      return new Promise((resolve) => {
        const onTold = (shownAt: number) => {
          setNews(null);
          resolve(shownAt);
        };
        setNews({ news: { ...found, changed: { ...found.changed, ask: [] } }, onTold });
      });
    },
    [device],
  );

  const acts = useRef<RegistrationActs<OpenedMine> | null>(null);
  useEffect(() => {
    acts.current = actsOn(reopen, latest);
  }, [reopen]);
  const perform = useCallback<RegistrationActs<OpenedMine>['perform']>(async (key, prepare) => {
    if (acts.current === null) throw new Refusal('not_found');
    await acts.current.perform(key, prepare);
  }, []);
  /** Looked at anew for every act. Taking back works under rules that have run out, and changes nothing about what is shown. */
  const rules = useCallback(
    async (toTakeBack: boolean, seen: ShownRules | null = null): Promise<ActRules> => {
      const asked = seen?.checked.language ?? language;
      const fresh = await fetchToday(asked, toTakeBack);
      const shown =
        seen ?? (today === null || today.checked === null ? null : { checked: today.checked, at: today.at });
      if (shown === null) return { shown: null, shownAt: device.clock(), fresh };
      const { checked, at } = shown;
      const rested = { shown: checked, shownAt: at, fresh };
      if (tellsTheSame(checked.signed.manifest, fresh.signed.manifest, asked)) return rested;
      // Nothing new is given away by taking back: it rests on the rules its guest was shown.
      if (toTakeBack) return { ...rested, fresh: checked };
      // The card shows its own anew.
      if (seen !== null) throw new Refusal('manifest_outdated');
      const shownAt = await tell(checked, fresh);
      setToday({ checked: fresh, language, at: shownAt });
      return { ...rested, shownAt };
    },
    [device, fetchToday, language, today, tell],
  );
  const decide = useCallback(
    async (purpose: PurposeId, to: YesOrNo, seen: ShownRules | null = null) => {
      try {
        await perform(`${purpose} ${to}`, async (now) =>
          prepareChoice(device, now, await rules(to === 'no', seen), purpose, to),
        );
      } catch (error) {
        // What it rested on serves no more: the page shows today's, and the next tap rests on them.
        if (error instanceof Refusal && error.code === 'manifest_outdated' && seen === null)
          await fetchToday(language, to === 'no').then(
            (checked) => setToday({ checked, language, at: device.clock() }),
            () => undefined,
          );
        throw error;
      }
    },
    [perform, device, rules, fetchToday, language],
  );
  const correct = useCallback(
    (details: GuestDetails, { give }: CorrectionAim) =>
      perform(`correct ${JSON.stringify([details, give])}`, async (now) =>
        prepareCorrection(device, now, await rules(false), details, give),
      ),
    [perform, device, rules],
  );
  const erase = useCallback(() => perform('delete', (now) => prepareDeletion(device, now)), [perform, device]);

  const checked = today?.checked ?? null;
  const opening = useMemo((): Opening => {
    if (opened !== null && today !== null) {
      const mine = { ...opened.mine, status: status ?? opened.mine.status, today: checked };
      return { kind: 'open', mine, opened };
    }
    return problem === null ? { kind: 'opening' } : { kind: 'failed', problem };
  }, [opened, status, today, checked, problem]);
  const retry = useCallback(() => {
    setProblem(null);
    void open();
  }, [open]);
  return { opening, news, decide, correct, erase, fetchToday, retry };
}

/** The root this phone sealed the registration under; null where it keeps none of it. */
async function keptUnder({ outbox }: Device, secret: string): Promise<string | null> {
  if (!(await outbox.anything())) return null;
  const kept = await (await outbox.open()).all();
  return kept.find((entry) => entry.secret === secret)?.fingerprint ?? null;
}

function actsOn(
  reopen: () => Promise<OpenedMine>,
  latest: { readonly current: OpenedMine | null },
): RegistrationActs<OpenedMine> {
  return startActs({
    reopen,
    current: () => {
      if (latest.current === null) throw new Refusal('not_found');
      return latest.current;
    },
  });
}
