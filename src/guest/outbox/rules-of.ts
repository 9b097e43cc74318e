import { verifyManifest } from '../../crypto/verify-manifest.ts';
import { parseNotice } from '../../protocol/notice.ts';
import type { CheckedPublished } from '../registration/check-published.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** The rules a kept registration was sealed for. That they have run out since is the hotel's to say. */
export async function rulesOf({
  manifest,
  notice,
  property,
  fingerprint,
}: OutboxEntry): Promise<Pick<CheckedPublished, 'signed' | 'notice'>> {
  const signed = await verifyManifest(manifest, { property, fingerprint, now: 0, lastSequence: 0 });
  return { signed, notice: parseNotice(notice) };
}
