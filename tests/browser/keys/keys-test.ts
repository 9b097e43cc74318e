// What every test of keys and posters stands on: a hotel of its own, and what can happen to it.

import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { signManifest } from '../../../src/crypto/sign-manifest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { SealingKey } from '../../../src/protocol/manifest.ts';
import type { PosterChannel } from '../../../src/protocol/poster.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';

export { expect, test } from '../own-hotel-test.ts';

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
