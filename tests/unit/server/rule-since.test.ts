import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import type { TemporaryRule } from '../../../src/protocol/temporary-rule.ts';
import { keepOffersFor, draftNotice, ownerAtWork, publishNotice } from '../../support/publish-notice.ts';
import { realHotel } from '../../support/guest-phone.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;
beforeEach(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
});
afterEach(() => server.end());

const ruleOf = ({ purposes }: PropertyProfile) => purposes.find(({ id }) => id === 'temporary')?.rule;

/** Publishes what an owner's page that says something else of its rule would send. */
async function publishSaying(edit: (profile: PropertyProfile) => PropertyProfile, said: Partial<TemporaryRule>) {
  const owner = await ownerAtWork(server.url, hotel.property);
  const { publication } = await draftNotice(owner, edit, server.clock.now);
  const purposes = publication.profile.purposes.map((purpose) =>
    purpose.rule === undefined ? purpose : { ...purpose, rule: { ...purpose.rule, ...said } },
  );
  return owner.session.api.publish({ ...publication, profile: { ...publication.profile, purposes } });
}

test('a rule that is said to hold since another manifest than its own, or is of a day to come, is refused', async () => {
  const asking = askTemporarily(temporaryPurpose('2026-11-30'));
  const refused = (detail: string) => ({
    code: 'manifest_invalid',
    detail: `profile.purposes.temporary.rule.${detail}`,
  });
  for (const since of [1, 3]) await expect(publishSaying(asking, { since })).rejects.toMatchObject(refused('since'));
  await expect(publishSaying(asking, { enteredOn: '2199-01-01' })).rejects.toMatchObject(refused('enteredOn'));
  await publishNotice(server.url, hotel.property, asking, server.clock.now);
  // The same rule under another notice: it holds since it was brought, whatever is said.
  await expect(publishSaying(keepOffersFor(36), { since: 3 })).rejects.toMatchObject(refused('since'));
  await publishNotice(server.url, hotel.property, keepOffersFor(36), server.clock.now);
  const { hotel: now } = await ownerAtWork(server.url, hotel.property);
  expect([now.manifest.manifest.sequence, ruleOf(now.profile)?.since]).toEqual([3, 2]);
});
