import { recoveryProofSchema, recoveryTestSchema, recoveryUploadSchema } from '../../protocol/api.ts';
import { idSchema } from '../../protocol/ids.ts';
import { newPosterSchema, plainPostersSchema, posterRevocationSchema } from '../../protocol/poster.ts';
import { Refusal } from '../../protocol/problems.ts';
import { restorationBodySchema, restorationStartSchema } from '../../protocol/restoration.ts';
import { makeRecovery, type ManageParts, proveRecovery, recoverySheet, renewRecoveryTest } from '../hotel/manage.ts';
import { makePoster, type PosterParts, postersOf, revokePoster, setPlainPosters } from '../hotel/posters.ts';
import { type RestorationParts, restoreOwner, startRestoration } from '../staff/restore-owner.ts';
import type { Api } from './api.ts';
import { emptyAnswer, jsonAnswer } from './respond.ts';

export interface KeyParts extends ManageParts, RestorationParts, PosterParts {}

/** The recovery sheet, the way back in with it, and posters. */
export function mountKeyRoutes(api: Api, parts: KeyParts): void {
  api.send('restorationStart', restorationStartSchema, async ({ body, parameter }) => {
    return jsonAnswer(await startRestoration(parts, parameter('property'), body.sheet));
  });

  api.send('restoration', restorationBodySchema, async ({ body, parameter }) => {
    await restoreOwner(parts, parameter('property'), body.restoration);
    return emptyAnswer;
  });

  api.plain('recovery', async ({ session }) => jsonAnswer(await recoverySheet(parts, session())));

  api.send('makeRecovery', recoveryUploadSchema, async ({ session, body }) => {
    await makeRecovery(parts, session(), body);
    return emptyAnswer;
  });

  api.send('renewRecoveryTest', recoveryTestSchema, async ({ session, body }) => {
    await renewRecoveryTest(parts, session(), body);
    return emptyAnswer;
  });

  api.send('proveRecovery', recoveryProofSchema, async ({ session, body }) => {
    await proveRecovery(parts, session(), body.value);
    return emptyAnswer;
  });

  api.plain('posters', async ({ session }) => jsonAnswer(await postersOf(parts, session())));

  api.send('makePoster', newPosterSchema, async ({ session, body }) => {
    return jsonAnswer(await makePoster(parts, session(), body.channel), 201);
  });

  api.send('revokePoster', posterRevocationSchema, async ({ session, parameter }) => {
    const poster = parameter('poster');
    if (!idSchema.safeParse(poster).success) throw new Refusal('not_found');
    await revokePoster(parts, session(), poster);
    return emptyAnswer;
  });

  api.send('plainPosters', plainPostersSchema, async ({ session, body }) => {
    await setPlainPosters(parts, session(), body.accepted);
    return emptyAnswer;
  });
}
