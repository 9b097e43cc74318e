import { describe, expect, it } from 'vitest';
import { digest } from '../../../src/crypto/sha256.ts';
import { sendSubmission } from '../../../src/guest/registration/send-submission.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { fixedProvenReceipt } from '../../vectors/fixed-receipt.ts';
import { fixedRegistration } from '../../vectors/fixed-registration.ts';
import { refusalOf } from '../crypto/refusal-of.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const proven = await fixedProvenReceipt(hotel, guest);
const sealed = {
  body: JSON.stringify(guest.submission),
  property: guest.submission.property,
  registration: guest.submission.registration,
  code: '',
  secret: '',
  consentHash: guest.consent.hash,
  manifestHash: hotel.manifest.hash,
};
const other = await digest('another');
const send = (changed: Partial<typeof sealed>) =>
  sendSubmission({ register: async () => proven }, { ...sealed, ...changed }, hotel.manifest.manifest.root);

describe('a receipt is believed', () => {
  it('when it proves itself and names exactly what was sent', async () => {
    expect(await send({})).toBe(proven);
  });

  it.each<[string, Partial<typeof sealed>]>([
    ['other bytes, so another envelope', { body: `${sealed.body} ` }],
    ['another registration', { registration: encodeBase64Url(new Uint8Array(16)) }],
    ['another consent', { consentHash: other }],
    ['another manifest', { manifestHash: other }],
  ])('never for %s', async (_, changed) => {
    expect(await refusalOf(send(changed))).toBe('receipt_invalid: another registration');
  });
});
