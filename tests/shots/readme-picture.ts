import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { answer, primary, scan } from './acts/choose-yes.ts';
import { chooseGuest, signInAtDesk } from './acts/sign-in-at-desk.ts';
import type { ShotHotel } from './shot-hotel.ts';
import { sizes } from './variants.ts';

const [phone, , tablet] = sizes;

/** The README's picture: one guest's welcome and receipt, and the desk of the same hotel with that guest. */
export async function takeReadmePicture(browser: Browser, stage: ShotHotel, file: string): Promise<void> {
  const options = {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  } as const;
  const context = await browser.newContext(options);
  try {
    const guest = await context.newPage();
    await guest.setViewportSize(phone);
    await scan(guest, stage.hotel.posters.reception);
    const welcome = await look(guest);
    await answer(guest, 'emergency', 'yes');
    await answer(guest, 'billing', 'yes');
    await primary(guest).click();
    await guest.locator('input[name=name]').fill('林小满');
    await guest.locator('input[type=tel]').fill('13800138000');
    await primary(guest).click();
    await guest.locator('.review-screen__envelope').first().waitFor();
    await primary(guest).click();
    await guest.locator('.state-note--received').waitFor();

    const desk = await context.newPage();
    await desk.setViewportSize(tablet);
    await signInAtDesk(desk, stage, 'front-desk');
    await chooseGuest(desk, '林小满');
    await desk.locator('[data-key=open]').first().click();
    await desk.locator('.opening-dialog__reasons button').first().click();
    await desk.locator('.opened-panel').waitFor();
    const opened = await look(desk);
    await guest.locator('.state-note--seen').waitFor({ timeout: 45_000 });
    await guest.evaluate(() => window.scrollTo(0, 0));
    const receipt = await look(guest);

    const sheet = await context.newPage();
    await sheet.setViewportSize({ width: 1880, height: 892 });
    await sheet.setContent(sideBySide([welcome, receipt, opened]));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await sheet.screenshot());
  } finally {
    await context.close();
  }
}

async function look(page: Page): Promise<string> {
  return (await page.screenshot({ animations: 'disabled' })).toString('base64');
}

const sideBySide = (pictures: readonly string[]) => `<!doctype html>
<style>
body { display: flex; gap: 26px; align-items: center; justify-content: center; margin: 0; height: 100vh; background: #e6e0d5; }
img { display: block; border-radius: 14px; outline: 1px solid #cfc7b8; }
</style>
${pictures.map((picture) => `<img src="data:image/png;base64,${picture}" alt="">`).join('')}`;
