import { submissionSchema } from '../../../src/protocol/submission.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, loseKeys, printedPoster, test } from './keys-test.ts';

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a hotel that can open nothing says so before anything is asked', async ({
      guest,
      page,
      hotel,
      own,
      expectedErrors,
    }) => {
      expectedErrors.push(/409/);
      await loseKeys(own.url, hotel);
      await page.goto(hotel.posters.lobby);
      const { nobody_can_open: said } = guest.words.problems;
      await expect(page.getByRole('heading', { name: said.title })).toBeVisible();
      await expect(page.getByText(said.text)).toBeVisible();
      await expect(page.locator('input')).toHaveCount(0);
      await expectAccessibleEverywhere(page, 'nobody can open', { widths: [375] });
    });
  });
}

test('keys that go while a guest types: told before sealing, nothing typed is lost', async ({
  guest,
  page,
  hotel,
  own,
  expectedErrors,
}) => {
  expectedErrors.push(/409/);
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.details.title);
  await loseKeys(own.url, hotel);
  await guest.type('name', '林知夏');
  await guest.type('phone', '138 1234 5678');
  await expect(page.getByText(guest.words.problems.nobody_can_open.title)).toBeVisible();
  await expect(page.locator('#field-name')).toHaveValue('林知夏');
});

test('a poster taken out of use sends its guest to the desk; another one of the place registers and counts', async ({
  guest,
  page,
  hotel,
  own,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/403/);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/registrations')) sent.push(request.postData() ?? '');
  });
  const [old, fresh] = [await printedPoster(own.url, hotel, 'lobby'), await printedPoster(own.url, hotel, 'lobby')];
  await guest.open(old.address);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.details.title);
  await old.revoke();
  await guest.type('name', '林知夏');
  await guest.type('phone', '138 1234 5678');
  await expect(page.getByText(guest.words.problems.poster_not_in_use.title)).toBeVisible();
  await expect(page.locator('#field-name')).toHaveValue('林知夏');
  expect(sent).toEqual([]);

  await page.goto('about:blank');
  await guest.open(fresh.address);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '林知夏');
  await guest.type('phone', '138 1234 5678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.locator('.arrival-code__code')).toBeVisible();
  await expect.poll(() => sent.length).toBe(1);
  const { session } = await ownerAtWork(own.url, hotel.property);
  await expect
    .poll(async () => (await session.api.posters()).posters.map(({ registrations }) => registrations))
    .toEqual([0, 1]);
  const { poster } = submissionSchema.parse(JSON.parse(sent[0] ?? ''));
  expect(fresh.address).toContain(poster ?? 'a token');
});
