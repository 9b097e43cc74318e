import { idSchema } from '../../protocol/ids.ts';
import { newPasskeySchema, passkeySignInSchema } from '../../protocol/passkey.ts';
import { Refusal } from '../../protocol/problems.ts';
import { passphraseChangeSchema } from '../../protocol/staff.ts';
import { changePassphrase } from '../staff/change-passphrase.ts';
import { confirmTraining } from '../staff/confirm-training.ts';
import {
  addPasskey,
  passkeyChallenge,
  type PasskeyParts,
  passkeysOf,
  removePasskey,
  signInByPasskey,
  startPasskey,
} from '../staff/passkeys.ts';
import type { Api } from './api.ts';
import { emptyAnswer, jsonAnswer } from './respond.ts';

/** What a person does for themselves: passphrase, passkeys, and the training they confirm. */
export function mountCredentials(api: Api, parts: PasskeyParts): void {
  api.plain('passkeyChallenge', async ({ parameter }) => {
    return jsonAnswer(await passkeyChallenge(parts, parameter('property')));
  });

  api.send('passkeySignIn', passkeySignInSchema, async ({ body, parameter }) => {
    return jsonAnswer(await signInByPasskey(parts, parameter('property'), body));
  });

  api.send('changePassphrase', passphraseChangeSchema, async ({ session, body }) => {
    await changePassphrase(parts, session(), body);
    return emptyAnswer;
  });

  api.plain('confirmTraining', async ({ session }) => {
    await confirmTraining(parts, session());
    return emptyAnswer;
  });

  api.plain('passkeys', async ({ session }) => jsonAnswer({ passkeys: await passkeysOf(parts, session()) }));

  api.plain('startPasskey', async ({ session }) => jsonAnswer(await startPasskey(parts, session())));

  api.send('addPasskey', newPasskeySchema, async ({ session, body }) => {
    await addPasskey(parts, session(), body);
    return emptyAnswer;
  });

  api.plain('removePasskey', async ({ session, parameter }) => {
    const passkey = parameter('passkey');
    if (!idSchema.safeParse(passkey).success) throw new Refusal('not_found');
    await removePasskey(parts, session(), passkey);
    return emptyAnswer;
  });
}
