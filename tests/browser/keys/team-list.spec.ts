// People whose key no owner has vouched for, and an owner whom another brings back: seen and done on the screens.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { peopleSchema } from '../../../src/protocol/api.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { openOwnKeys } from '../../../src/staff/session/sign-in.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { invitationLink } from '../../support/invitation-link.ts';
import { passphrases, quickParameters } from '../../support/make-hotel.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { answerInvitation, askToRemove, expect, keepThem, test } from './keys-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const fresh = 'nine folded paper boats';
const zhou = { handle: 'zhou', displayName: '周明 Zhou', passphrase: 'the second lantern of spring' };

/** As it was before there were team lists. */
function withoutList({ dataDir }: Pick<RunningServer, 'dataDir'>): void {
  const database = new DatabaseSync(join(dataDir, 'foyer.db'));
  database.exec('PRAGMA busy_timeout = 5000; DELETE FROM team_lists');
  database.close();
}

/** A second owner, who has joined as anybody does. */
async function secondOwner(url: string, hotel: Hotel): Promise<void> {
  const { door, session } = await ownerAtWork(url, hotel.property);
  const tools = { now: Date.now(), random: randomBytes };
  const wishes = { ...zhou, role: 'owner' as const, purposes: [] };
  const id = await invitePerson(session, wishes, tools);
  const waiting = async () => {
    const found = (await session.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such invitation');
    return found;
  };
  const link = { fingerprint: hotel.fingerprint, secret: await secretOf(session, await waiting()) };
  const answer = await makeAnswer(link, zhou.passphrase, { ...tools, parameters: quickParameters }, undefined);
  await staffDoor(fetch, url).answerInvitation(answer);
  const { root } = await openOwnKeys(door, session, passphrases.owner);
  await confirmInvitation(door, session, await waiting(), { root, now: Date.now() });
}

for (const { locale, run } of bothLanguages('zh')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a passphrase is forgotten in a hotel from before the list: nobody is confirmed but the owner, until four words are compared', async ({
      desk,
      page,
      hotel,
      own,
      newTablet,
      expectedErrors,
    }) => {
      test.slow();
      expectedErrors.push(/401/);
      withoutList(own);
      const { staff, problems } = desk.words;
      const { again, consequences } = staff.person;
      const { displayName, handle, passphrase } = hotel.people['front-desk'];
      const { supervisor } = hotel.people;
      await desk.signIn(hotel.people.owner);
      await desk.press(staff.shell.team);
      await expect(page.getByText(staff.team.unconfirmed, { exact: true })).toHaveCount(2);
      await expectAccessibleEverywhere(page, 'a team nobody has confirmed', { widths: [375, 1024] });
      await askToRemove(desk, supervisor.displayName);
      await expect(page.getByText(consequences.unconfirmed(displayName))).toBeVisible();
      await keepThem(desk);

      await desk.press(staff.person.manage(displayName));
      await desk.press(staff.person.give(staff.purposes.offers));
      await expect(page.getByText(problems.team_unlisted.title)).toBeVisible();
      await desk.press(again.open(displayName));
      await page.getByText(again.forgotten, { exact: true }).click();
      await expect(page.getByText(again.forgottenText)).toBeVisible();
      await desk.press(staff.team.submit);
      await expect(page.getByText(staff.invitation.waiting)).toBeVisible();

      const tablet = await newTablet();
      await tablet.page.goto(await invitationLink(page));
      await answerInvitation(tablet, desk, fresh);
      await desk.press(staff.invitation.same);
      await expect(page.getByText(staff.team.unconfirmed, { exact: true })).toHaveCount(1);

      await tablet.press(staff.join.toSignIn);
      await tablet.type(handle, passphrase);
      await expect(tablet.page.getByText(problems.sign_in_failed.title)).toBeVisible();
      await tablet.type(handle, fresh);
      await tablet.expectLive();
      await tablet.page.close();
      await desk.press(staff.person.manage(displayName));
      await desk.press(staff.person.give(staff.purposes.offers));
      await expect(page.getByText(staff.person.given)).toBeVisible();
    });

    test('somebody of the signed list whom the server leaves out is shown by their signed name, and can be removed', async ({
      desk,
      page,
      hotel,
      own,
      expectedErrors,
    }) => {
      // Signing out after the renewal, which has ended the session.
      expectedErrors.push(/401/);
      const { staff } = desk.words;
      const { supervisor, 'front-desk': lin } = hotel.people;
      await page.route('**/people', async (route) => {
        const response = await route.fetch();
        const { people, team } = peopleSchema.parse(await response.json());
        await route.fulfill({ response, json: { people: people.filter(({ id }) => id !== supervisor.id), team } });
      });
      await desk.signIn(hotel.people.owner);
      await desk.press(staff.shell.team);
      await expect(page.getByText(staff.team.unnamed, { exact: true })).toHaveCount(1);
      await expectAccessibleEverywhere(page, 'a team of which the server leaves somebody out', { widths: [375, 1024] });
      // Whoever else is removed, they would be without new keys, and the owner reads so.
      await askToRemove(desk, lin.displayName);
      await expect(page.getByText(staff.person.consequences.unconfirmed(supervisor.displayName))).toBeVisible();
      await keepThem(desk);
      await desk.press(staff.team.removeUnnamed(supervisor.displayName));
      const signedOut = page.waitForResponse('**/sign-out');
      await desk.press(staff.person.removeSubmit);
      await signedOut;
      await expect(page.getByText(staff.person.removeTitle(supervisor.displayName))).toHaveCount(0);
      await expect.poll(async () => (await ownerAtWork(own.url, hotel.property)).session.api.people()).toHaveLength(2);
    });

    test('an owner who lost everything is brought back by the second, and an older list is refused on their tablet', async ({
      desk,
      page,
      hotel,
      own,
      newTablet,
    }) => {
      test.slow();
      await secondOwner(own.url, hotel);
      const { staff, problems } = desk.words;
      const { again } = staff.person;
      const { owner } = hotel.people;
      await desk.signIn({ ...owner, ...zhou });
      await desk.press(staff.shell.team);
      await expect(page.getByText(staff.team.oneOwner)).toHaveCount(0);
      await desk.press(staff.person.manage(owner.displayName));
      await desk.press(again.open(owner.displayName));
      await page.getByText(again.forgotten, { exact: true }).click();
      await desk.press(staff.team.submit);
      await expect(page.getByText(staff.invitation.waiting)).toBeVisible();

      const tablet = await newTablet();
      await tablet.page.goto(await invitationLink(page));
      await answerInvitation(tablet, desk, fresh);
      await page.getByLabel(staff.team.ownPassphrase, { exact: true }).fill(zhou.passphrase);
      await desk.press(staff.invitation.same);
      await expect(page.getByText(staff.team.added(owner.displayName))).toBeVisible();

      // Back with every key and the root: the team is theirs to manage again.
      await tablet.press(staff.join.toSignIn);
      await tablet.type(owner.handle, fresh);
      await tablet.expectLive();
      await tablet.press(staff.shell.team);
      await expect(tablet.page.getByText(staff.team.unconfirmed, { exact: true })).toHaveCount(0);

      // The server loses the list: this tablet has seen it, and says so.
      withoutList(own);
      await tablet.press(staff.shell.lock);
      await tablet.type(owner.handle, fresh);
      await expect(tablet.page.getByText(staff.shell.teamRefused)).toBeVisible();
      await tablet.press(staff.shell.toTeam);
      await expect(tablet.page.getByText(problems.team_older.title)).toBeVisible();
      await expect(tablet.page.getByText(staff.shell.teamRefused)).toHaveCount(0);
      await expectAccessibleEverywhere(tablet.page, 'a team list that is refused', { widths: [375, 1024] });
      await tablet.press(staff.team.anew);
      await expect(tablet.page.getByText(staff.team.anewDone)).toBeVisible();
      await expect(tablet.page.getByText(staff.team.unconfirmed, { exact: true })).toHaveCount(3);
      // Nothing is refused any more, so no other place says it is.
      await tablet.press(staff.shell.desk);
      await tablet.expectLive();
      await expect(tablet.page.getByText(staff.shell.teamRefused)).toHaveCount(0);
      await tablet.page.close();
    });
  });
}
