import { addDays, toDate } from '../../../src/protocol/time.ts';
import { pages } from '../../../src/protocol/pages.ts';
import { languageNames } from '../../../src/ui/messages/language.ts';
import { GuestPhone, sampleDetails } from '../../support/guest-phone.ts';
import { ownerAtWork, publishNotice } from '../../support/publish-notice.ts';
import { emptyEnvelope } from '../../support/server-fixtures.ts';
import { askTemporarily, sampleAnswers, temporaryPurpose } from '../../support/temporary-purpose.ts';
import type { Act } from '../act.ts';
import { answer, primary, scan } from './choose-yes.ts';
import { chooseGuest, signInAtDesk } from './sign-in-at-desk.ts';

export const temporaryRule: Act = {
  title: 'A temporary rule',
  names: [
    'temporary-owner-form',
    'temporary-asked',
    'temporary-review',
    'temporary-mine',
    'temporary-correct',
    'temporary-certificate',
    'temporary-left-to-desk',
    'temporary-words',
    'temporary-sealed-off',
    'temporary-paper',
  ],
  play: async ({ shoot, newPage, ownHotel, language, words }) => {
    const stage = await ownHotel();
    const { url, hotel } = stage;
    const { noticeEditor: editor, staff } = words;
    const today = toDate(Date.now());
    const window = { whole: false };

    const owner = await newPage();
    await signInAtDesk(owner, stage, 'owner');
    const press = (name: string) => owner.getByRole('button', { name, exact: true }).click();
    await press(editor.title);
    await press(`${editor.temporary.enter}: ${staff.purposes.temporary}`);
    const { name, article, authority } = temporaryPurpose(today).rule ?? {};
    for (const one of ['zh-Hans', 'en'] as const) {
      const t = editor.temporary;
      const fill = (label: string, text = '') => owner.getByLabel(label, { exact: true }).fill(text);
      await fill(t.name(languageNames[one]), name?.[one]);
      await fill(t.article(languageNames[one]), article?.[one]);
      await fill(t.authority(languageNames[one]), authority?.[one]);
    }
    await owner.getByLabel(editor.temporary.issuedOn, { exact: true }).fill(addDays(today, -3));
    await owner.getByLabel(editor.temporary.asked, { exact: true }).fill(addDays(today, 20));
    for (const field of Object.values(editor.temporary.fieldNames))
      await owner.getByLabel(field, { exact: true }).check();
    await owner.locator('.two-columns').first().waitFor();
    await shoot(owner, 'temporary-owner-form');

    const dates = { issuedOn: addDays(today, -3), enteredOn: today };
    const purpose = temporaryPurpose(addDays(today, 20), 0, dates);
    const { manifest, publication } = await publishNotice(url, hotel.property, askTemporarily(purpose), Date.now());
    const asking = { ...hotel, manifest, notices: publication.notices };

    const guest = await newPage();
    await scan(guest, hotel.posters.reception);
    await answer(guest, 'emergency', 'yes');
    await answer(guest, 'temporary', 'here');
    await primary(guest).click();
    await guest.locator('#field-name').fill(language === 'zh-Hans' ? '林小满' : 'Ada Quill');
    await guest.locator('#field-phone').fill('138 1234 5678');
    await guest.locator('#field-temporary-places-0-place').selectOption('CN-42');
    await shoot(guest, 'temporary-asked');
    await guest.locator('#field-temporary-health').selectOption('well');
    await primary(guest).click();
    await guest.locator('.review-screen__envelope').first().waitFor();
    await shoot(guest, 'temporary-review');

    const told = { ...sampleDetails, checkIn: today, checkOut: addDays(today, 2) };
    const register = (who: string, temporary: boolean) => {
      const answers = temporary ? { temporary: { ...sampleAnswers, places: [...sampleAnswers.places] } } : {};
      const clock = { now: Date.now() };
      return GuestPhone.register({ url, clock }, asking, ['emergency'], { ...told, ...answers, name: who });
    };
    const [mine, deletes] = [await register('顾小满', true), await register('苏半夏', true)];
    await register('陆远', false);
    const { session } = await ownerAtWork(url, hotel.property);
    const desk = emptyEnvelope('desk', null, manifest.manifest.card.keyId);
    await session.api.arrive(deletes.registration, { checkOut: told.checkOut, desk });
    await deletes.delete();

    const phone = await newPage();
    await phone.goto(`${url}${pages.registration}#${mine.sealed.secret}`);
    await phone.locator('.choice-card').first().waitFor();
    await shoot(phone, 'temporary-mine');
    await phone.getByRole('button', { name: words.myRegistration.told.change, exact: true }).click();
    await phone.locator('#field-temporary').waitFor();
    await shoot(phone, 'temporary-correct');
    const other = await newPage();
    await other.goto(`${url}${pages.registration}#${deletes.sealed.secret}`);
    await other.locator('.receipt-contents').first().waitFor();
    await shoot(other, 'temporary-certificate');

    const tablet = await newPage();
    await signInAtDesk(tablet, stage, 'front-desk');
    await chooseGuest(tablet, '陆远');
    await tablet.locator('.arrival-form').waitFor();
    await shoot(tablet, 'temporary-left-to-desk');
    await tablet.getByRole('button', { name: staff.words.about(staff.words.topic.temporary), exact: true }).click();
    await tablet.locator('.words-dialog__large').waitFor();
    await shoot(tablet, 'temporary-words', window);
    await tablet.keyboard.press('Escape');
    await tablet.getByRole('button', { name: staff.guest.back, exact: true }).click();
    await tablet.locator('.guest-list__view', { hasText: staff.list.views.all }).click();
    await tablet.locator(`[data-registration="${deletes.registration}"]`).getByRole('button').click();
    await tablet.locator('.sealed-off-lines').waitFor();
    await shoot(tablet, 'temporary-sealed-off', window);
    await tablet.getByRole('button', { name: staff.assisted.open, exact: true }).click();
    await tablet.getByRole('button', { name: staff.assisted.paper, exact: true }).click();
    await tablet.locator('.paper-form').waitFor();
    await shoot(tablet, 'temporary-paper');
  },
};
