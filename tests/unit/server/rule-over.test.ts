import { expect, test } from 'vitest';
import { deriveGuestKeys } from '../../../src/crypto/guest-secret.ts';
import { openMyRegistration } from '../../../src/guest/my-registration/open-my-registration.ts';
import { GuestPhone, realHotel } from '../../support/guest-phone.ts';
import { publishNotice } from '../../support/publish-notice.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';
import { startTestServer } from '../../support/test-server.ts';

test('a rule that was over when a guest sealed: every receipt says so, and the phone composes the same', async () => {
  const server = await startTestServer();
  try {
    const hotel = await realHotel(server);
    const edit = askTemporarily(temporaryPurpose('2026-11-30', 2));
    const { manifest, publication } = await publishNotice(server.url, hotel.property, edit, server.clock.now);
    server.clock.now = Date.parse('2026-12-01T00:00:00+08:00');
    const asking = { ...hotel, manifest, notices: publication.notices };
    const phone = await GuestPhone.register(server, asking, ['emergency', 'offers']);
    await phone.change({ takeBack: ['offers'] });
    const { mine } = await openMyRegistration(phone.api, await deriveGuestKeys(phone.sealed.secret), null);
    const lines = mine.receipts.map(({ receipt, verified }) => {
      const line = receipt.purposes.find(({ id }) => id === 'temporary');
      return [verified, line?.event.decision, line?.ended];
    });
    expect(lines).toEqual([
      [true, 'not-asked', '2026-11-30'],
      [true, 'not-asked', '2026-11-30'],
    ]);
  } finally {
    await server.end();
  }
});
