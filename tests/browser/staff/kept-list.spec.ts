// What the tablet keeps of the list between two sign-ins, in the browser's own database and its own thread.

import type { Page } from '@playwright/test';
import { Desk, expect, test } from './staff-test.ts';

/** What of the list is asked for when somebody signs in: all of it, or what has changed since. */
function asked(page: Page): string[] {
  const ways: string[] = [];
  page.on('request', (request) => {
    const way = /\/staff\/registrations\?(since|before)=/.exec(request.url())?.[1];
    if (way !== undefined) ways.push(way);
  });
  return ways;
}

/** Blocks in the browser's database. */
function blocks(page: Page, property: string): Promise<number> {
  return page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
      });
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return 0;
    const database = await answer(indexedDB.open(name));
    const count = await answer(database.transaction('blocks').objectStore('blocks').count());
    database.close();
    return count;
  }, `foyer-list-${property}`);
}

/** Remembers whether the list ever said that it was empty. */
function watchForEmpty(): void {
  new MutationObserver(() => {
    if (document.querySelector('.guest-list .empty-state') !== null) document.documentElement.dataset['wasEmpty'] = '';
  }).observe(document, { childList: true, subtree: true });
}

test('a second tab reads the list from the server and keeps nothing; the first goes on keeping, for the next morning', async ({
  desk,
  arrives,
  page,
}) => {
  const { property } = desk.hotel;
  const early = await arrives({ name: '早来的人' });
  const first = asked(page);
  await desk.signIn();
  await expect(desk.row(early.registration)).toContainText('早来的人');
  await expect.poll(() => blocks(page, property)).toBe(1);
  expect(first[0]).toBe('before');
  const secondPage = await page.context().newPage();
  const second = asked(secondPage);
  const other = new Desk(secondPage, desk.hotel, 'zh');
  await other.signIn();
  await expect(other.row(early.registration)).toContainText('早来的人');
  expect(second[0]).toBe('before');
  const late = await arrives({ name: '后来的人' });
  await expect(desk.row(late.registration)).toContainText('后来的人');
  await expect(other.row(late.registration)).toContainText('后来的人');
  await secondPage.close();
  await page.close();
  const nextPage = await other.page.context().newPage();
  await nextPage.addInitScript(watchForEmpty);
  const third = asked(nextPage);
  const morning = new Desk(nextPage, desk.hotel, 'zh');
  await morning.signIn();
  await expect(morning.row(early.registration)).toContainText('早来的人');
  await expect(morning.row(late.registration)).toContainText('后来的人');
  expect(third).toEqual(['since']);
  await expect(nextPage.locator('html')).not.toHaveAttribute('data-was-empty');
});

test('a full disk: the list is whole and live, and says nothing of a disk', async ({ desk, arrives, page }) => {
  const early = await arrives({ name: '早来的人' });
  const session = await page.context().newCDPSession(page);
  await page.goto(desk.hotel.staffUrl);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(desk.hotel.staffUrl).origin, quotaSize: 1 });
  await desk.signIn();
  await desk.expectLive();
  await expect(desk.row(early.registration)).toContainText('早来的人');
  const late = await arrives({ name: '后来的人' });
  await expect(desk.row(late.registration)).toContainText('后来的人');
  expect(await blocks(page, desk.hotel.property)).toBe(0);
  await desk.press(desk.words.staff.shell.lock);
  const again = asked(page);
  await desk.type('desk', desk.hotel.people['front-desk'].passphrase);
  await expect(desk.row(late.registration)).toContainText('后来的人');
  expect(again[0]).toBe('before');
});

test('a browser that keeps nothing: the list is read from the server each time', async ({ desk, arrives, page }) => {
  const early = await arrives({ name: '早来的人' });
  // As in private mode: it is there, and every use of it throws.
  await page.route(/list-worker/, async (route) => {
    const response = await route.fetch();
    const refuse = `IDBFactory.prototype.open = () => { throw new DOMException('not in private mode', 'SecurityError'); };`;
    await route.fulfill({ response, body: `${refuse}\n${await response.text()}` });
  });
  await desk.signIn();
  await desk.expectLive();
  await expect(desk.row(early.registration)).toContainText('早来的人');
  expect(await blocks(page, desk.hotel.property)).toBe(0);
  await desk.press(desk.words.staff.shell.lock);
  const again = asked(page);
  await desk.type('desk', desk.hotel.people['front-desk'].passphrase);
  await expect(desk.row(early.registration)).toContainText('早来的人');
  expect(again[0]).toBe('before');
});
