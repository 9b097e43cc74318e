import type { Page } from '@playwright/test';
import { passphrases } from '../../support/make-hotel.ts';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import type { Act } from '../act.ts';
import { primary } from './choose-yes.ts';
import { held } from './guest-register.ts';

/** What the owner types, question by question. */
const answers: readonly (readonly [question: string, type: (page: Page) => Promise<void>])[] = [
  ['welcome', async () => undefined],
  ['languages', async () => undefined],
  [
    'name',
    (page) => fill(page, { 'name.zh-Hans': sampleProfile.name['zh-Hans'], 'name.en': sampleProfile.name['en'] }),
  ],
  [
    'place',
    async (page) => {
      await page.locator('select[name=jurisdiction]').selectOption(sampleProfile.jurisdiction);
      await fill(page, {
        'address.zh-Hans': sampleProfile.address['zh-Hans'],
        'address.en': sampleProfile.address['en'],
      });
    },
  ],
  ['contact', (page) => fill(page, { contact: sampleProfile.contact })],
  [
    'officer',
    (page) => fill(page, { officerName: sampleProfile.officer.name, officerContact: sampleProfile.officer.contact }),
  ],
  ['complaints', async () => undefined],
  ['purposes', (page) => page.locator('input[name="purposes.identity.on"]').check()],
  ['storage', async () => undefined],
  ['owner', (page) => fill(page, { ownerName: '陈静 Chen Jing', handle: 'chen' })],
  ['passphrase', (page) => fill(page, { passphrase: passphrases.owner, again: passphrases.owner })],
];

export const setUp: Act = {
  title: 'Set-up',
  names: [
    'setup-link-used',
    ...answers.flatMap(([question]) =>
      question === 'name' ? ['setup-name-missing', 'setup-name'] : [`setup-${question}`],
    ),
    'setup-making',
    'recovery-sheet',
    'paper-recovery-sheet',
    'recovery-prove',
    'recovery-wrong',
    'recovery-proven',
    'posters-locked',
    'desk-list-empty',
  ],
  play: async ({ shoot, shootPaper, newPage, emptyServer, words }) => {
    const { url, setupToken } = await emptyServer();
    const stale = await newPage();
    await stale.goto(`${url}/staff/setup#${'A'.repeat(setupToken.length)}`);
    await stale.locator('.state-note').waitFor();
    await shoot(stale, 'setup-link-used');

    const page = await newPage();
    await page.goto(`${url}/staff/setup#${setupToken}`);
    const making = held();
    await page.route('**/api/v1/setup', async (route) => {
      if (route.request().method() === 'POST') await making.until;
      await route.continue();
    });
    for (const [question, type] of answers) {
      await page.locator('.setup-conversation__question h1').waitFor();
      if (question === 'name') {
        await primary(page).click();
        await page.locator('.field__error').first().waitFor();
        await shoot(page, 'setup-name-missing');
      }
      await type(page);
      await shoot(page, `setup-${question}`);
      await primary(page).click();
    }
    await page.getByText(words.setup.making.steps.sending).first().waitFor();
    await shoot(page, 'setup-making');
    making.let();

    const { recovery, shell, posters } = words.staff;
    await page.locator('.recovery-paper').waitFor();
    await shoot(page, 'recovery-sheet');
    await shootPaper(page, 'paper-recovery-sheet');
    const code = (await page.locator('.recovery-paper__groups li').allTextContents()).join('-');
    await page.getByRole('button', { name: shell.posters, exact: true }).click();
    await page.getByText(posters.locked).waitFor();
    await shoot(page, 'posters-locked');
    await page.getByRole('button', { name: shell.desk, exact: true }).click();
    await page.getByText(words.staff.list.empty.arriving).waitFor();
    await shoot(page, 'desk-list-empty', { whole: false });
    await page.getByRole('button', { name: shell.recovery, exact: true }).click();
    await page.getByRole('button', { name: recovery.next }).click();
    const typed = page.getByLabel(recovery.code);
    await typed.waitFor();
    await shoot(page, 'recovery-prove');
    await typed.fill(code.replace(/.$/, (last) => (last === '2' ? '3' : '2')));
    await primary(page).click();
    await page.locator('.field__error').waitFor();
    await shoot(page, 'recovery-wrong');
    await typed.fill(code);
    await primary(page).click();
    await page.getByText(recovery.proven).waitFor();
    await shoot(page, 'recovery-proven');
  },
};

async function fill(page: Page, typed: Readonly<Record<string, string | undefined>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value ?? '');
}
