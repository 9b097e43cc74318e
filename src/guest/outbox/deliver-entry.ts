import type { Device } from '../phone/device.ts';
import { fetchNewRules } from '../form/fetch-new-rules.ts';
import { sendSubmission } from '../registration/send-submission.ts';
import { type Delivery, startDelivery } from './delivery.ts';
import type { KeptWhere } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { finishRenewal, startRenewal } from './renewal.ts';
import { rulesOf } from './rules-of.ts';

/** Brings a registration to its hotel with everything this phone has for it. `kept`: null for what was just sealed. */
export async function deliverEntry(device: Device, entry: OutboxEntry, kept: KeptWhere | null): Promise<Delivery> {
  const { api, later, outbox } = device;
  return startDelivery(entry, kept, {
    outbox: await outbox.open(),
    turn: outbox.turn,
    later,
    send: (waiting, sealed) => sendSubmission(api, sealed, () => rulesOf(waiting)),
    renew: {
      start: async (outdated) => {
        const renewal = await startRenewal(outdated, device);
        if (renewal.news !== null) await fetchNewRules(renewal.checked.language);
        return renewal;
      },
      finish: (renewal, told) => finishRenewal(renewal, told, device),
    },
  });
}
