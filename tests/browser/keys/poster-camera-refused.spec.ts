// Where the camera gives nothing: a photo of the poster is the way out.

import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { filmOf, launchWithCamera, pictureOf, writeFilm } from '../../support/camera-film.ts';
import { expect, printedPoster, test } from './keys-test.ts';

const film = filmOf('refused');

test.use({ locale: 'en-GB', viewport: { width: 1024, height: 768 }, launchOptions: launchWithCamera(film, 'deny') });

test('a supervisor checks posters without making any; where there is no camera to be had, a photo does', async ({
  desk,
  page,
  hotel,
  own,
}) => {
  const { posters, shell } = desk.words.staff;
  const { scan } = posters;
  const printed = await printedPoster(own.url, hotel, 'lobby');
  await desk.signIn(hotel.people.supervisor);
  await desk.press(shell.posters);
  await expect(page.getByRole('button', { name: posters.print, exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: scan.back, exact: true })).toHaveCount(0);

  await desk.press(scan.camera.start);
  await expect(page.getByText(scan.camera.ends.none.title)).toBeVisible();
  // Now there is one, and nobody allows it: what browsers without a window say to everything.
  await writeFilm(page, film, [pictureOf(printed.address)]);
  await desk.press(scan.camera.start);
  await expect(page.getByText(scan.camera.ends.refused.title)).toBeVisible();
  await expectAccessibleEverywhere(page, 'no camera');

  await page.getByLabel(scan.photos, { exact: true }).setInputFiles(pictureOf(printed.address));
  await expect(page.getByRole('list', { name: scan.results }).getByRole('listitem')).toContainText(
    scan.ours(posters.named(posters.channels.lobby, 1)).title,
  );
});
