import type { Act } from '../act.ts';
import { chooseGuest, signInAtDesk } from './sign-in-at-desk.ts';

export const deskTogether: Act = {
  title: 'Desk: two people, one guest',
  names: [
    'desk-correct',
    'desk-clash',
    'desk-ask-to-correct',
    'approval-needed',
    'approval-waiting',
    'approval-here',
    'approval-question',
    'approval-approved',
  ],
  play: async ({ shoot, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { record, list, opening, purposes, arrival } = words.staff;
    const { approvals, common } = words;
    const window = { whole: false };
    const tablet = await newPage();
    const other = await newPage();
    for (const page of [tablet, other]) {
      await page.setViewportSize({ width: 1024, height: 768 });
      await signInAtDesk(page, stage, 'supervisor');
      await page.locator('.guest-list__view', { hasText: list.views['in-house'] }).click();
      await chooseGuest(page, '周文博');
      await page.getByRole('button', { name: record.correct, exact: true }).click();
    }
    const remarks = (page: typeof tablet) =>
      page.locator('.arrival-form').getByRole('textbox', { name: new RegExp(`^${arrival.remarks}`) });
    await shoot(tablet, 'desk-correct');
    await remarks(other).fill('晚上十点后到');
    await other.getByRole('button', { name: common.save, exact: true }).click();
    await remarks(tablet).fill('Late check-out until 14:00');
    await tablet.getByText(record.clash).waitFor();
    await shoot(tablet, 'desk-clash');
    await tablet.getByRole('button', { name: record.takeTheirs, exact: true }).click();
    await tablet.getByRole('button', { name: record.ask, exact: true }).click();
    await shoot(tablet, 'desk-ask-to-correct', window);

    const front = await newPage();
    await signInAtDesk(front, stage, 'front-desk');
    await chooseGuest(front, '王秀英');
    await front.getByRole('button', { name: opening.title(purposes.minors), exact: true }).click();
    await front.getByText(approvals.needed).waitFor();
    await shoot(front, 'approval-needed', window);
    await front.getByRole('button', { name: opening.reasons['check-in'], exact: true }).click();
    await front.getByText(approvals.waiting, { exact: true }).waitFor();
    await shoot(front, 'approval-waiting', window);
    await front.getByRole('button', { name: approvals.here, exact: true }).click();
    await shoot(front, 'approval-here', window);
    await other.getByText(approvals.toDecide(1)).waitFor();
    await shoot(other, 'approval-question', window);
    await other.getByRole('button', { name: approvals.approve, exact: true }).click();
    await front.getByRole('button', { name: approvals.openNow, exact: true }).waitFor();
    await shoot(front, 'approval-approved', window);
  },
};
