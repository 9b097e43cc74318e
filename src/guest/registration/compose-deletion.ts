import { signConsent } from '../../crypto/consent.ts';
import { importKeyPair, keyPairOfJwk } from '../../crypto/key-pair.ts';
import { actingOf } from '../../pii/check-party.ts';
import type { ConsentEvent } from '../../protocol/consent-event.ts';
import type { RegistrationDeletion } from '../../protocol/registration-change.ts';
import { toInstant } from '../../protocol/time.ts';
import type { ActBasis, SealedAct } from './compose-change.ts';

export interface DeletionInput {
  readonly basis: ActBasis;
  /** The notice of the guest's last event: deleting asks nobody to read new rules. */
  readonly notice: ConsentEvent['notice'];
  /** Milliseconds. */
  readonly now: number;
}

/** Signs the guest's wish to have everything deleted. It works whatever rules are in force, and seals nothing. */
export async function composeDeletion({ basis, notice, now }: DeletionInput): Promise<SealedAct> {
  const { property, registration, keys, own, last } = basis;
  const { privateKey } = await importKeyPair(keyPairOfJwk(own.signingKey), 'sign');
  const event: ConsentEvent = {
    format: 'foyer-consent/1',
    property,
    registration,
    number: last.number + 1,
    previous: last.hash,
    act: 'deletion',
    time: toInstant(now),
    acting: actingOf(own.details),
    notice,
    decisions: [],
    statutory: [],
  };
  const signed = await signConsent(event, privateKey);
  const deletion: RegistrationDeletion = {
    format: 'foyer-deletion/1',
    lookup: keys.lookup,
    token: keys.token,
    event: signed.jws,
  };
  return {
    body: JSON.stringify(deletion),
    registration,
    kind: 'deletion',
    event,
    eventHash: signed.hash,
    manifestHash: null,
  };
}
