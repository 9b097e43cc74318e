// A child of whom only the guardian wrote, on the way to the police's system, by a front desk that was trusted with the register.

import { readFile } from 'node:fs/promises';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { Hotel, HotelPerson } from '../../../src/demo/set-up-hotel.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { quickParameters } from '../../support/make-hotel.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, test as base } from '../own-hotel-test.ts';
import { Desk, logEntries } from './staff-test.ts';

/** The front desk of each test's own hotel was trusted with the register. */
const test = base.extend({
  viewport: { width: 1024, height: 768 },
  hotel: async ({ house: { hotel }, own }, use) => {
    const { session } = await ownerAtWork(own.url, hotel.property);
    const person = (await session.api.people()).find(({ id }) => id === hotel.people['front-desk'].id);
    if (person === undefined) throw new TypeError('nobody at the front desk');
    await givePurpose(session, person, 'identity', Date.now());
    await use(hotel);
  },
});

const family = {
  name: '周作人',
  document: null,
  child: { name: '周小丰', age: 'under-14', relation: '父亲' },
  partySize: 2,
} as const;

test('a child of whom only the guardian wrote is in the register; an approval for the list isn’t one for it, nor the other way round', async ({
  desk,
  arrives,
  browser,
  watch,
  hotel,
  page,
  own,
}) => {
  const { approvals: t, staff } = desk.words;
  const { register } = staff;
  const guest = await arrives(family);
  const context = watch(await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 768 } }));
  const supervisor = new Desk(await context.newPage(), hotel, 'zh');
  await supervisor.signIn(hotel.people.supervisor);
  await supervisor.expectLive();
  await desk.signIn();
  await desk.expectLive();
  await desk.choose(guest);
  await desk.confirmArrival('210');
  const { opening, purposes } = staff;
  await desk.press(opening.title(purposes.minors));
  await desk.press(opening.reasons['check-in']);
  await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
  await supervisor.press(t.approve);
  await expect(page.getByText(t.askedFor(opening.reasons['check-in']))).toBeVisible();
  await expect(page.getByRole('button', { name: t.openNow })).toBeVisible();
  await desk.press(desk.words.common.close);
  await desk.go('register');
  await page.locator('.register-place__line', { hasText: family.name }).getByRole('button').click();
  await expect(page.getByText(register.atDesk)).toBeVisible();
  await expect(page.getByText(t.needed)).toBeVisible();
  await expect(page.getByRole('button', { name: register.open })).toHaveCount(0);
  await desk.press(register.askApproval);
  await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
  await expectAccessible(page, 'an approval asked for in the register');
  await supervisor.press(t.approve);
  await desk.press(t.openNow);
  const fields = page.locator('.register-fields');
  await expect(fields).toContainText(family.child.name);
  await expect(fields).toContainText(register.noDocument);
  await expectAccessible(page, 'a child in the register');
  await desk.go('desk');
  await page.locator('.guest-list__view', { hasText: staff.list.views.all }).click();
  await desk.choose(guest);
  await desk.press(opening.title(purposes.minors));
  await expect(page.getByText(t.askedFor(opening.reasons['legal-duty']))).toBeVisible();
  await desk.press(t.otherReason);
  await desk.press(opening.reasons['check-in']);
  await expect(page.getByText(t.askedFor(opening.reasons['check-in']))).toBeVisible();
  await expectAccessible(page, 'an approval beside one for another reason');
  await desk.press(t.openNow);
  await expect(page.locator('.opened-panel')).toContainText(family.child.name);
  const about = logEntries(own).filter(({ registration, purpose }) => {
    return registration === guest.registration && purpose === 'minors';
  });
  expect(about.map(({ action, reason }) => [action, reason])).toEqual([
    ['approval-asked', 'check-in'],
    ['approved', 'check-in'],
    ['approval-asked', 'legal-duty'],
    ['approved', 'legal-duty'],
    ['opened', 'legal-duty'],
    ['opened', 'check-in'],
  ]);
  await context.close();
});

for (const { locale, run } of bothLanguages('zh')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a family stays waiting until somebody who may open the children hands it over', async ({
      desk,
      arrives,
      hotel,
      page,
      own,
    }) => {
      const { register } = desk.words.staff;
      const [mother, guest] = [`赵一曼 ${locale}`, `孙立人 ${locale}`];
      const together = await arrives({
        ...family,
        name: mother,
        document: ['CN', 'passport', 'E12345678', '1990-05-04'],
      });
      const alone = await arrives({ name: guest, document: ['CN', 'passport', '012345678', '1990-05-01'] });
      const supervisor = hotel.people.supervisor;
      await desk.signIn(supervisor);
      await desk.expectLive();
      for (const [one, room] of [
        [together, '211'],
        [alone, '0212'],
      ] as const) {
        await desk.choose(one);
        await desk.confirmArrival(room);
      }
      await desk.go('register');
      for (const name of [mother, guest]) await page.getByLabel(register.select(name)).check();
      const saving = page.waitForEvent('download');
      await desk.press(register.file.csv(2));
      const lines = (await readFile(await (await saving).path(), 'utf8')).trimEnd().split('\r\n').slice(1);
      // The child of whom only the guardian wrote is in it, without a document: somebody has to add that.
      expect(lines).toHaveLength(3);
      const written = new Set([mother, family.child.name, guest].map((name) => `"${name}"`));
      expect(new Set(lines.map((line) => line.split(',')[0]))).toEqual(written);
      const outcome = page.locator('.state-note', { hasText: register.fileUnfinished });
      await expect(outcome).toContainText(`${mother}${register.fileColon}${register.fileLacks.child}`);
      await desk.press(register.fileMark(1, 1));
      const line = (name: string) => page.locator('.register-place__line', { hasText: name });
      await expect(line(guest)).toContainText(register.ways.file);
      await expect(page.getByLabel(register.select(mother))).toBeVisible();
      expect(handedOver(own, together.registration)).toEqual([]);
      await line(mother).getByRole('button').click();
      await desk.press(register.mark);
      await expect(line(mother)).toContainText(register.ways.typed);
      await expect(outcome).toHaveCount(0);
      expect(handedOver(own, together.registration)).toEqual(['identity', 'minors']);
    });
  });
}

test('whoever wasn’t granted the children’s key can neither put a family into a file nor mark it', async ({
  desk,
  arrives,
  hotel,
  page,
  own,
}) => {
  const { register } = desk.words.staff;
  const zhao = await joins(own, hotel);
  const together = await arrives({
    ...family,
    name: '郑成功',
    document: ['CN', 'passport', 'E12345679', '1990-05-04'],
  });
  await desk.signIn(zhao);
  await desk.expectLive();
  await desk.choose(together);
  await desk.confirmArrival('213');
  await desk.go('register');
  const line = page.locator('.register-place__line', { hasText: '郑成功' });
  await expect(line).toContainText(register.closedToFile);
  await expect(line.getByRole('checkbox')).toHaveCount(0);
  await expectAccessible(page, 'a family that isn’t for a file');
  await line.getByRole('button').click();
  await desk.press(register.open);
  await expect(page.locator('.register-fields')).toContainText('郑成功');
  await expect(page.getByText(register.childrenClosed)).toBeVisible();
  await expect(page.getByRole('button', { name: register.mark })).toHaveCount(0);
  expect(handedOver(own, together.registration)).toEqual([]);
});

/** A supervisor who was invited with the key of the identity register, and not with the children's. */
async function joins(server: RunningServer, { property, fingerprint }: Hotel): Promise<HotelPerson> {
  const named = { handle: 'zhao', displayName: '赵', role: 'supervisor' } as const;
  const passphrase = 'four walls of green jade';
  const tools = { now: Date.now(), random: randomBytes };
  const { door, session } = await ownerAtWork(server.url, property);
  const id = await invitePerson(session, { ...named, purposes: ['identity'] }, tools);
  const invitation = async () => {
    const found = (await session.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new TypeError('no invitation');
    return found;
  };
  const link = { fingerprint, secret: await secretOf(session, await invitation()) };
  const answer = await makeAnswer(link, passphrase, { ...tools, parameters: quickParameters }, undefined);
  await door.answerInvitation(answer);
  await confirmInvitation(door, session, await invitation(), { root: null, now: Date.now() });
  return { ...named, id: answer.id, passphrase, granted: ['card', 'identity'] };
}

function handedOver(server: RunningServer, registration: string) {
  return logEntries(server)
    .filter((entry) => entry.registration === registration && entry.action === 'handed-over')
    .map(({ purpose }) => purpose);
}
