import type { Act } from '../act.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

/** Where the way ends: addresses that lead nowhere, a colleague's place, parts that don't come, a page opened insecurely. */
export const deskEdges: Act = {
  title: 'Desk: where the way ends',
  names: [
    'edge-which-hotel',
    'edge-which-hotel-wrong',
    'edge-no-page',
    'edge-insecure',
    'edge-not-yours',
    'edge-place-offline',
    'edge-broken',
  ],
  play: async ({ shoot, newPage, sharedHotel, words }) => {
    const stage = await sharedHotel();
    const { whichHotel, shell } = words.staff;
    const lost = await newPage();
    await lost.goto(`${stage.url}/staff`);
    await lost.getByLabel(whichHotel.code, { exact: true }).waitFor();
    await shoot(lost, 'edge-which-hotel');
    await lost.getByLabel(whichHotel.code, { exact: true }).fill('hotel');
    await lost.locator('button[type=submit]').click();
    await lost.getByText(whichHotel.codeWrong).waitFor();
    await shoot(lost, 'edge-which-hotel-wrong');
    await lost.goto(`${stage.hotel.staffUrl}/team`);
    await shoot(lost, 'edge-no-page');
    await lost.goto(stage.hotel.staffUrl.replace('127.0.0.1', 'foyer.test'));
    await lost.locator('.state-note').waitFor();
    await shoot(lost, 'edge-insecure');

    const page = await newPage();
    await signInAtDesk(page, stage, 'front-desk');
    await page.locator('.place-tabs__tab[data-place=requests]').click();
    await page.evaluate(() => {
      const visit: unknown = Reflect.get(Object(history.state), 'visit');
      history.pushState({ foyer: { place: 'team', registration: null }, visit }, '');
      history.pushState({ foyer: { place: 'desk', registration: null }, visit }, '');
    });
    await page.goBack();
    await page.getByText(shell.notYours).waitFor();
    await shoot(page, 'edge-not-yours');

    const owner = await newPage();
    await signInAtDesk(owner, stage, 'owner');
    await owner.locator('.place-tabs__tab[data-place=settings]').click();
    await owner.locator('.settings-form').waitFor();
    await owner.route('**/api/v1/staff/people*', (route) => route.abort('internetdisconnected'));
    await owner.locator('.place-tabs__tab[data-place=team]').click();
    await owner.locator('.place .state-note').first().waitFor();
    await shoot(owner, 'edge-place-offline');

    const broken = await newPage();
    await broken.route('**/assets/staff/owner-places-*', (route) => route.abort('internetdisconnected'));
    await signInAtDesk(broken, stage, 'owner');
    await broken.locator('.place-tabs__tab[data-place=settings]').click();
    await broken.locator('.state-note--failed, .state-note').first().waitFor();
    await shoot(broken, 'edge-broken');
  },
};
