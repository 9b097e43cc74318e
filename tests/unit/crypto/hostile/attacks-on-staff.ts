import { openGrant, sealGrant } from '../../../../src/crypto/grant.ts';
import { bundleBytes } from '../../../../src/crypto/key-bundle.ts';
import { importKeyPair } from '../../../../src/crypto/key-pair.ts';
import { openPersonKeys } from '../../../../src/crypto/person-keys.ts';
import { sealingKey } from '../../../../src/crypto/property-keys.ts';
import { makeRecoverySheet, openRecovery, openTestRecord } from '../../../../src/crypto/recovery.ts';
import { parseRecoveryCode } from '../../../../src/crypto/recovery-code.ts';
import { sealEnvelope } from '../../../../src/crypto/seal-envelope.ts';
import { importWrappingKey, wrapBytes } from '../../../../src/crypto/wrap.ts';
import { now } from '../../../vectors/fixed-hotel.ts';
import { fixedKeyPair, fixedRandom } from '../../../vectors/fixed-keys.ts';
import { text } from '../../../vectors/fixed-registration.ts';
import { type Attack, evil, guest, hotel, other } from './scene.ts';

const { manifest } = hotel.manifest;
const clerk = fixedKeyPair('clerk');
const clerkKeys = await importKeyPair(clerk, 'open');
const grantContext = { property: hotel.property, purpose: 'card', epoch: 1, person: guest.id } as const;
const sheetOf = async (seed: string, { card, root, property }: typeof hotel) =>
  makeRecoverySheet({
    property,
    bundle: { person: null, root, purposes: [{ purpose: 'card', pair: card }] },
    card: await sealingKey(card),
    now,
    random: fixedRandom(seed),
  });
const sheet = await sheetOf('own', hotel);
const evilSheet = await sheetOf('evil', evil);

export const attacksOnStaff: Attack[] = [
  [
    'a colleague’s grant',
    'cannot_open: sealed bytes',
    async () =>
      openGrant(
        { property: hotel.property, person: guest.id },
        await sealGrant({ ...grantContext, person: other.id }, hotel.card, clerk.publicKey),
        clerkKeys,
      ),
  ],
  [
    'its own key under the card’s key id',
    'cannot_open: sealed bytes',
    async () =>
      openGrant(
        { property: hotel.property, person: guest.id },
        { ...(await sealGrant(grantContext, evil.card, clerk.publicKey)), keyId: manifest.card.keyId },
        clerkKeys,
      ),
  ],
  [
    'another person’s wrapped keys',
    'cannot_open: wrapped bytes',
    async () =>
      openPersonKeys(
        await importWrappingKey(new Uint8Array(32)),
        await wrapBytes(
          await importWrappingKey(new Uint8Array(32).fill(1)),
          'staff keys',
          bundleBytes({ person: clerk, root: null, purposes: [] }),
          fixedRandom('x'),
        ),
      ),
  ],
  [
    'a room note in the place of the recovery test',
    'cannot_open: another envelope',
    async () =>
      openTestRecord(
        hotel.property,
        { person: null, root: null, purposes: [{ purpose: 'card', pair: hotel.card }] },
        {
          id: guest.id,
          envelope: await sealEnvelope(
            { property: hotel.property, kind: 'desk', purpose: null, schema: 1, registration: guest.id, consent: '' },
            manifest.card,
            text('{"room":"301","remarks":"quiet."}'),
          ),
        },
      ),
  ],
  [
    'its own keyring behind the owner’s sheet',
    'wrong_recovery_code: another sheet',
    async () => openRecovery(hotel.property, await parseRecoveryCode(sheet.code), evilSheet.upload.record),
  ],
];
