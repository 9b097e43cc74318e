import { type GuestStatus, guestAccessSchema, type GuestView, type Published } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import { submissionSchema } from '../../protocol/submission.ts';
import { toInstant } from '../../protocol/time.ts';
import { digest, sameDigest } from '../digest.ts';
import { chooseLanguage } from '../hotel/hotels.ts';
import { storedReceipt } from '../registration/proven-receipt.ts';
import { register, type RegisterParts } from '../registration/register.ts';
import type { Store, StoredRegistration } from '../store/store.ts';
import type { Api } from './api.ts';
import { jsonAnswer, jsonTextAnswer } from './respond.ts';

/** What phones ask. */
export function mountGuestRoutes(api: Api, parts: RegisterParts): void {
  const { store, hotels } = parts;

  api.plain('property', async ({ parameter, query, header }) => {
    const hotel = await hotels.get(parameter('property'));
    const { language, notice } = chooseLanguage(hotel, query('lang'), header('accept-language'));
    const published: Published = { manifest: hotel.current.jws, language, notice: notice.text };
    return jsonAnswer(published);
  });

  api.send('register', submissionSchema, async ({ body, raw, parameter }) => {
    const { status, json } = await register(parts, parameter('property'), body, raw);
    return jsonTextAnswer(json, status);
  });

  api.send('guestStatus', guestAccessSchema, async ({ body }) => {
    return jsonAnswer(statusOf(await findOwn(store, body.lookup, body.token)));
  });

  api.send('guestView', guestAccessSchema, async ({ body }) => {
    const stored = await findOwn(store, body.lookup, body.token);
    const envelopes = await store.envelopes(stored.registration);
    const view: GuestView = {
      status: statusOf(stored),
      receipt: await storedReceipt(store, stored),
      registration: stored.registration,
      property: stored.property,
      consent: stored.consent,
      self: envelopes.find(({ kind }) => kind === 'self') ?? null,
    };
    return jsonAnswer(view);
  });
}

/** A wrong lookup id and a wrong token are the same to the caller. */
async function findOwn(store: Store, lookup: string, token: string): Promise<StoredRegistration> {
  const stored = await store.registrationOfGuest(digest(lookup));
  if (stored === null || !sameDigest(digest(token), stored.tokenHash)) throw new Refusal('not_found');
  if (stored.state === 'erased') throw new Refusal('gone');
  return stored;
}

function statusOf({ state, seenAt, arrivedAt }: StoredRegistration): GuestStatus {
  const instant = (at: number | null) => (at === null ? null : toInstant(at));
  return { state, seenAt: instant(seenAt), arrivedAt: instant(arrivedAt) };
}
