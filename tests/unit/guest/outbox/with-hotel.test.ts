// The phone's outbox against the real server: rules that move on, a server that is restored, a registration that was deleted.

import { cp, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyConsent } from '../../../../src/crypto/consent.ts';
import { deriveGuestKeys } from '../../../../src/crypto/guest-secret.ts';
import { randomBytes } from '../../../../src/crypto/random-bytes.ts';
import { verifyNotice } from '../../../../src/crypto/verify-manifest.ts';
import type { Hotel } from '../../../../src/demo/set-up-hotel.ts';
import { type Delivery, startDelivery } from '../../../../src/guest/outbox/delivery.ts';
import { memoryOutbox } from '../../../../src/guest/outbox/outbox.ts';
import { type OutboxEntry, waitingEntry } from '../../../../src/guest/outbox/outbox-entry.ts';
import { finishRenewal, startRenewal } from '../../../../src/guest/outbox/renewal.ts';
import { rulesOf } from '../../../../src/guest/outbox/rules-of.ts';
import { forgetfulMemory } from '../../../../src/guest/phone/forgetful-memory.ts';
import type { Choices } from '../../../../src/guest/registration/choices.ts';
import { composeSubmission } from '../../../../src/guest/registration/compose-submission.ts';
import { createGuestApi } from '../../../../src/guest/registration/guest-api.ts';
import { answeredAnew } from '../../../../src/guest/registration/rules-changed.ts';
import { sendSubmission } from '../../../../src/guest/registration/send-submission.ts';
import { decodeBase64Url } from '../../../../src/protocol/base64url.ts';
import { Refusal } from '../../../../src/protocol/problems.ts';
import type { PurposeId } from '../../../../src/protocol/purposes.ts';
import { submissionSchema } from '../../../../src/protocol/submission.ts';
import { GuestPhone, realHotel, sampleDetails } from '../../../support/guest-phone.ts';
import { keepOffersFor, publishNotice } from '../../../support/publish-notice.ts';
import { askTemporarily, sampleAnswers, temporaryPurpose } from '../../../support/temporary-purpose.ts';
import { startTestServer, type TestServer } from '../../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
});

afterEach(() => server.end());

/** What a phone in flight mode seals: under the rules it saw last. */
async function sealedOffline(yes: readonly PurposeId[], details = sampleDetails): Promise<OutboxEntry> {
  const { now } = server.clock;
  const sealed = await composeSubmission({
    signedManifest: hotel.manifest,
    choices: {
      answers: Object.fromEntries(yes.map((id) => [id, 'yes' as const])),
      identity: 'desk',
      temporary: 'here',
    },
    details,
    channel: 'room',
    language: 'en',
    shownAt: now,
    now,
    random: randomBytes,
  });
  const notice = await verifyNotice(hotel.notices.en ?? '', 'en', hotel.manifest.manifest);
  const { manifest: signed, fingerprint } = hotel;
  return waitingEntry(sealed, { signed, notice, language: 'en', fingerprint }, now);
}

function deliver(entry: OutboxEntry) {
  const api = createGuestApi({ fetch, origin: server.url });
  const outbox = memoryOutbox();
  const device = { api, clock: () => server.clock.now, random: randomBytes, sequences: forgetfulMemory().sequences };
  const delivery = startDelivery(entry, null, {
    outbox,
    turn: (_name, work) => work(),
    send: async (waiting, sealed) => sendSubmission(api, sealed, await rulesOf(waiting)),
    renew: {
      start: (outdated) => startRenewal(outdated, device),
      finish: (renewal, told) => finishRenewal(renewal, told, device),
    },
    later: (_milliseconds, callback) => {
      const soon = setImmediate(callback);
      return () => clearImmediate(soon);
    },
  });
  return { api, outbox, delivery };
}

async function become(delivery: Delivery, kind: string): Promise<void> {
  if (delivery.state().kind === kind) return;
  await new Promise<void>((resolve) => {
    const stop = delivery.subscribe(() => {
      if (delivery.state().kind !== kind) return;
      stop();
      resolve();
    });
  });
}

/** The page has told what is new, and the guest goes on. */
function answer(delivery: Delivery, answers: Choices['answers']): void {
  const state = delivery.state();
  if (state.kind !== 'asking') throw new Error(`It is ${state.kind}.`);
  const { news, renewal } = state;
  const choices = answeredAnew(renewal.opened.choices, news.changed, { answers, identity: null });
  delivery.answer({ choices, shownAt: server.clock.now });
}

/** What the registration says its guest was shown. */
async function shownIn({ body, registration }: OutboxEntry) {
  const submission = submissionSchema.parse(JSON.parse(body ?? ''));
  const { notice } = await verifyConsent(submission.consent, decodeBase64Url(submission.signer) ?? new Uint8Array());
  const stored = await server.store.registration(registration);
  return { ...notice, shownAt: Date.parse(notice.shownAt), there: stored !== null };
}

const publish = (months: number) => publishNotice(server.url, hotel.property, keepOffersFor(months), server.clock.now);

function givenIn({ body }: OutboxEntry): string[] {
  const submission = submissionSchema.parse(JSON.parse(body ?? ''));
  return submission.envelopes.flatMap(({ purpose }) => purpose ?? []).toSorted();
}

test('new words for one purpose while the phone was offline: that one is asked again, and code and link stay', async () => {
  const entry = await sealedOffline(['emergency', 'offers']);
  await publish(9);
  const { delivery, outbox } = deliver(entry);
  await become(delivery, 'asking');
  const state = delivery.state();
  expect(state.kind === 'asking' ? state.news.changed : null).toEqual({ ask: ['offers'], place: [], refill: true });
  expect(await server.store.registration(entry.registration)).toBeNull();
  answer(delivery, { offers: 'yes' });
  await become(delivery, 'received');
  const after = delivery.entry();
  expect([after.registration, after.secret]).toEqual([entry.registration, entry.secret]);
  expect(after.body).not.toBe(entry.body);
  expect(givenIn(after)).toEqual(['emergency', 'offers']);
  expect(await outbox.all()).toHaveLength(1);
  expect((await server.store.rows(hotel.property, 0, 10)).length).toBe(1);
});

test('left open, the changed one is a no; what was not changed is as it was', async () => {
  const { delivery } = deliver(await sealedOffline(['emergency', 'offers']));
  await become(delivery, 'received');
  const entry = await sealedOffline(['billing', 'offers']);
  await publish(9);
  const again = deliver(entry).delivery;
  await become(again, 'asking');
  answer(again, {});
  await become(again, 'received');
  expect(givenIn(again.entry())).toEqual(['billing']);
});

test('a no to the only use there was sends nothing and leaves no record', async () => {
  const entry = await sealedOffline(['offers']);
  await publish(9);
  const { delivery, outbox } = deliver(entry);
  await become(delivery, 'asking');
  answer(delivery, { offers: 'no' });
  await become(delivery, 'dropped');
  expect(await outbox.all()).toEqual([]);
  expect(await server.store.registration(entry.registration)).toBeNull();
});

test('a manifest that ran out while the phone was offline: nothing is asked or told where every word is the same', async () => {
  const entry = await sealedOffline(['emergency']);
  const shown = await shownIn(entry);
  server.clock.now = Date.parse(hotel.manifest.manifest.expiresAt) - 3_600_000;
  await publishNotice(server.url, hotel.property, (profile) => profile, server.clock.now);
  server.clock.now += 7_200_000;
  const { delivery } = deliver(entry);
  await become(delivery, 'received');
  expect(delivery.entry().manifestHash).not.toBe(entry.manifestHash);
  expect(givenIn(delivery.entry())).toEqual(['emergency']);
  expect(await shownIn(delivery.entry()), 'the very words, when they were drawn').toEqual({ ...shown, there: true });
});

test('words nobody is asked about that changed while the phone was offline: told before it is sealed anew, and shown when they were', async () => {
  const entry = await sealedOffline(['emergency']);
  const drawn = await shownIn(entry);
  const { now } = server.clock;
  server.clock.now += 3_600_000;
  await publishNotice(server.url, hotel.property, askTemporarily(temporaryPurpose('2026-12-20')), server.clock.now);
  // Yesterday's manifest still serves: what is sent says what was shown then.
  const first = deliver(entry);
  await become(first.delivery, 'received');
  expect(await shownIn(first.delivery.entry())).toEqual({ ...drawn, version: 1, shownAt: now, there: true });

  const late = await sealedOffline(['emergency']);
  server.clock.now += 25 * 3_600_000;
  const { delivery } = deliver(late);
  await become(delivery, 'asking');
  const state = delivery.state();
  expect(state.kind === 'asking' ? state.news.changed : null).toEqual({ ask: [], place: ['temporary'], refill: true });
  expect(await server.store.registration(late.registration)).toBeNull();
  server.clock.now += 60_000;
  const at = server.clock.now;
  answer(delivery, {});
  server.clock.now += 60_000;
  await become(delivery, 'received');
  expect(await shownIn(delivery.entry())).toMatchObject({ version: 2, shownAt: at, there: true });
  expect(givenIn(delivery.entry())).toEqual(['emergency']);
});

test('a server restored from an older backup gets the same bytes again; after a deletion it never does', async () => {
  const backup = `${server.folder}-backup`;
  const entry = await sealedOffline(['emergency']);
  await server.stop();
  await cp(server.folder, backup, { recursive: true });
  server = await startTestServer({ folder: server.folder });
  const first = deliver(entry);
  await become(first.delivery, 'received');
  await server.stop();
  await rm(server.folder, { recursive: true });
  await cp(backup, server.folder, { recursive: true });
  await rm(backup, { recursive: true });
  server = await startTestServer({ folder: server.folder });

  const access = await deriveGuestKeys(entry.secret);
  const { api, delivery, outbox } = deliver(first.delivery.entry());
  await expect(api.status(access)).rejects.toThrow('not_found');
  expect(delivery.state().kind, 'it had a receipt').toBe('received');
  delivery.told(null);
  await become(delivery, 'sending');
  await become(delivery, 'received');
  expect((await api.status(access)).state).toBe('received');
  expect(delivery.entry().body).toBe(entry.body);

  const phone = await GuestPhone.register(server, hotel, ['emergency']);
  await phone.delete();
  await expect(api.register(hotel.property, phone.sealed.body)).rejects.toThrow(Refusal);
  delivery.told({ state: 'erased', seenAt: null, arrivedAt: null });
  await expect.poll(() => outbox.all()).toEqual([]);
});

test('a rule that ended while the phone was offline: the rest goes without its answers, and nothing is asked', async () => {
  const { now } = server.clock;
  const asked = askTemporarily(temporaryPurpose('2026-11-22'));
  const { manifest, publication } = await publishNotice(server.url, hotel.property, asked, now);
  hotel = { ...hotel, manifest, notices: publication.notices };
  const temporary = { ...sampleAnswers, places: [...sampleAnswers.places] };
  const entry = await sealedOffline(['emergency'], { ...sampleDetails, temporary });
  const alone = await sealedOffline([], { ...sampleDetails, temporary });
  expect(givenIn(entry)).toEqual(['emergency', 'temporary']);
  server.clock.now = Date.parse('2026-11-23T00:00:00+08:00');
  const { delivery } = deliver(entry);
  await become(delivery, 'received');
  const after = delivery.entry();
  expect([after.registration, after.secret]).toEqual([entry.registration, entry.secret]);
  expect(givenIn(after)).toEqual(['emergency']);
  // Nothing else was told: there is nothing to send.
  const only = deliver(alone);
  await become(only.delivery, 'dropped');
  expect(await only.outbox.all()).toEqual([]);
});

test('another rule in the place of the one that was answered: it is told, and left to the desk', async () => {
  const askFor = async (asked: string, rule = {}) => {
    const edit = askTemporarily(temporaryPurpose(asked, 0, rule));
    return publishNotice(server.url, hotel.property, edit, server.clock.now);
  };
  const { manifest, publication } = await askFor('2026-11-30');
  hotel = { ...hotel, manifest, notices: publication.notices };
  const temporary = { ...sampleAnswers, places: [...sampleAnswers.places] };
  const entry = await sealedOffline(['emergency'], { ...sampleDetails, temporary });
  await askFor('2026-12-10', { issuedOn: '2026-11-02', fields: ['itinerary'], days: 28 });
  const { delivery } = deliver(entry);
  await become(delivery, 'asking');
  const state = delivery.state();
  expect(state.kind === 'asking' ? state.news.changed : null).toMatchObject({ ask: [], place: ['temporary'] });
  answer(delivery, {});
  await become(delivery, 'received');
  expect(givenIn(delivery.entry())).toEqual(['emergency']);
});
