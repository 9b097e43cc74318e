import { composeChangeReceipt } from '../../protocol/compose-change-receipt.ts';
import { languages } from '../../protocol/languages.ts';
import { newId } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { RequestOrigin } from '../../protocol/request.ts';
import type { Role } from '../../protocol/roles.ts';
import { digest } from '../digest.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { StepRequest } from '../store/request-changes.ts';
import type { StoredRegistration } from '../store/guest-store.ts';
import { commitAct, newReceipt } from './commit-act.ts';
import type { RegisterAnswer, RegisterParts } from './register.ts';
import { readStanding } from './standing.ts';

/**
 * Takes one purpose back for a guest without the secret, at the desk's request. There is no consent event: only the guest's own key
 * could sign one. Throws Refusal `not_found` where the purpose isn't held.
 */
export async function withdrawForGuest(
  parts: RegisterParts,
  stored: StoredRegistration,
  of: {
    readonly purpose: PurposeId;
    /** How it was made sure that the guest asks. */
    readonly origin: Exclude<RequestOrigin, 'guest'>;
    readonly actor: { readonly actor: string; readonly role: Role };
    readonly request: StepRequest;
  },
): Promise<RegisterAnswer> {
  const { purpose, origin, actor, request } = of;
  if (!stored.purposes.includes(purpose) || purposeTemplates[purpose].basis === 'law')
    throw new Refusal('not_found', 'purpose');
  const hotel = await parts.hotels.get(stored.property);
  const publication = hotel.current;
  const standing = await readStanding(parts.store, stored);
  const { notice: shown, acting } = standing.lastEvent;
  const language = [shown.language, ...languages].find((one) => publication.notices.has(one)) ?? shown.language;
  const notice = publication.notices.get(language)?.notice;
  if (notice === undefined) throw new TypeError('a manifest without a notice');
  const held = stored.purposes.filter((id) => id !== purpose);
  const now = parts.clock();
  const { registration } = stored;
  const composed = composeChangeReceipt({
    kind: 'withdrawal',
    registration,
    language,
    manifest: publication,
    notice,
    older: standing.older,
    shownAt: shown.shownAt,
    acting,
    decisions: standing.decisions,
    held,
    eventHash: stored.eventHash,
    submissionHash: null,
    previous: standing.previous,
    madeByDesk: origin,
    deletion: null,
    now,
    random: parts.random,
    publicUrl: parts.publicUrl,
  });
  const receipt = newReceipt(composed, standing, publication, null);
  const ended: (PurposeId | 'card')[] = held.length === 0 ? [purpose, 'card'] : [purpose];
  return commitAct(parts, hotel, publication, {
    kind: 'amend',
    at: now,
    registration,
    event: null,
    receipt,
    entry: logEntryText({
      at: now,
      ...actor,
      action: 'withdrawn',
      registration,
      purpose,
      digest: digest(receipt.text),
    }),
    further: [],
    ended,
    envelopes: [],
    purposes: held,
    withdrawn: [...stored.withdrawn, purpose],
    agreed: stored.agreed.filter((one) => one.purpose !== purpose),
    open: null,
    erasure: { id: newId(now, parts.random), classes: ended },
    request,
  });
}
