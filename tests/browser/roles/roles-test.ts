// What the tests of who may do what on the screen stand on: the world they all share, and somebody who goes to every screen of it.

import type { Page } from '@playwright/test';
import { type Place, places } from '../../../src/staff/desk/use-where.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import type { Hotel, HotelPerson } from '../../../src/demo/set-up-hotel.ts';
import { exports as exportsEn } from '../../../src/ui/messages/en/exports.ts';
import { exports as exportsZh } from '../../../src/ui/messages/zh-hans/exports.ts';
import { routeOf } from '../../end-to-end/malformed/route-mutations.ts';
import { named, type ScreenName, type ScreenWords } from '../../support/on-screen.ts';
import { type StaffRouteName, staffRoutes } from '../../support/staff-actions.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { Desk, expect, test as base, words } from '../staff/staff-test.ts';
import { makeWorld, type World } from './world.ts';

export const test = base.extend<
  { tourOf: (role: Role) => Tour },
  { world: World; server: RunningServer; hotel: Hotel }
>({
  world: [
    async ({}, use) => {
      const world = await makeWorld();
      await use(world);
      await world.server.stop();
    },
    { scope: 'worker' },
  ],
  server: [async ({ world }, use) => use(world.server), { scope: 'worker' }],
  hotel: [async ({ world }, use) => use(world.own), { scope: 'worker' }],
  tourOf: async ({ page, world, locale }, use) => {
    await use((role) => new Tour(page, world, world.own.people[role], locale?.startsWith('zh') === true ? 'zh' : 'en'));
  },
});

export { expect };

/** Somebody at a tablet who looks at everything there is for them. */
export class Tour extends Desk {
  readonly world: World;
  readonly t: ScreenWords;
  /** What this page has asked of the server, and what it was answered. */
  readonly asked = new Map<StaffRouteName, number>();
  readonly person: HotelPerson;

  constructor(page: Page, world: World, person: HotelPerson, language: 'zh' | 'en') {
    super(page, world.own, language);
    this.world = world;
    this.person = person;
    this.t = { ...words[language], exports: language === 'zh' ? exportsZh : exportsEn };
    page.on('response', (response) => {
      const route = routeOf(response.request().method(), new URL(response.url()).pathname);
      const name = staffRoutes.find((one) => one === route);
      if (name !== undefined) this.asked.set(name, Math.max(response.status(), this.asked.get(name) ?? 0));
    });
  }

  /** To the beginning of a place, also from further inside it. */
  override async go(place: Place): Promise<void> {
    const tab = (one: Place) => this.page.locator(`.place-tabs__tab[data-place="${one}"]`);
    if ((await tab(place).getAttribute('aria-current')) !== null)
      await tab(place === 'desk' ? 'requests' : 'desk').click();
    await tab(place).click();
  }

  /** The places that are offered, in their order. */
  async offeredPlaces(): Promise<Place[]> {
    const tabs = await this.page
      .locator('.place-tabs__tab')
      .evaluateAll((all) => all.map((tab) => tab.dataset['place']));
    return places.filter((place) => tabs.includes(place));
  }

  /** As if the tab's history of this visit led there: the address of the desk is the same everywhere. */
  async comeBackTo(
    place: Place,
    more: { readonly registration?: string; readonly request?: string } = {},
  ): Promise<void> {
    await this.page.evaluate(
      (foyer) => {
        const before: unknown = history.state;
        const visit: unknown = before !== null && typeof before === 'object' ? Reflect.get(before, 'visit') : undefined;
        history.pushState({ foyer, visit }, '');
        history.pushState({ foyer: { place: 'desk', registration: null }, visit }, '');
      },
      { place, registration: null, ...more },
    );
    await this.page.goBack();
  }

  /** Gives this page's browser a screen lock whose owner is there and agrees. */
  async withAuthenticator(): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  }

  async closeDialog(): Promise<void> {
    const dialog = this.page.locator('dialog[open]');
    if ((await dialog.count()) > 0) await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }

  async chooseGuest(registration: string): Promise<void> {
    await this.go('desk');
    await this.page.keyboard.press('4');
    await this.row(registration).getByRole('button').click();
    await expect(this.page.locator('.guest-detail')).toBeVisible();
  }

  async openMinors(registration: string): Promise<void> {
    await this.chooseGuest(registration);
    const { opening, purposes } = this.t.staff;
    await this.press(opening.title(purposes.minors));
    await expect(this.page.locator('.dialog[open]')).toContainText(opening.logged);
  }
}

/** How to come to each screen, from any other. Ends where the screen stands. */
export const reach: Readonly<Record<ScreenName, (tour: Tour) => Promise<void>>> = {
  list: async (tour) => {
    await tour.go('desk');
    await tour.expectLive();
    await expect(tour.row(tour.world.registrations.awaited)).toBeVisible();
    await expect(tour.page.getByText(tour.t.staff.retention.clock)).toBeVisible();
  },
  menu: async (tour) => {
    await tour.press(tour.t.staff.shell.menu);
    await expect(tour.page.locator('.menu-dialog__things')).toBeVisible();
  },
  sessions: async (tour) => {
    await tour.press(tour.t.staff.shell.menu);
    await tour.press(tour.t.staff.shell.sessions);
    // Of other tests as well, where they share a world.
    await expect(tour.page.locator('.sessions-list li').nth(1)).toBeVisible();
  },
  account: async (tour) => {
    const { account, shell } = tour.t.staff;
    await tour.press(shell.menu);
    await tour.press(account.title);
    await tour.page.getByLabel(account.name, { exact: true }).fill(named.passkey);
    await tour.page.getByLabel(account.own, { exact: true }).fill(tour.person.passphrase);
    await tour.press(account.add);
    await expect(tour.page.locator('.own-passkeys__list')).toContainText(named.passkey);
  },
  training: async (tour) => {
    const { training, shell } = tour.t.staff;
    await tour.press(shell.menu);
    await tour.press(training.title);
    await expect(tour.page.getByRole('heading', { level: 1, name: training.title })).toBeVisible();
  },
  'awaited guest': (tour) => tour.chooseGuest(tour.world.registrations.awaited),
  'guest in house': (tour) => tour.chooseGuest(tour.world.registrations.inHouse),
  child: (tour) => tour.openMinors(tour.world.registrations.child),
  'child asked for': (tour) => tour.openMinors(tour.world.registrations.askedFor),
  requests: async (tour) => {
    await tour.go('requests');
    await expect(tour.page.locator('.request-row')).toHaveCount(2);
  },
  'request form': async (tour) => {
    await tour.go('requests');
    await tour.press(tour.t.requests.openOne);
    await expect(tour.page.locator('.open-request-form')).toBeVisible();
  },
  'open request': async (tour) => {
    await tour.go('requests');
    await tour.page.locator(`[data-request="${tour.world.requests.open}"]`).click();
    await expect(tour.page.locator('.step-list')).toBeVisible();
  },
  'done request': async (tour) => {
    await tour.go('requests');
    await tour.page.locator(`[data-request="${tour.world.requests.done}"]`).click();
    await expect(tour.page.locator('.certificate .qr-code').first()).toBeVisible();
  },
  'paper register': async (tour) => {
    await tour.go('paper-register');
    await expect(tour.page.locator('.paper-register__line')).toHaveCount(1);
  },
  register: async (tour) => {
    await tour.go('register');
    await tour.page.locator('.register-place__line').getByRole('checkbox').check();
  },
  'register guest': async (tour) => {
    await tour.go('register');
    await tour.page.locator('.register-place__line').getByRole('button').click();
    await expect(tour.page.getByText(tour.t.staff.register.markText)).toBeVisible();
  },
  notice: async (tour) => {
    await tour.go('notice');
    await expect(tour.page.getByText(tour.t.noticeEditor.lead)).toBeVisible();
  },
  'notice review': async (tour) => {
    const { common, noticeEditor, staff } = tour.t;
    await tour.go('notice');
    await tour.press(`${common.edit}: ${staff.purposes.offers}`);
    await tour.press(noticeEditor.retire);
    await tour.press(noticeEditor.review);
    await expect(tour.page.locator('[data-purpose=offers]')).toBeVisible();
  },
  posters: async (tour) => {
    await tour.go('posters');
    // Whoever doesn't make them checks those on the walls.
    await expect(tour.page.locator('.poster-choice__list li, .scan-posters__list')).toHaveCount(1);
  },
  recovery: async (tour) => {
    await tour.go('recovery');
    await expect(tour.page.getByText(tour.t.staff.recovery.why)).toBeVisible();
  },
  rehearsal: async (tour) => {
    await tour.go('recovery');
    await tour.press(tour.t.staff.recovery.rehearse);
    await expect(tour.page.getByText(tour.t.staff.recovery.rehearsal.text)).toBeVisible();
  },
  retention: async (tour) => {
    await tour.go('retention');
    await expect(tour.page.getByText(tour.t.staff.retention.runsText)).toBeVisible();
  },
  records: async (tour) => {
    await tour.go('records');
    await expect(tour.page.getByText(tour.t.records.keptNone)).toBeVisible();
    await expect(tour.page.getByText(tour.t.exports.text)).toBeVisible();
  },
  team: async (tour) => {
    await tour.go('team');
    await expect(tour.page.locator('.team-place__people')).toHaveCount(2);
  },
  'invite form': async (tour) => {
    await tour.go('team');
    await tour.press(tour.t.staff.team.add);
    await expect(tour.page.getByText(tour.t.staff.team.addText)).toBeVisible();
  },
  invitation: async (tour) => {
    await tour.go('team');
    await tour.press(tour.t.staff.team.showInvitation(named.waiting));
    await expect(tour.page.getByText(tour.t.staff.invitation.waiting)).toBeVisible();
  },
  'four words': async (tour) => {
    await tour.go('team');
    await tour.press(tour.t.staff.team.showInvitation(named.answered));
    await expect(tour.page.locator('.four-words')).toBeVisible();
  },
  person: async (tour) => {
    const { person, team } = tour.t.staff;
    await tour.go('team');
    await tour.press(person.manage(tour.hotel.people['front-desk'].displayName));
    await expect(tour.page.getByLabel(team.role)).toBeVisible();
  },
  settings: async (tour) => {
    await tour.go('settings');
    await expect(tour.page.locator('.settings-form')).toBeVisible();
  },
};
