import { digest } from '../../crypto/sha256.ts';
import type { VerifiedReceipt } from '../../crypto/verify-receipt.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { compareLaw, compareWords, wordsChanged } from '../../protocol/words-changed.ts';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import type { Device } from '../phone/device.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import { type ActBasis, type ChangeInput, composeChange, type SealedAct } from '../registration/compose-change.ts';
import { composeDeletion } from '../registration/compose-deletion.ts';
import { confirmsChange } from '../registration/confirms-change.ts';
import { sendAct } from '../registration/send-act.ts';
import type { OpenedMine } from './open-my-registration.ts';
import type { PreparedAct } from './registration-acts.ts';

type Tools = Pick<Device, 'api' | 'clock' | 'random'>;

/** Rules a guest has before their eyes, and since when in milliseconds. */
export interface ShownRules {
  readonly checked: CheckedPublished;
  readonly at: number;
}

/** The rules an act rests on, and those the guest has before their eyes. */
export interface ActRules {
  readonly shown: CheckedPublished | null;
  /** Milliseconds. */
  readonly shownAt: number;
  readonly fresh: CheckedPublished;
}

/**
 * Takes one purpose back or says yes to it anew. Null where it stands so already: a yes to older words doesn't stand as one to today's.
 */
export async function prepareChoice(
  tools: Tools,
  opened: OpenedMine,
  rules: ActRules,
  purpose: PurposeId,
  to: YesOrNo,
): Promise<PreparedAct | null> {
  const isHeld = heldPurposes(opened).includes(purpose);
  const last = opened.mine.decisions.get(purpose);
  const older = last !== undefined && wordsChanged(last, rules.fresh.signed.manifest);
  if (isHeld === (to === 'yes') && !(isHeld && older)) return null;
  if (to === 'no') return prepareChange(tools, opened, rules, { give: [], takeBack: [purpose], details: null });
  return prepareGiving(tools, opened, rules, purpose, null);
}

/** Replaces what was told, and says yes to one more purpose with it where that is what the form was opened for. */
export async function prepareCorrection(
  tools: Tools,
  opened: OpenedMine,
  rules: ActRules,
  details: GuestDetails,
  give: PurposeId | null,
): Promise<PreparedAct> {
  const told = JSON.stringify(details.temporary) !== JSON.stringify(opened.own?.details.temporary);
  // Answers are to the rule on the screen; where another is in its place by now, that one is shown first.
  const { shown, fresh } = rules;
  if (
    told &&
    shown !== null &&
    compareLaw(shown.signed.manifest, fresh.signed.manifest, 'temporary', fresh.language) === 'new'
  )
    throw new Refusal('manifest_outdated');
  if (give !== null) return prepareGiving(tools, opened, rules, give, details);
  return prepareChange(tools, opened, rules, { give: [], takeBack: [], details });
}

/** Deletes everything no law holds. */
export async function prepareDeletion(tools: Tools, opened: OpenedMine): Promise<PreparedAct> {
  const last = opened.mine.events.at(-1);
  if (last === undefined) throw new Refusal('gone');
  const act = await composeDeletion({ basis: basisOf(opened), notice: last.notice, now: tools.clock() });
  return prepared(tools, opened, act);
}

/** A yes is to the words on the screen (PIPL 14): where the hotel has newer ones, they are shown first. */
function prepareGiving(
  tools: Tools,
  opened: OpenedMine,
  rules: ActRules,
  purpose: PurposeId,
  details: GuestDetails | null,
): Promise<PreparedAct> {
  const { shown, fresh } = rules;
  const { language } = fresh;
  const unseen = shown?.language !== language;
  if (unseen || compareWords(shown.signed.manifest, fresh.signed.manifest, purpose, language) !== 'same')
    throw new Refusal('manifest_outdated');
  return prepareChange(tools, opened, rules, { give: [purpose], takeBack: [], details });
}

async function prepareChange(
  tools: Tools,
  opened: OpenedMine,
  { fresh, shownAt }: ActRules,
  change: Pick<ChangeInput, 'give' | 'takeBack' | 'details'>,
): Promise<PreparedAct> {
  const act = await composeChange({
    ...change,
    basis: basisOf(opened),
    decisions: opened.mine.decisions,
    held: heldPurposes(opened),
    signedManifest: fresh.signed,
    language: fresh.language,
    shownAt,
    now: tools.clock(),
    random: tools.random,
  });
  return prepared(tools, opened, act, fresh);
}

function prepared({ api }: Tools, { mine }: OpenedMine, act: SealedAct, rules?: CheckedPublished): PreparedAct {
  const previous = mine.receipts.at(-1);
  if (previous === undefined) throw new Refusal('gone');
  const { proven, receipt } = previous;
  const notices = new Map(mine.agreed.map(({ hash, notice }) => [hash, notice]));
  const today = rules?.signed.manifest.notices[rules.language]?.hash;
  if (rules !== undefined && today !== undefined) notices.set(today, rules.notice);
  async function confirms({ receipt: now, manifest }: VerifiedReceipt): Promise<boolean> {
    const events = [...mine.events, act.event];
    const before = { receipt, hash: await digest(proven.text) };
    return confirmsChange(now, { manifest, events, eventHash: act.eventHash, notices, previous: before });
  }
  return { send: () => sendAct(api, act, { fingerprint: mine.fingerprint, previous: proven, confirms }) };
}

function basisOf({ mine, keys, own, last }: OpenedMine): ActBasis {
  if (own === null) throw new Refusal('already_erased');
  return { property: mine.property, registration: mine.registration, keys, own, last };
}

function heldPurposes({ mine }: Pick<OpenedMine, 'mine'>): PurposeId[] {
  return mine.standings.filter(({ standing }) => standing === 'held').map(({ id }) => id);
}
