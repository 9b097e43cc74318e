// A hotel whose every byte on the wire is recorded, and a planted guest who types everything there is to type.

import type { Page } from '@playwright/test';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { type RecordingProxy, startRecordingProxy } from '../../end-to-end/blindness/recording-proxy.ts';
import type { PlantedGuest } from '../../end-to-end/blindness/planted-guests.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { test as base } from '../fixtures.ts';
import { Guest } from '../guest/guest-test.ts';

/** Public on purpose, so that it must be found wherever the search looks on the server's side. */
export const hotelCanary = 'canary-of-the-hotel-竹里雀';

export interface BlindStage {
  readonly server: RunningServer;
  readonly proxy: RecordingProxy;
  readonly hotel: Hotel;
}

export const test = base.extend<{ stage: BlindStage }>({
  stage: async ({}, use) => {
    const running: { server: RunningServer | null } = { server: null };
    const proxy = await startRecordingProxy(() => running.server?.url ?? '');
    const server = await startServer({ env: { PUBLIC_URL: proxy.url } });
    running.server = server;
    const name = { ...sampleProfile.name, 'zh-Hans': hotelCanary };
    const hotel = await makeHotel({ url: proxy.url, output: server.output }, { name });
    await use({ server, proxy, hotel });
    await proxy.stop();
    await server.stop();
  },
});
export { expect } from '../fixtures.ts';

const consents: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers'];

/** From the poster to the review screen, with the real fields. */
export async function fillIn(page: Page, hotel: Hotel, { raw }: PlantedGuest): Promise<Guest> {
  const guest = new Guest(page, 'zh');
  const { details } = guest.words.guest;
  await guest.open(hotel.posters.reception);
  for (const purpose of consents) await guest.answer(purpose, 'yes');
  await guest.answer('identity', 'here');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(details.title);
  await guest.type('name', raw.name);
  await guest.type('phone', raw.phone);
  await guest.press(details.useEmail);
  await guest.type('email', raw.email);
  for (const [at, person] of raw.people.entries()) {
    if (at > 0) {
      await guest.press(details.addPerson);
      await guest.type(`people-${at}-name`, person.name);
    }
    await guest.pick(`people-${at}-documentKind`, person.documentKind);
    await guest.type(`people-${at}-documentNumber`, person.documentNumber);
    if (person.documentKind === 'resident-id') continue;
    await guest.pick(`people-${at}-nationality`, person.nationality);
    await guest.type(`people-${at}-birthDate`, person.birthDate);
  }
  for (const [at, minor] of raw.minors.entries()) {
    await guest.press(details.addMinor);
    await guest.type(`minors-${at}-minorName`, minor.minorName);
    await guest.pick(`minors-${at}-minorAge`, minor.minorAge);
    await guest.type(`minors-${at}-guardianName`, minor.guardianName);
    await guest.type(`minors-${at}-guardianRelation`, minor.guardianRelation);
    await guest.type(`minors-${at}-guardianContact`, minor.guardianContact);
  }
  await guest.press(details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
  return guest;
}
