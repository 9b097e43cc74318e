import { hotelSettingsSchema, type SettingsSaving, type SettingsView } from '../../protocol/hotel-settings.ts';
import { Refusal } from '../../protocol/problems.ts';
import { awaitedRegistrations } from '../retention/awaited-registrations.ts';
import { awaitedUntil } from '../retention/awaited-until.ts';
import type { RetentionJob } from '../retention/retention-job.ts';
import { requireStepUp, type StepUpParts } from '../staff/require-step-up.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';

export interface WaitParts {
  readonly store: Store;
  readonly retention: RetentionJob;
}

/** The settings; with hours named, also what waiting only so long would do to those who are waited for. Throws Refusal `malformed`. */
export async function settingsView(
  parts: WaitParts,
  property: string,
  hours: string | undefined,
): Promise<SettingsView> {
  const kept = await parts.store.settings(property);
  if (hours === undefined) return kept;
  const asked = hotelSettingsSchema.shape.unconfirmedHours.safeParse(Number(hours));
  if (!asked.success) throw new Refusal('malformed', 'hours');
  return { ...kept, shorter: await shorterWait(parts, property, kept.settings.unconfirmedHours, asked.data) };
}

/**
 * A shorter wait destroys what guests have sent, at once or later. Throws Refusal `step_up_needed` by somebody who hasn't proven
 * themselves a moment ago, `conflict` where more registrations would be destroyed at once than the owner was shown.
 */
export async function refuseUnseenEnds(
  parts: WaitParts & StepUpParts,
  session: ActiveSession,
  { settings, ends = 0 }: SettingsSaving,
): Promise<void> {
  const { property } = session;
  const { unconfirmedHours } = (await parts.store.settings(property)).settings;
  if (settings.unconfirmedHours < unconfirmedHours) await requireStepUp(parts, session, 'shorter-wait');
  const { atOnce } = await shorterWait(parts, property, unconfirmedHours, settings.unconfirmedHours);
  if (atOnce > ends) throw new Refusal('conflict', 'ends');
}

async function shorterWait({ store, retention }: WaitParts, property: string, before: number, hours: number) {
  const found = { atOnce: 0, earlier: 0 };
  if (hours >= before) return found;
  const now = retention.time.now();
  for await (const page of awaitedRegistrations(store, property))
    for (const waiting of page) {
      if (awaitedUntil(waiting, hours) <= now) found.atOnce += 1;
      else found.earlier += 1;
    }
  return found;
}
