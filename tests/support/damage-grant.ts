import type { Page } from '@playwright/test';
import { signedInSchema } from '../../src/protocol/api.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';

/** Whoever signs in on this page gets their key of a purpose as a damaged database would give it. */
export async function damageGrant(page: Page, purpose: PurposeId): Promise<void> {
  await page.route('**/sign-in', async (route) => {
    const response = await route.fetch();
    const answer = signedInSchema.parse(await response.json());
    const grants = answer.grants.map((grant) => {
      if (grant.purpose !== purpose) return grant;
      return { ...grant, sealed: { ...grant.sealed, ciphertext: `AAAA${grant.sealed.ciphertext.slice(4)}` } };
    });
    await route.fulfill({ response, json: { ...answer, grants } });
  });
}
