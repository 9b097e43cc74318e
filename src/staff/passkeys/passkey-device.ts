import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { Refusal } from '../../protocol/problems.ts';

/** The device's own keeper of passkeys. Both throw Refusal `passkey_invalid` where the person turns it down or it has none. */
export interface PasskeyDevice {
  make(options: PublicKeyCredentialCreationOptionsJSON): Promise<RegistrationResponseJSON>;
  prove(options: PublicKeyCredentialRequestOptionsJSON): Promise<AuthenticationResponseJSON>;
}

/** Null where it can be no use: an in-app browser without them, or a site that is reached by a number instead of a name. */
export function passkeyDevice(window: Pick<Window & typeof globalThis, 'PublicKeyCredential' | 'location'>) {
  const { hostname } = window.location;
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return 'PublicKeyCredential' in window && typeof window.PublicKeyCredential === 'function' && !isNumber
    ? browserPasskeys
    : null;
}

const browserPasskeys: PasskeyDevice = {
  make: async (optionsJSON) => {
    const { startRegistration } = await import('@simplewebauthn/browser');
    return startRegistration({ optionsJSON }).catch(refuse);
  },
  prove: async (optionsJSON) => {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    return startAuthentication({ optionsJSON }).catch(refuse);
  },
};

// Browsers say little, on purpose: turned down, timed out and none there sound alike.
function refuse(): never {
  throw new Refusal('passkey_invalid');
}
