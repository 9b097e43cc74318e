import { describe, expect, it } from 'vitest';
import { digest } from '../../../src/crypto/sha256.ts';
import { sendSubmission } from '../../../src/guest/registration/send-submission.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { parseNotice } from '../../../src/protocol/notice.ts';
import type { Receipt } from '../../../src/protocol/receipt.ts';
import { fixedHotel } from '../../vectors/fixed-hotel.ts';
import { entryFor, fixedProvenReceipt, fixedReceipt, prove } from '../../vectors/fixed-receipt.ts';
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
const rules = { signed: hotel.manifest, notice: parseNotice(hotel.notices.en) };
const send = (changed: Partial<typeof sealed>, answer = proven) =>
  sendSubmission({ register: async () => answer }, { ...sealed, ...changed }, rules);

const receipt = await fixedReceipt(hotel, guest);
const { controller } = receipt.parties;
/** What the hotel's own receipt key signs when it is made to. */
async function signed(changed: Partial<Receipt>) {
  const text = JSON.stringify({ ...receipt, ...changed });
  return prove(hotel, { text, entry: JSON.stringify(await entryFor(text, guest.id)) });
}
const purposesWith = (change: (purpose: Receipt['purposes'][number]) => object) => ({
  purposes: receipt.purposes.map((purpose) => ({ ...purpose, ...change(purpose) })),
});

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

  it('whatever number, time and addresses the server gives it', async () => {
    const answer = await signed({
      receipt_id: encodeBase64Url(new Uint8Array(16)),
      issued_at: '2026-05-05T10:00:00+08:00',
      notice: { ...receipt.notice, url: `https://other.example/p/${hotel.property}` },
      status_url: 'https://other.example/r',
    });
    expect(await send({}, answer)).toBe(answer);
  });

  it.each<[string, Partial<Receipt>]>([
    [
      'a decision turned round',
      purposesWith(({ id, event }) => (id === 'offers' ? { event: { ...event, decision: 'given' } } : {})),
    ],
    ['another retention', purposesWith(() => ({ retention: 'For ever' }))],
    ['another controller', { parties: { ...receipt.parties, controller: { ...controller, name: 'Another hotel' } } }],
    ['another kind', { kind: 'refusal' }],
    ['another time of reading', { notice: { ...receipt.notice, shown_at: receipt.issued_at } }],
  ])('never, though the hotel’s key signed it, for %s', async (_, changed) => {
    expect(await refusalOf(send({}, await signed(changed)))).toBe('receipt_invalid: another registration');
  });
});
