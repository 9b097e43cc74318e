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
import { expect } from '../fixtures.ts';
import type { Desk } from '../staff/staff-test.ts';

export { expect, test } from '../own-hotel-test.ts';

/** Somebody answers the invitation the owner has on the screen, and the two compare the words. */
export async function answerInvitation(tablet: Desk, owner: Desk, passphrase: string): Promise<void> {
  const { join, team } = tablet.words.staff;
  await tablet.page.getByLabel(join.passphrase, { exact: true }).fill(passphrase);
  await tablet.page.getByLabel(team.again, { exact: true }).fill(passphrase);
  await tablet.press(join.submit);
  await expect(tablet.page.getByText(join.waiting)).toBeVisible();
  const words = await tablet.page.locator('.four-words').innerText();
  await expect(owner.page.locator('.four-words')).toHaveText(words, { useInnerText: true });
}

/** From the team to the question whether somebody is to be removed. */
export async function askToRemove(desk: Desk, name: string): Promise<void> {
  const { person } = desk.words.staff;
  await desk.press(person.manage(name));
  await desk.press(person.remove);
}

/** Back to the team, with nobody removed. */
export async function keepThem(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Escape');
  await desk.press(desk.words.staff.person.back);
}

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
