import { peopleSchema } from '../../../src/protocol/api.ts';
import { invitationsSchema } from '../../../src/protocol/invitation.ts';
import { invitationLink } from '../../support/invitation-link.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { answerInvitation, expect, test } from './keys-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a tablet in other hands: invited again, somebody comes back as themselves with keys nobody else has', async ({
      desk,
      page,
      hotel,
      newTablet,
      expectedErrors,
    }) => {
      test.slow();
      expectedErrors.push(/401/, /ERR_FAILED/);
      const { staff, problems, common } = desk.words;
      const { again } = staff.person;
      const { displayName, handle, passphrase } = hotel.people['front-desk'];
      const fresh = 'nine folded paper boats';
      const tablet = await newTablet();
      await tablet.signIn();
      await tablet.expectLive();

      // Somebody the server names and no owner has vouched for: they would be without keys.
      const stranger = { id: 'A'.repeat(22), displayName: '顾 Stranger', handle: 'stranger' };
      await page.route('**/people', async (route) => {
        const response = await route.fetch();
        const { people, team } = peopleSchema.parse(await response.json());
        const more = people.flatMap((one) => (one.role === 'supervisor' ? [one, { ...one, ...stranger }] : [one]));
        await route.fulfill({ response, json: { people: more, team } });
      });
      const withoutKeys = page.getByText(staff.person.consequences.unconfirmed(stranger.displayName));
      await desk.signIn(hotel.people.owner);
      await desk.press(staff.shell.team);
      await desk.press(staff.person.manage(hotel.people.owner.displayName));
      await expect(page.getByText(again.heading)).toHaveCount(0);
      await desk.press(staff.person.back);
      await desk.press(staff.person.manage(displayName));
      await desk.press(again.open(displayName));
      await desk.press(staff.team.submit);
      await expect(page.getByText(again.unanswered)).toBeVisible();
      await page.getByText(again.exposed, { exact: true }).click();
      await expect(page.getByText(again.exposedText)).toBeVisible();
      await expect(withoutKeys).toBeVisible();
      await expectAccessibleEverywhere(page, 'invited again');
      await desk.press(staff.team.submit);
      await expect(page.getByText(staff.invitation.waiting)).toBeVisible();
      await expect(tablet.page.getByText(problems.session_ended.title)).toBeVisible();
      await tablet.type(handle, passphrase);
      await expect(tablet.page.getByText(problems.sign_in_failed.title)).toBeVisible();

      // Had its half hour run out, the team's place would say that they stay shut out, and what can be done.
      const { team } = staff;
      await page.route(/\/staff\/invitations$/, async (route) => {
        const response = await route.fetch();
        const { invitations } = invitationsSchema.parse(await response.json());
        const expired = invitations.map((one) => ({ ...one, state: 'expired' }));
        await route.fulfill({ response, json: { invitations: expired } });
      });
      await expect(page.getByText(staff.invitation.overShutOut)).toBeVisible();
      await desk.press(staff.invitation.toTeam);
      await expect(page.getByText(team.shutOutText)).toBeVisible();
      await expect(page.getByRole('button', { name: team.letIn(displayName), exact: true })).toBeVisible();
      await expectAccessibleEverywhere(page, 'shut out');
      await page.unroute(/\/staff\/invitations$/);
      // Until then nothing new is sealed to what they had: neither a purpose, nor new keys that are made for another reason.
      await desk.press(staff.person.manage(displayName));
      await expect(page.getByText(staff.person.shutOutText)).toBeVisible();
      await expect(page.getByRole('button', { name: staff.person.give(staff.purposes.membership) })).toHaveCount(0);
      await desk.press(staff.person.back);
      await desk.press(staff.person.manage(hotel.people.owner.displayName));
      await desk.press(staff.person.renew);
      await expect(page.getByText(staff.person.consequences.shutOut(displayName))).toBeVisible();
      await page.keyboard.press('Escape');
      await desk.press(staff.person.back);
      await desk.press(team.showInvitation(displayName));

      const link = await invitationLink(page);
      await tablet.page.goto('about:blank');
      await tablet.page.goto(link);
      await expect(tablet.page.getByText(staff.join.againTitle(displayName))).toBeVisible();
      await expectAccessibleEverywhere(tablet.page, 'back with new keys', { widths: [375] });
      // Who will be without keys can't be read: an impostor is still sent away.
      await page.route(/\/staff\/people$/, (route) => route.abort());
      await answerInvitation(tablet, desk, fresh);
      await expect(page.getByRole('button', { name: staff.invitation.different, exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: staff.invitation.same, exact: true })).toHaveCount(0);
      await page.unroute(/\/staff\/people$/);
      await desk.press(common.retry);
      await expect(page.getByText(staff.person.consequences.sheet)).toBeVisible();
      await expect(withoutKeys).toBeVisible();
      await desk.press(staff.invitation.same);
      await expect(page.getByText(staff.signIn.newKeys)).toBeVisible();

      await tablet.press(staff.join.toSignIn);
      await tablet.type(handle, fresh);
      await tablet.expectLive();
      await tablet.page.close();
      await desk.type(hotel.people.owner.handle, hotel.people.owner.passphrase);
      await desk.press(staff.shell.team);
      await expect(page.getByRole('button', { name: staff.person.manage(displayName), exact: true })).toHaveCount(1);
      await desk.press(staff.shell.lock);
      await expect(page.getByText(staff.signIn.locked, { exact: true })).toBeVisible();
    });
  });
}
