import type { Page } from '@playwright/test';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { signJws } from '../../../src/crypto/jws.ts';
import { manifestJwsType } from '../../../src/protocol/manifest.ts';
import { embedPublished, readEmbedded } from '../../../src/protocol/embedded.ts';
import type { Published } from '../../../src/protocol/published.ts';
import { welcomeDataId } from '../../../src/protocol/welcome-page.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { Act } from '../act.ts';
import { scan } from './choose-yes.ts';

/** What a server in other hands could send instead. */
const changes: Readonly<Record<string, (published: Published, hotel: Hotel) => Promise<Published>>> = {
  signature: async (published) => ({
    ...published,
    manifest: published.manifest.replace(/\.[^.]+$/, `.${'A'.repeat(86)}`),
  }),
  expired: async (published, hotel) => resigned(published, hotel, { expiresAt: '2020-01-01T00:00:00+08:00' }),
  empty: async (published, hotel) => resigned(published, hotel, { purposes: [] }),
  suite: async (published, hotel) => resigned(published, hotel, { suites: ['NONE'] }),
  keys: async (published, hotel) => {
    const { manifest } = hotel.manifest;
    return resigned(published, hotel, { card: manifest.receiptKey });
  },
  property: async (published, hotel) => resigned(published, hotel, { property: 'another234' }),
  notice: async (published) => ({ ...published, notice: `${published.notice} ` }),
};

export const guestRefused: Act = {
  title: 'Guest: refused',
  names: [
    'guest-refused-fingerprint',
    'guest-refused-older',
    ...Object.keys(changes).map((change) => `guest-refused-${change}`),
    'guest-unknown-hotel',
    'guest-start',
    'guest-insecure',
  ],
  play: async ({ shoot, newPage, sharedHotel }) => {
    const { hotel, url } = await sharedHotel();
    const page = await newPage();
    await page.goto(`${hotel.guestUrl}#${'A'.repeat(22)}.reception`);
    await refused(page);
    await shoot(page, 'guest-refused-fingerprint');

    const phone = await newPage();
    await scan(phone, hotel.posters.reception);
    await phone.locator('.seal-with-words').waitFor();
    await phone.evaluate(rememberNewer, hotel.fingerprint);
    await phone.reload();
    await refused(phone);
    await shoot(phone, 'guest-refused-older');

    for (const [name, change] of Object.entries(changes)) {
      const deceived = await newPage();
      await deceived.route(`${hotel.guestUrl}*`, async (route) => {
        const response = await route.fetch();
        const body = await withPublished(await response.text(), async (published) => change(published, hotel));
        await route.fulfill({ response, body });
      });
      await deceived.goto(hotel.posters.reception);
      await refused(deceived);
      await shoot(deceived, `guest-refused-${name}`);
    }

    const lost = await newPage();
    await lost.goto(`${url}/p/aaaaaaaaaa`);
    await shoot(lost, 'guest-unknown-hotel');
    await lost.goto(url);
    await shoot(lost, 'guest-start');

    const insecure = await newPage();
    await insecure.goto(hotel.posters.reception.replace('127.0.0.1', 'foyer.test'));
    await refused(insecure);
    await shoot(insecure, 'guest-insecure');
  },
};

async function refused(page: Page): Promise<void> {
  await page.locator('.refusal-screen').waitFor();
}

async function resigned(published: Published, hotel: Hotel, claims: Readonly<Record<string, unknown>>) {
  const { privateKey } = await importKeyPair(hotel.keys.root, 'sign');
  const text = JSON.stringify({ ...hotel.manifest.manifest, ...claims });
  return { ...published, manifest: await signJws(text, privateKey, manifestJwsType, hotel.fingerprint) };
}

async function withPublished(html: string, change: (published: Published) => Promise<Published>): Promise<string> {
  const data = new RegExp(`(<script type="application/json" id="${welcomeDataId}">)(.*?)(</script>)`, 's');
  const [, , json = ''] = data.exec(html) ?? [];
  const published = readEmbedded(json);
  if (published === null) throw new Error('the page carries no publication');
  const changed = embedPublished(await change(published));
  return html.replace(data, (_, start: string, __, end: string) => `${start}${changed}${end}`);
}

/** In the page: as if this phone had seen a much newer manifest. */
async function rememberNewer(fingerprint: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('foyer-seen', 1);
    opening.addEventListener('error', () => reject(new Error('storage refused')));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('sequences', 'readwrite');
      writing.objectStore('sequences').put(99, fingerprint);
      writing.addEventListener('complete', () => resolve());
    });
  });
}
