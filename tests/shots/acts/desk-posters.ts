import { pictureOf } from '../../support/camera-film.ts';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import type { Act } from '../act.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

/** The posters on the walls, as a supervisor checks them. */
export const deskPosters: Act = {
  title: 'Desk: the posters on the walls',
  names: ['walls', 'walls-no-camera', 'walls-camera', 'walls-hidden'],
  play: async ({ shoot, newPage, ownHotel, showCamera, words }) => {
    const stage = await ownHotel();
    const { hotel, url } = stage;
    const { posters } = words.staff;
    const page = await newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await signInAtDesk(page, stage, 'supervisor');
    await page.locator('.place-tabs__tab[data-place=posters]').click();
    await page.locator('.scan-posters').waitFor();
    await shoot(page, 'walls');
    await press(posters.scan.camera.start);
    await page.getByText(posters.scan.camera.ends.none.title).waitFor();
    await shoot(page, 'walls-no-camera');
    const swapped = posterUrl(url, hotel.property, 'AAECAwQFBgcICQoLDA0ODw', 'lobby');
    await showCamera(page, [pictureOf(hotel.posters.lobby), pictureOf(swapped)]);
    await press(posters.scan.camera.start);
    await page.locator('.scan-posters__list li').nth(1).waitFor();
    await shoot(page, 'walls-camera');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText(posters.scan.camera.ends.hidden.title).waitFor();
    await shoot(page, 'walls-hidden');
  },
};
