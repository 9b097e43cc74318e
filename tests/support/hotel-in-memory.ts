// A hotel's keys, notices and signed manifest without a server.

import { generateKeyPair } from '../../src/crypto/key-pair.ts';
import { sealingKey } from '../../src/crypto/property-keys.ts';
import { randomBytes } from '../../src/crypto/random-bytes.ts';
import { sampleProfile } from '../../src/demo/sample-profile.ts';
import { newPropertyId } from '../../src/protocol/ids.ts';
import type { PurposeId } from '../../src/protocol/purposes.ts';
import { createHotel, type CreatedHotel } from '../../src/staff/setup/create-hotel.ts';
import { quickParameters } from './make-hotel.ts';

export async function hotelInMemory(now: number, purposes?: readonly PurposeId[]): Promise<CreatedHotel> {
  const receiptKey = await sealingKey(await generateKeyPair());
  const picked = sampleProfile.purposes.filter(({ id }) => purposes === undefined || purposes.includes(id));
  return createHotel(
    {
      start: { property: newPropertyId(randomBytes), receiptKey },
      profile: { ...sampleProfile, purposes: picked },
      owner: { handle: 'owner', displayName: 'Owner', passphrase: 'only for this test' },
    },
    { now, ownTime: now, random: randomBytes, parameters: quickParameters },
  );
}
