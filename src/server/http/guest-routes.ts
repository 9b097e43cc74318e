import { guestAccessSchema, guestLogRequestSchema, handedProofSchema } from '../../protocol/api.ts';
import type { Published } from '../../protocol/published.ts';
import { registrationChangeSchema, registrationDeletionSchema } from '../../protocol/registration-change.ts';
import { submissionSchema } from '../../protocol/submission.ts';
import { chooseLanguage } from '../hotel/hotels.ts';
import { refuseAhead } from '../hotel/posters.ts';
import { changeRegistration } from '../registration/change-registration.ts';
import { deleteRegistration } from '../registration/delete-registration.ts';
import { findOwn } from '../registration/find-own.ts';
import { guestLog, guestView, statusOf } from '../registration/guest-view.ts';
import { register, type RegisterParts } from '../registration/register.ts';
import { handedProof, type HandoverParts } from '../requests/request-proof.ts';
import type { Api } from './api.ts';
import { jsonAnswer, jsonTextAnswer } from './respond.ts';

/** What phones ask. */
export function mountGuestRoutes(api: Api, parts: RegisterParts & HandoverParts): void {
  const { store, hotels } = parts;

  api.plain('property', async ({ parameter, query, header }) => {
    const hotel = await hotels.get(parameter('property'));
    const claim = query('poster');
    if (claim !== undefined) await refuseAhead(store, hotel, claim);
    const { language, notice } = chooseLanguage(hotel, query('lang'), header('accept-language'));
    const published: Published = { manifest: hotel.current.jws, language, notice: notice.text };
    return jsonAnswer(published);
  });

  api.send('register', submissionSchema, async ({ body, raw, parameter }) => {
    const { status, json } = await register(parts, parameter('property'), body, raw);
    return jsonTextAnswer(json, status);
  });

  api.send('guestStatus', guestAccessSchema, async ({ body }) => jsonAnswer(statusOf(await findOwn(store, body))));

  api.send('guestView', guestAccessSchema, async ({ body }) => {
    const stored = await findOwn(store, body);
    return jsonAnswer(await guestView(store, await hotels.get(stored.property), stored));
  });

  api.send('guestChange', registrationChangeSchema, async ({ body, raw }) => {
    const { status, json } = await changeRegistration(parts, body, raw);
    return jsonTextAnswer(json, status);
  });

  api.send('guestDeletion', registrationDeletionSchema, async ({ body, raw }) => {
    const { status, json } = await deleteRegistration(parts, body, raw);
    return jsonTextAnswer(json, status);
  });

  api.send('handedProof', handedProofSchema, async ({ body }) => jsonAnswer(await handedProof(parts, body)));

  api.send('guestLog', guestLogRequestSchema, async ({ body }) => {
    return jsonAnswer(await guestLog(store, await findOwn(store, body), body));
  });
}
