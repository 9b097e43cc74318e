// What every test of the desk stands on: a finished hotel on its worker's server, guests who register, and somebody at the desk.

import { DatabaseSync } from 'node:sqlite';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { type DemoGuest, demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel, HotelPerson } from '../../../src/demo/set-up-hotel.ts';
import type { SealedSubmission } from '../../../src/guest/registration/compose-submission.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { type LogEntry, logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import type { Place } from '../../../src/staff/desk/use-where.ts';
import { setup as setupEn } from '../../../src/ui/messages/en/setup.ts';
import { approvals as approvalsEn } from '../../../src/ui/messages/en/approvals.ts';
import { common as commonEn } from '../../../src/ui/messages/en/common.ts';
import { problems as problemsEn } from '../../../src/ui/messages/en/problems.ts';
import { records as recordsEn } from '../../../src/ui/messages/en/records.ts';
import { requests as requestsEn } from '../../../src/ui/messages/en/requests.ts';
import { staff as staffEn } from '../../../src/ui/messages/en/staff.ts';
import type { StaffCatalogue } from '../../../src/ui/messages/messages.ts';
import { noticeEditor as noticeEn } from '../../../src/ui/messages/en/notice-editor.ts';
import { approvals as approvalsZh } from '../../../src/ui/messages/zh-hans/approvals.ts';
import { common as commonZh } from '../../../src/ui/messages/zh-hans/common.ts';
import { noticeEditor as noticeZh } from '../../../src/ui/messages/zh-hans/notice-editor.ts';
import { problems as problemsZh } from '../../../src/ui/messages/zh-hans/problems.ts';
import { records as recordsZh } from '../../../src/ui/messages/zh-hans/records.ts';
import { requests as requestsZh } from '../../../src/ui/messages/zh-hans/requests.ts';
import { setup as setupZh } from '../../../src/ui/messages/zh-hans/setup.ts';
import { staff as staffZh } from '../../../src/ui/messages/zh-hans/staff.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { expect, test as base } from '../fixtures.ts';

/** Taken from what the app says, so that a better wording breaks no test. */
export const words: Readonly<Record<'zh' | 'en', StaffCatalogue>> = {
  zh: {
    common: commonZh,
    problems: problemsZh,
    staff: staffZh,
    setup: setupZh,
    requests: requestsZh,
    records: recordsZh,
    approvals: approvalsZh,
    noticeEditor: noticeZh,
  },
  en: {
    common: commonEn,
    problems: problemsEn,
    staff: staffEn,
    setup: setupEn,
    requests: requestsEn,
    records: recordsEn,
    approvals: approvalsEn,
    noticeEditor: noticeEn,
  },
};

/** Registers somebody the way a phone does, and gives what was sealed. */
export type Arrives = (guest?: Partial<DemoGuest>) => Promise<SealedSubmission>;

export const test = base.extend<{ desk: Desk; arrives: Arrives }, { hotel: Hotel }>({
  hotel: [
    async ({ server }, use) => {
      await use(await makeHotel(server));
    },
    { scope: 'worker' },
  ],
  viewport: { width: 1024, height: 768 },
  desk: async ({ page, hotel, locale }, use) => {
    await use(new Desk(page, hotel, locale?.startsWith('zh') === true ? 'zh' : 'en'));
  },
  arrives: async ({ hotel, server }, use) => {
    await use(arrivesAt(server.url, hotel));
  },
});

export { expect };

/** To a hotel and where it is. */
export function arrivesAt(url: string, { property, fingerprint }: Hotel): Arrives {
  const api = createGuestApi({ fetch, origin: url });
  const [someone] = demoGuests;
  if (someone === undefined) throw new Error('the demo has guests');
  return (guest = {}) =>
    registerGuest({ api, property, fingerprint, clock: Date.now, random: randomBytes }, { ...someone, ...guest });
}

/** Somebody at the desk. */
export class Desk {
  readonly page: Page;
  readonly hotel: Hotel;
  readonly words: StaffCatalogue;

  constructor(page: Page, hotel: Hotel, language: 'zh' | 'en') {
    this.page = page;
    this.hotel = hotel;
    this.words = words[language];
  }

  async signIn(person: HotelPerson = this.hotel.people['front-desk'], passphrase = person.passphrase): Promise<void> {
    await this.page.goto(this.hotel.staffUrl);
    await this.type(person.handle, passphrase);
  }

  async type(handle: string, passphrase: string): Promise<void> {
    const { signIn } = this.words.staff;
    await this.page.getByLabel(signIn.handle, { exact: true }).fill(handle);
    await this.page.getByLabel(signIn.passphrase, { exact: true }).fill(passphrase);
    await this.press(signIn.submit);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  row(registration: string) {
    return this.page.locator(`[data-registration="${registration}"]`);
  }

  /** Waits for a registration's row and chooses it. */
  async choose({ registration }: SealedSubmission): Promise<void> {
    await this.row(registration).getByRole('button').click();
    const code = arrivalCode(registration);
    await expect(this.page.locator('.guest-detail .arrival-code')).toContainText([...code].join(' '));
  }

  /** By the tabs at the top. */
  async go(place: Place): Promise<void> {
    await this.page.locator(`.place-tabs [data-place=${place}]`).click();
  }

  /** Confirms, by the papers, that whoever is open has arrived. */
  async confirmArrival(room: string): Promise<void> {
    const { arrival } = this.words.staff;
    await this.page.getByLabel(arrival.checked).check();
    await this.page.getByLabel(arrival.room, { exact: true }).fill(room);
    await this.press(arrival.submit);
    await expect(this.page.locator('.arrived-facts')).toContainText(room);
  }

  async expectLive(): Promise<void> {
    await expect(this.page.locator('.line-state')).toHaveText(this.words.staff.line.live);
  }
}

/** Every entry of the hotel's log so far, read from the server's own database. */
export function logEntries({ dataDir }: RunningServer): LogEntry[] {
  const file = readdirSync(dataDir).find((name) => /\.(?:db|sqlite)$/.test(name));
  if (file === undefined) throw new Error('the server has no database');
  const database = new DatabaseSync(join(dataDir, file), { readOnly: true });
  try {
    const rows = database.prepare('SELECT entry FROM log_entries ORDER BY id').all();
    return rows.map((row) => logEntrySchema.parse(JSON.parse(z.object({ entry: z.string() }).parse(row).entry)));
  } finally {
    database.close();
  }
}
