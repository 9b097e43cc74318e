import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { keepOffersFor, publishNotice } from '../../support/publish-notice.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';
import type { Act } from '../act.ts';
import { answer, primary, scan } from './choose-yes.ts';

const reworded = (profile: PropertyProfile): PropertyProfile => ({
  ...keepOffersFor(36)(profile),
  contact: '020-5550 0888',
  identityRule: { rule: '某市旅馆业管理办法', article: '第九条', term: '一年', enteredOn: '2026-11-27' },
});

export const midForm: Act = {
  title: 'Rules that change while a guest is at it',
  names: ['new-rules-law', 'new-rules-words'],
  play: async ({ shoot, newPage, ownHotel, language, words }) => {
    const { hotel, url } = await ownHotel([]);
    const page = await newPage();
    await scan(page, hotel.posters.lobby);
    for (const purpose of ['emergency', 'offers'] as const) await answer(page, purpose, 'yes');
    await primary(page).click();
    await page.locator('input[name=name]').fill(language === 'en' ? 'Ingrid Solberg' : '林小满');
    const asking = temporaryPurpose(addDays(toDate(Date.now()), 20));
    await publishNotice(url, hotel.property, askTemporarily(asking), Date.now());
    await page.locator('input[type=tel]').fill('13800138000');
    await primary(page).click();
    await page.locator('.review-screen__envelope').first().waitFor();
    await primary(page).click();
    await page.getByRole('heading', { name: words.newRules.title }).waitFor();
    await shoot(page, 'new-rules-law');
    await answer(page, 'temporary', 'desk');
    await primary(page).click();
    await publishNotice(url, hotel.property, reworded, Date.now());
    await page.locator('input[type=tel]').waitFor();
    await primary(page).click();
    await page.locator('.review-screen__envelope').first().waitFor();
    await primary(page).click();
    await page.getByRole('heading', { name: words.newRules.title }).waitFor();
    await shoot(page, 'new-rules-words');
  },
};
