import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import { passkeyInput, passkeyWrappingKey, wrapForPasskey } from '../../crypto/passkey-keys.ts';
import type { KeyBundle } from '../../crypto/key-bundle.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import type { PasskeyAssertion, PasskeyChallenge } from '../../protocol/passkey.ts';
import type { DoorApi } from '../api/staff-api.ts';
import type { Session } from '../session/sign-in.ts';
import type { PasskeyDevice } from './passkey-device.ts';

/** What a passkey gave: the proof for the server, and the wrapping key where it has a PRF. */
export interface Proven {
  readonly assertion: PasskeyAssertion;
  readonly wrappingKey: CryptoKey | null;
}

/** Lets the device prove a passkey of this hotel. */
export async function provePasskey(device: PasskeyDevice, door: DoorApi, property: string): Promise<Proven> {
  return prove(device, property, await door.passkeyChallenge(property));
}

async function prove(
  device: PasskeyDevice,
  property: string,
  { challenge, rpId }: PasskeyChallenge,
  only?: string,
): Promise<Proven> {
  const shown = await device.prove({
    challenge,
    rpId,
    userVerification: 'required',
    ...(only === undefined ? {} : { allowCredentials: [{ id: only, type: 'public-key' }] }),
    extensions: { prf: { eval: { first: await passkeyInput(property) } } },
  });
  const { clientDataJSON, authenticatorData, signature } = shown.response;
  return {
    assertion: { id: shown.id, clientDataJSON, authenticatorData, signature },
    wrappingKey: await wrappingKeyOf(shown),
  };
}

async function wrappingKeyOf({ clientExtensionResults }: AuthenticationResponseJSON): Promise<CryptoKey | null> {
  const first = clientExtensionResults.prf?.results?.first;
  if (first === undefined) return null;
  const bytes = first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer.slice(0));
  return passkeyWrappingKey(new Uint8Array(bytes));
}

/**
 * Makes a passkey on this device for the person whose keys `bundle` holds, and wraps them under it where it has a PRF. Some devices give
 * the PRF only at a use, so it is used once at once.
 */
export async function makePasskey(
  { device, door, random }: { readonly device: PasskeyDevice; readonly door: DoorApi; readonly random: RandomBytes },
  { property, person, api }: Session,
  { name, hotel, bundle }: { readonly name: string; readonly hotel: string; readonly bundle: KeyBundle },
): Promise<void> {
  const { challenge, rpId, known } = await api.startPasskey();
  const made = await device.make({
    challenge,
    rp: { id: rpId, name: hotel },
    user: { id: person.id, name: person.handle, displayName: person.displayName },
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    excludeCredentials: known.map((id) => ({ id, type: 'public-key' })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    extensions: { prf: {} },
  });
  const hasPrf = made.clientExtensionResults.prf?.enabled === true;
  const proven = hasPrf ? await prove(device, property, await door.passkeyChallenge(property), made.id) : null;
  const key = proven?.wrappingKey ?? null;
  const { clientDataJSON, attestationObject } = made.response;
  await api.addPasskey({
    name,
    attestation: { id: made.id, clientDataJSON, attestationObject },
    wrapped: key === null ? null : await wrapForPasskey(key, bundle, random),
  });
}
