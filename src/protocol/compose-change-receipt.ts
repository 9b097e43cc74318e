import type { StandingDecision } from './consent-state.ts';
import { newId, type RandomBytes } from './ids.ts';
import type { Language } from './languages.ts';
import type { SignedManifest } from './manifest.ts';
import type { Notice, NoticePurpose } from './notice.ts';
import type { PurposeId } from './purposes.ts';
import { type Deletion, endedBy, processorsIn, type Receipt, receiptPurpose } from './receipt.ts';
import { toInstant } from './time.ts';
import { wordsChanged } from './words-changed.ts';

export interface ChangeReceiptInput {
  readonly kind: Exclude<Receipt['kind'], 'refusal'>;
  readonly registration: string;
  readonly language: Language;
  /** The manifest in force for the change, and its notice in `language`. */
  readonly manifest: SignedManifest;
  readonly notice: Notice;
  /** Notices of earlier events, newest first: the words of what was agreed to under them, and of what the hotel doesn't offer any more. */
  readonly older: readonly { readonly hash: string; readonly notice: Notice }[];
  readonly shownAt: string;
  readonly acting: 'self' | 'guardian';
  /** The decisions as they stand after the change, and the purposes that have an envelope that can be opened. */
  readonly decisions: ReadonlyMap<PurposeId, StandingDecision>;
  readonly held: readonly PurposeId[];
  /** SHA-256 of the last consent event's JWS: the change's own, or the one before where the desk acted for the guest. */
  readonly eventHash: string;
  /** SHA-256 of the bytes the phone sent; null where the desk acted for the guest. */
  readonly submissionHash: string | null;
  readonly previous: { readonly id: string; readonly hash: string };
  /** Set where the desk acted for the guest. */
  readonly madeByDesk?: Receipt['made_by_desk'];
  readonly deletion: Deletion | null;
  /** Server's time, milliseconds. */
  readonly now: number;
  readonly random: RandomBytes;
  readonly publicUrl: string;
}

/** Composes the receipt of anything after the registration. It says how every purpose stands from here on. */
export function composeChangeReceipt(input: ChangeReceiptInput): Receipt {
  const { manifest, notice, decisions, held, deletion } = input;
  const property = manifest.manifest.property;
  const purposes = [...notice.purposes.map((purpose) => agreedWords(purpose, input)), ...withdrawnOffers(input)];
  return {
    schema_version: 'foyer-receipt/1',
    receipt_id: newId(input.now, input.random),
    kind: input.kind,
    record_id: input.registration,
    issued_at: toInstant(input.now),
    language: input.language,
    jurisdiction: manifest.manifest.jurisdiction,
    supersedes: input.previous.id,
    previous_hash: input.previous.hash,
    parties: {
      principal: `stay:${input.registration}`,
      acting: input.acting,
      controller: notice.controller,
      processors: processorsIn(notice),
      recipients: purposes.filter(({ purpose }) => wasHeld(purpose.id)).flatMap(({ purpose }) => purpose.recipients),
      complaints: notice.complaints,
    },
    notice: {
      url: `${input.publicUrl}/p/${property}`,
      version: manifest.manifest.notices[input.language]?.version ?? notice.version,
      hash: manifest.manifest.notices[input.language]?.hash ?? '',
      shown_at: input.shownAt,
    },
    purposes: purposes.map(({ purpose, agreed }) => {
      const stands = standing(purpose);
      return {
        ...receiptPurpose(purpose, notice, stands),
        ...(agreed === null ? {} : { agreed }),
        ...endedBy(purpose, stands, input.now),
      };
    }),
    consent_event: input.eventHash,
    ...(input.submissionHash === null ? {} : { submission_hash: input.submissionHash }),
    ...(input.madeByDesk === undefined ? {} : { made_by_desk: input.madeByDesk }),
    ...(deletion === null ? {} : { deletion }),
    manifest: { sequence: manifest.manifest.sequence, hash: manifest.hash },
    status_url: `${input.publicUrl}/r`,
  };

  /** A certificate names whoever may have been given what was held until then. */
  function wasHeld(id: PurposeId): boolean {
    return held.includes(id) || (deletion !== null && decisions.get(id)?.decision === 'given');
  }

  function standing(purpose: NoticePurpose): Receipt['purposes'][number]['event'] {
    const last = decisions.get(purpose.id);
    const isHeld = held.includes(purpose.id);
    // Given and without an envelope: taken back, also where the desk did it for the guest and there is no event that says so.
    const ended = last?.decision === 'given' && !isHeld;
    const decision = ended ? 'withdrawn' : (last?.decision ?? 'not-asked');
    const given = decision === 'given';
    return {
      decision: purpose.basis === 'law' ? (isHeld ? 'provided-by-law' : 'not-asked') : decision,
      consent_type: given ? 'separate' : null,
      event_time: ended || last === undefined ? toInstant(input.now) : last.time,
      valid_until: purpose.retentionText,
      wording_hash: last?.wording ?? null,
    };
  }
}

interface WordsOfPurpose {
  readonly purpose: NoticePurpose;
  /** Null where they are those of the notice in force. */
  readonly agreed: Receipt['purposes'][number]['agreed'] | null;
}

/** A purpose that is held in older words than today's stays in them: an unanswered question is no yes. */
function agreedWords(
  today: NoticePurpose,
  { manifest, older, decisions, held, deletion }: ChangeReceiptInput,
): WordsOfPurpose {
  const last = decisions.get(today.id);
  const unchanged = { purpose: today, agreed: null };
  if (last?.decision !== 'given' || (deletion === null && !held.includes(today.id))) return unchanged;
  if (!wordsChanged(last, manifest.manifest)) return unchanged;
  const { hash, language, version } = last.notice;
  const then = older.find((one) => one.hash === hash)?.notice.purposes.find(({ id }) => id === today.id);
  return then === undefined ? unchanged : { purpose: then, agreed: { language, version, hash } };
}

/** Purposes that were decided on and that today's notice doesn't have, in the words they were decided on. */
function withdrawnOffers({ notice, older, decisions }: ChangeReceiptInput): WordsOfPurpose[] {
  const missing = [...decisions.values()].filter((last) => !notice.purposes.some(({ id }) => id === last.purpose));
  return missing.flatMap(({ purpose: id, notice: { hash, language, version } }) => {
    const decidedOn = older.filter((one) => one.hash === hash);
    const [purpose] = [...decidedOn, ...older].flatMap((one) => one.notice.purposes.filter((words) => words.id === id));
    return purpose === undefined ? [] : [{ purpose, agreed: { language, version, hash } }];
  });
}
