import { type ConsentEvent, consentEventSchema, consentJwsType } from '../protocol/consent-event.ts';
import { Refusal } from '../protocol/problems.ts';
import { signJws, verifyJws } from './jws.ts';
import { digest } from './sha256.ts';

/** A consent event's exact JWS text and SHA-256 of it. */
export interface SignedConsent {
  readonly jws: string;
  readonly hash: string;
}

/** Signs what the guest decided with the registration's own key; `kid` is the registration id. */
export async function signConsent(event: ConsentEvent, signingKey: CryptoKey): Promise<SignedConsent> {
  const jws = await signJws(JSON.stringify(event), signingKey, consentJwsType, event.registration);
  return { jws, hash: await digest(jws) };
}

/** Reads a consent event. Throws Refusal `consent_invalid` unless it is one, signed by `signer` (raw point, 65 bytes). */
export async function verifyConsent(jws: string, signer: Uint8Array): Promise<ConsentEvent> {
  const text = await verifyJws(jws, signer, consentJwsType);
  const parsed = consentEventSchema.safeParse(text === null ? null : parseJson(text));
  if (!parsed.success) throw new Refusal('consent_invalid');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('consent_invalid', 'not JSON');
  }
}
