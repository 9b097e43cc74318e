import { verifyConsent } from '../../crypto/consent.ts';
import { deriveGuestKeys } from '../../crypto/guest-secret.ts';
import { keyPairOfJwk, type RawKeyPair } from '../../crypto/key-pair.ts';
import { openSelfCopy } from '../../crypto/self-copy.ts';
import { parsePayload } from '../../pii/canonical-bytes.ts';
import type { GuestDetails } from '../../pii/details.ts';
import { selfPayloadSchema } from '../../pii/payloads.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { isAsked } from '../../protocol/asked-now.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { type Submission, submissionSchema } from '../../protocol/submission.ts';
import type { Device } from '../phone/device.ts';
import { type CheckedPublished, checkPublished } from '../registration/check-published.ts';
import { anythingChosen, type Choices } from '../registration/choices.ts';
import { lacksContact } from '../registration/compose-change.ts';
import { composeSubmission } from '../registration/compose-submission.ts';
import { type News, newsOf, type Told } from '../registration/news.ts';
import { type OutboxEntry, waitingEntry } from './outbox-entry.ts';
import { rulesOf } from './rules-of.ts';

/** Today's rules beside a registration that was sealed for older ones. */
export interface Renewal {
  readonly entry: OutboxEntry;
  readonly opened: OpenedEntry;
  readonly checked: CheckedPublished;
  /** What the guest hasn't been shown; null where every word is as they were shown. What isn't asked stays as it was decided. */
  readonly news: News | null;
}

interface OpenedEntry {
  readonly submission: Submission;
  readonly event: ConsentEvent;
  readonly details: GuestDetails;
  readonly signer: RawKeyPair;
  readonly choices: Choices;
}

type RenewalTools = Pick<Device, 'api' | 'clock' | 'sequences'>;

/**
 * Opens the guest's own copy inside a waiting registration and looks at today's rules, believed only under the root it was sealed for.
 * Throws Refusal: `manifest_outdated` where the hotel has nothing newer, what `checkPublished` and the api throw.
 */
export async function startRenewal(entry: OutboxEntry, device: RenewalTools): Promise<Renewal> {
  const { property, fingerprint, language } = entry;
  const published = await device.api.property(property, language);
  const checked = await checkPublished(published, {
    property,
    fingerprint,
    now: device.clock(),
    recallSequence: (root) => device.sequences.recall(root),
  });
  void device.sequences.remember(fingerprint, checked.signed.manifest.sequence);
  const opened = await openEntry(entry);
  // The same rules, and yet one of them has ended by itself: the rest is sealed anew without it.
  const ended = checked.signed.manifest.purposes.some(
    (purpose) => opened.event.statutory.includes(purpose.id) && !isAsked(purpose, device.clock()),
  );
  if (checked.signed.hash === entry.manifestHash && !ended) throw new Refusal('manifest_outdated');
  const news = newsOf(await rulesOf(entry), checked, opened.choices, device.clock());
  return { entry, opened, checked, news: news === null ? null : answerable(news, opened.details) };
}

/** There is no form here: what would need a contact nobody gave isn't asked, and what a law asks is done at the desk. */
function answerable(news: News, details: GuestDetails): News {
  const ask = news.changed.ask.filter((id) => !lacksContact([id], details));
  return { ...news, changed: { ...news.changed, ask } };
}

/**
 * Seals it anew as the same registration: same arrival code, same link. Null where the guest has said no to all that was left.
 *
 * @param told what they said once they were told the news; null where there is none, and what was shown then is what holds now
 */
export async function finishRenewal(
  { entry, opened, checked }: Renewal,
  told: Told | null,
  { clock, random }: Pick<Device, 'clock' | 'random'>,
): Promise<OutboxEntry | null> {
  const { submission, event, details, signer } = opened;
  const choices = told?.choices ?? opened.choices;
  const now = clock();
  const offered = checked.signed.manifest.purposes.filter((purpose) => isAsked(purpose, now));
  if (!anythingChosen(choices, offered)) return null;
  const sealed = await composeSubmission({
    signedManifest: checked.signed,
    choices,
    details,
    channel: submission.channel,
    poster: submission.poster ?? null,
    party: submission.party ?? null,
    language: checked.language,
    shownAt: told?.shownAt ?? Date.parse(event.notice.shownAt),
    now,
    random,
    again: { registration: entry.registration, secret: entry.secret, signer },
  });
  return { ...waitingEntry(sealed, checked, now), keptAt: entry.keptAt };
}

async function openEntry({ body, property, registration, secret, consentHash }: OutboxEntry): Promise<OpenedEntry> {
  if (body === null) throw new Refusal('cannot_open', 'nothing kept');
  const submission = submissionSchema.parse(JSON.parse(body));
  const event = await verifyConsent(submission.consent, decodeBase64Url(submission.signer) ?? new Uint8Array());
  const self = submission.envelopes.find(({ kind }) => kind === 'self');
  if (self === undefined) throw new Refusal('cannot_open', 'no own copy');
  const { selfKey } = await deriveGuestKeys(secret);
  const bytes = await openSelfCopy({ property, registration, consent: consentHash }, selfKey, self);
  const { details, signingKey } = parsePayload(selfPayloadSchema, bytes);
  return { submission, event, details, signer: keyPairOfJwk(signingKey), choices: choicesOf(event) };
}

function choicesOf({ decisions, statutory }: ConsentEvent): Choices {
  const answers = decisions.map(({ purpose, decision }) => [purpose, decision === 'given' ? 'yes' : 'no'] as const);
  const place = (id: PurposeId) => (statutory.includes(id) ? 'here' : 'desk');
  return { answers: Object.fromEntries(answers), identity: place('identity'), temporary: place('temporary') };
}
