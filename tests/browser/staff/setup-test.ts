// An empty server, and the owner in front of it.

import type { Page } from '@playwright/test';
import { pages } from '../../../src/protocol/pages.ts';
import { setupTokenOf } from '../../support/make-hotel.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';
import { test as base } from '../fixtures.ts';
import { expect, words } from './staff-test.ts';

export const passphrase = 'the river below the bridge';
const { common, setup, staff } = words.zh;

// A hotel is set up once, so each of these tests has a server of its own.
export const test = base.extend<{ empty: RunningServer; owner: Owner }>({
  empty: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  owner: async ({ page, empty }, use) => {
    await use(new Owner(page, empty));
    // Before its server ends, or it reports that it can't be reached.
    await page.close();
  },
  viewport: { width: 1024, height: 768 },
});

/** The owner in front of the set-up, who answers one question after the other. */
export class Owner {
  readonly page: Page;
  readonly server: RunningServer;

  constructor(page: Page, server: RunningServer) {
    this.page = page;
    this.server = server;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.server.url}${pages.setup}#${setupTokenOf(this.server)}`);
    await this.expectQuestion(setup.welcome.title);
  }

  async expectQuestion(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async answerUpTo(storage: boolean): Promise<void> {
    await this.press(setup.welcome.start);
    await this.expectQuestion(setup.guests.title);
    await this.press(common.next);
    await this.fill(setup.name.label('简体中文'), '青石客栈');
    await this.fill(setup.name.label('English'), 'Bluestone Guesthouse');
    await this.press(common.next);
    await this.page.getByLabel(setup.place.province).selectOption('CN-44');
    await this.fill(setup.place.label('简体中文'), '广州市文明路 12 号');
    await this.fill(setup.place.label('English'), '12 Wenming Road, Guangzhou');
    await this.press(common.next);
    await this.fill(setup.contact.label, '020-8888 1234');
    await this.press(common.next);
    await this.fill(setup.officer.name, '陈青');
    await this.fill(setup.officer.contact, 'chen@bluestone.example');
    await this.press(common.next);
    await this.expectQuestion(setup.complaints.title);
    if (!storage) return;
    await this.press(common.next);
    await this.expectQuestion(setup.purposes.title);
    await this.press(common.next);
    await this.expectQuestion(setup.storage.title);
    await this.press(common.next);
  }

  async finish(): Promise<void> {
    await this.fill(setup.owner.name, '陈青');
    await this.fill(setup.owner.handle, 'chen');
    await this.press(common.next);
    await this.fill(setup.passphrase.label, passphrase);
    await this.fill(staff.team.again, passphrase);
    await this.press(setup.passphrase.submit);
    await expect(this.page.locator('.recovery-paper')).toBeVisible({ timeout: 30_000 });
  }

  /** The code as it is on the sheet, groups and all. */
  async code(): Promise<string> {
    return (await this.page.locator('.recovery-paper__groups li').allTextContents()).join('-');
  }

  get property(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
}

export { expect };
