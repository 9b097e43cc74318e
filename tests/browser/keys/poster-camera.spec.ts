// The posters on the walls through the camera. The browser's stand-in for one plays a film of what the test made.

import type { Page } from '@playwright/test';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { download } from '../staff/read-poster.ts';
import { filmOf, launchWithCamera, pictureOf, writeFilm } from '../../support/camera-film.ts';
import { expect, test } from './keys-test.ts';

const film = filmOf('allowed');

test.use({ locale: 'zh-CN', viewport: { width: 1024, height: 768 }, launchOptions: launchWithCamera(film, 'allow') });

/** Keeps every stream the page was given, to see that it lets go of them. */
async function watchStreams(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const given: MediaStream[] = [];
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wishes) => {
      const stream = await ask(wishes);
      given.push(stream);
      return stream;
    };
    Object.assign(window, { tracks: () => given.flatMap((one) => one.getTracks().map((track) => track.readyState)) });
  });
  return () => page.evaluate<string[]>('window.tracks()');
}

test('the owner walks along the walls with the camera: the own poster is known, a swapped one is called out, and the camera goes off with the page', async ({
  desk,
  page,
  hotel,
}) => {
  test.slow();
  const { posters, shell } = desk.words.staff;
  const tracks = await watchStreams(page);
  await desk.signIn(hotel.people.owner);
  await desk.press(shell.posters);
  await page.getByRole('checkbox', { name: posters.printAnyway, exact: true }).check();
  const own = { mimeType: 'image/png', buffer: await download(page, posters.png) };
  const { origin } = new URL(hotel.guestUrl);
  const swapped = posterUrl(origin, hotel.property, 'AAECAwQFBgcICQoLDA0ODw', 'reception');
  await writeFilm(page, film, [own, null, pictureOf(swapped), null]);

  await desk.press(posters.scan.open);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  await desk.press(posters.scan.camera.start);
  const results = page.getByRole('list', { name: posters.scan.results }).getByRole('listitem');
  const named = posters.named(posters.channels.reception, 1);
  await expect(results.filter({ hasText: posters.scan.ours(named).title })).not.toHaveCount(0);
  await expect(results.filter({ hasText: posters.scan['other-key'].title })).not.toHaveCount(0);
  expect(await tracks()).toEqual(['live']);
  await expectAccessibleEverywhere(page, 'posters by camera');
  await desk.press(posters.scan.camera.stop);
  expect(await tracks()).toEqual(['ended']);
  // Neither a picture nor what stood in a code left the tablet.
  expect(sent.filter((request) => !/^GET .*\/assets\/staff\//.test(request) && !request.includes('/changes'))).toEqual(
    [],
  );

  await desk.press(posters.scan.camera.start);
  await expect.poll(tracks).toEqual(['ended', 'live']);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.getByText(posters.scan.camera.ends.hidden.title)).toBeVisible();
  expect(await tracks()).toEqual(['ended', 'ended']);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });
  await desk.press(posters.scan.camera.start);
  await expect.poll(tracks).toEqual(['ended', 'ended', 'live']);
  await desk.press(shell.desk);
  await expect.poll(tracks).toEqual(['ended', 'ended', 'ended']);
});
