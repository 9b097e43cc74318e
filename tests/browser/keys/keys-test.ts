// A hotel of each test's own: what happens to its keys and posters would not be undone for the next.

import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { signManifest } from '../../../src/crypto/sign-manifest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { SealingKey } from '../../../src/protocol/manifest.ts';
import type { PosterChannel } from '../../../src/protocol/poster.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { test as base } from '../fixtures.ts';
import { Guest } from '../guest/guest-test.ts';
import { Desk, expect } from '../staff/staff-test.ts';

export const test = base.extend<{ own: RunningServer; hotel: Hotel; desk: Desk; guest: Guest }>({
  own: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  hotel: async ({ own }, use) => {
    await use(await makeHotel(own));
  },
  desk: async ({ page, hotel, locale }, use) => {
    await use(new Desk(page, hotel, locale?.startsWith('zh') === true ? 'zh' : 'en'));
    // Before its server ends, or it reports that it can't be reached.
    await page.close();
  },
  guest: async ({ page, hotel, locale }, use) => {
    expect(hotel.guestUrl).toContain('/p/');
    await use(new Guest(page, locale?.startsWith('zh') === true ? 'zh' : 'en'));
    await page.close();
  },
});

export { expect };

/** A poster with a token, as the owner would print it. */
export async function printedPoster(url: string, hotel: Hotel, channel: PosterChannel) {
  const { session } = await ownerAtWork(url, hotel.property);
  const { poster } = await session.api.makePoster(channel);
  return {
    address: posterUrl(new URL(hotel.guestUrl).origin, hotel.property, hotel.fingerprint, channel, poster),
    revoke: () => session.api.revokePoster(poster),
  };
}

/** New keys that were sealed to nobody: as after the last holder's tablet and passphrase are gone. */
export async function loseKeys(url: string, hotel: Hotel): Promise<void> {
  const { session, hotel: current } = await ownerAtWork(url, hotel.property);
  const { manifest } = current.manifest;
  const fresh = async () => sealingKey(await generateKeyPair());
  const keys: Partial<Record<PurposeId, SealingKey>> = {};
  for (const { id } of manifest.purposes) keys[id] = await fresh();
  const { root } = hotel.keys;
  const next = await signManifest({
    property: hotel.property,
    jurisdiction: manifest.jurisdiction,
    root: { publicKey: root.publicKey, signingKey: (await importKeyPair(root, 'sign')).privateKey },
    card: await fresh(),
    keys,
    receiptKey: manifest.receiptKey,
    notices: hotel.notices,
    epoch: manifest.epoch + 1,
    previous: current.manifest,
    now: Date.now(),
    validDays: 400,
  });
  await session.api.publish({ profile: current.profile, manifest: next.jws, notices: hotel.notices });
}

/** A code nobody printed for this hotel. */
export function strangersSecret(): Uint8Array<ArrayBuffer> {
  return randomBytes(32);
}
