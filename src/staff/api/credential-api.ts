import {
  type NewPasskey,
  type Passkey,
  type PasskeyCreation,
  passkeyCreationSchema,
  passkeysSchema,
} from '../../protocol/passkey.ts';
import type { PassphraseChange } from '../../protocol/staff.ts';
import { ask, type Caller, send } from './call.ts';

/** What the signed-in person proves themselves with. Every method throws Refusal. */
export interface CredentialApi {
  passkeys(): Promise<readonly Passkey[]>;
  startPasskey(): Promise<PasskeyCreation>;
  addPasskey(passkey: NewPasskey): Promise<void>;
  removePasskey(passkey: string): Promise<void>;
  changePassphrase(change: PassphraseChange): Promise<void>;
  confirmTraining(): Promise<void>;
}

export function credentialApi(caller: Caller): CredentialApi {
  return {
    passkeys: async () => (await ask(caller, 'passkeys', passkeysSchema)).passkeys,
    startPasskey: () => ask(caller, 'startPasskey', passkeyCreationSchema, { body: {} }),
    addPasskey: async (passkey) => {
      await send(caller, 'addPasskey', { body: passkey });
    },
    removePasskey: async (passkey) => {
      await send(caller, 'removePasskey', { parameters: { passkey }, body: {} });
    },
    changePassphrase: async (change) => {
      await send(caller, 'changePassphrase', { body: change });
    },
    confirmTraining: async () => {
      await send(caller, 'confirmTraining', { body: {} });
    },
  };
}
