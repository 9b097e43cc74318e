// What every test of the desk's requests stands on: a guest with a phone of their own, and somebody who handles requests.

import type { Page } from '@playwright/test';
import { GuestPhone, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import type { RequestKind, RequestOrigin } from '../../../src/protocol/request.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { type Desk, expect, test as base } from '../staff/staff-test.ts';

interface RequestFixtures {
  queue: Queue;
  /** Registers a guest whose phone is code, not a browser; `identity` enters what the law asks. */
  phone: (name: string, yes: readonly PurposeId[], options?: { readonly identity?: boolean }) => Promise<GuestPhone>;
}

export const test = base.extend<RequestFixtures>({
  queue: async ({ desk }, use) => {
    await use(new Queue(desk));
  },
  phone: async ({ hotel, server }, use) => {
    await use((name, yes, { identity = false } = {}) =>
      GuestPhone.register({ url: server.url, clock: liveClock }, hotel, yes, detailsOf(name, identity)),
    );
  },
});

export { expect };

const liveClock = {
  get now() {
    return Date.now();
  },
};

export function detailsOf(name: string, identity = false): typeof sampleDetails {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const later = new Date(Date.now() + 56 * 3_600_000).toISOString().slice(0, 10);
  const people = identity ? [{ ...samplePerson, name }] : [];
  return { ...sampleDetails, name, checkIn: today, checkOut: later, people };
}

/** The place where requests are. */
class Queue {
  readonly desk: Desk;
  readonly page: Page;

  constructor(desk: Desk) {
    this.desk = desk;
    this.page = desk.page;
  }

  get t() {
    return this.desk.words.requests;
  }

  async go(place: 'requests' | 'desk' = 'requests'): Promise<void> {
    await this.desk.go(place);
  }

  row(request: string) {
    return this.page.locator(`[data-request="${request}"]`);
  }

  /** Fills in the form that opens one. */
  async fill(kind: RequestKind, origin: Exclude<RequestOrigin, 'guest'>, purpose?: PurposeId): Promise<void> {
    const { form } = this.t;
    await this.page.getByLabel(form.kind).selectOption(kind);
    if (purpose !== undefined) await this.page.getByLabel(form.purpose).selectOption(purpose);
    await this.page.getByLabel(form.origin).selectOption(origin);
    await this.desk.press(form.submit);
    await expect(this.page.locator('.step-list')).toBeVisible();
  }

  /** The person is who they say, by what was pressed, and this is their registration. */
  async identify(verified: string): Promise<void> {
    const { steps, find } = this.t;
    await this.desk.press(verified);
    await this.expectTaken(steps.verified);
    await this.desk.press(find.thisIsIt);
    await this.expectTaken(steps.found);
  }

  /** Waits until a step stands as taken by the person themself. */
  async expectTaken(step: string): Promise<void> {
    const line = this.page.locator('.step-list__step--taken', { hasText: step });
    await expect(line).toContainText(this.t.you);
  }
}
