import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseNotice, purposeWording } from '../../../src/protocol/notice.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { composeReceipt, parseReceipt, provenReceiptSchema, receiptSchema } from '../../../src/protocol/receipt.ts';
import { confirmsRegistration } from '../../../src/guest/registration/confirms-registration.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { day, fixedHotel, now } from '../../vectors/fixed-hotel.ts';
import { fixedRandom } from '../../vectors/fixed-keys.ts';
import { fixedProvenReceipt, fixedReceipt } from '../../vectors/fixed-receipt.ts';
import { fixedRegistration, plaintexts } from '../../vectors/fixed-registration.ts';

const hotel = await fixedHotel();
const guest = await fixedRegistration(hotel);
const receipt = await fixedReceipt(hotel, guest);
const notice = parseNotice(hotel.notices.en);
const compose = (change: object, event: object = {}) =>
  composeReceipt({
    manifest: hotel.manifest,
    notice: { ...notice, ...change },
    submission: guest.submission,
    event: { ...guest.event, ...event },
    eventHash: guest.consent.hash,
    submissionHash: guest.consent.hash,
    now: now + day,
    random: fixedRandom('receipt'),
    publicUrl: 'https://hotel.example',
  });

describe('a receipt', () => {
  it('has every field of its schema, and no other', () => {
    expect(receiptSchema.parse(receipt)).toEqual(receipt);
    expect(parseReceipt(JSON.stringify(receipt))).toEqual(receipt);
  });

  it('says per purpose what was decided, when, on which words and on what ground', () => {
    expect(
      receipt.purposes.map(({ id, legal_basis, event }) => [id, legal_basis, event.decision, event.consent_type]),
    ).toEqual([
      ['emergency', 'consent', 'given', 'separate'],
      ['offers', 'consent', 'refused', null],
      ['identity', 'law', 'not-asked', null],
      ['minors', 'law', 'not-asked', null],
    ]);
    expect(receipt.purposes[0]?.event.wording_hash).toBe(guest.event.decisions[0]?.wording);
    expect(receipt.purposes[2]?.event.wording_hash).toBeNull();
    for (const { event } of receipt.purposes) expect(event.event_time).toBe(guest.event.time);
  });

  it('what the law requires is provided, never consented to', () => {
    const [, , identity] = compose({}, { statutory: ['identity'] }).purposes;
    expect(identity?.event).toMatchObject({ decision: 'provided-by-law', consent_type: null, wording_hash: null });
  });

  it('a guardian who acts for a child says so, and agrees to nothing but for themselves', () => {
    const { parties, purposes } = compose({}, { acting: 'guardian' });
    expect(parties.acting).toBe('guardian');
    expect(purposes[0]?.event.consent_type).toBe('separate');
  });

  it('a purpose the event doesn’t speak of was not asked', () => {
    expect(compose({}, { decisions: [] }).purposes.map(({ event }) => event.decision)).toEqual(
      Array.from({ length: 4 }, () => 'not-asked'),
    );
  });

  describe('of a temporary rule', () => {
    const [, , identity] = notice.purposes;
    const sealed = toDate(Date.parse(guest.event.time));
    const asking = (asked: string) => {
      const retention = { kind: 'until-date', asked, erased: addDays(sealed, 90) } as const;
      if (identity === undefined) throw new TypeError('no third purpose');
      return { purposes: [...notice.purposes.slice(0, 2), { ...identity, id: 'temporary' as const, retention }] };
    };
    const yesterday = addDays(sealed, -1);
    const said = (asked: string, statutory: string[]) => {
      const line = compose(asking(asked), { statutory }).purposes.at(-1);
      return [line?.event.decision, line?.ended];
    };

    it('says that it was over where it was when it was sealed, unless it was filled in', () => {
      expect(said(sealed, [])).toEqual(['not-asked', undefined]);
      expect(said(yesterday, [])).toEqual(['not-asked', yesterday]);
      expect(said(yesterday, ['temporary'])).toEqual(['provided-by-law', undefined]);
    });

    it('is the same receipt for a phone whose page is older than that mark', () => {
      const purposes = z.array(z.omit(receiptSchema.shape.purposes.def.element, { ended: true }));
      const olderSchema = z.extend(receiptSchema, { purposes });
      const [today, older] = [yesterday, sealed].map((asked) => compose(asking(asked)));
      expect(today).not.toEqual(older);
      // What such a phone composes itself knows no rule that is over.
      expect(JSON.stringify(olderSchema.parse(today))).toBe(JSON.stringify(olderSchema.parse(older)));
    });

    it('is believed with the mark, and as it was written before there was one, and with no other', () => {
      const believed = (asked: string, ended: string | undefined) => {
        // Composed for a rule that isn't over, a receipt has no mark.
        const composed = compose(asking(sealed));
        const told = composed.purposes.map((line) =>
          line.id === 'temporary' && ended !== undefined ? { ...line, ended } : line,
        );
        return confirmsRegistration(
          { ...composed, purposes: told },
          {
            manifest: hotel.manifest,
            notice: { ...notice, ...asking(asked) },
            submission: guest.submission,
            event: guest.event,
            eventHash: guest.consent.hash,
            submissionHash: guest.consent.hash,
          },
        );
      };
      expect(believed(yesterday, yesterday)).toBe(true);
      expect(believed(yesterday, undefined)).toBe(true);
      expect(believed(yesterday, addDays(yesterday, -1))).toBe(false);
      expect(believed(sealed, sealed)).toBe(false);
      expect(believed(sealed, undefined)).toBe(true);
    });
  });

  it('is a refusal where no use was given, also where the law’s part was filled in', () => {
    const refused = guest.event.decisions.map((one) => ({ ...one, decision: 'refused' }));
    expect(receipt.kind).toBe('consent');
    expect(compose({}, { decisions: refused }).kind).toBe('refusal');
    expect(compose({}, { decisions: refused, statutory: ['identity'] }).kind).toBe('refusal');
  });

  it('lists only recipients of what was given or provided', () => {
    const police = {
      name: 'Police',
      contact: '110',
      purpose: 'register',
      method: 'system',
      items: 'document',
      legalDuty: true,
    };
    const purposes = notice.purposes.map((one) => (one.id === 'identity' ? { ...one, recipients: [police] } : one));
    expect(compose({ purposes }).parties.recipients).toEqual([]);
    expect(compose({ purposes }, { statutory: ['identity'] }).parties.recipients).toEqual([police]);
  });

  it('names the exact notice, manifest, consent event and record, and the guest by a pseudonym', () => {
    expect(receipt.notice).toEqual({
      url: `https://hotel.example/p/${hotel.property}`,
      version: 1,
      hash: hotel.manifest.manifest.notices.en?.hash,
      shown_at: guest.event.notice.shownAt,
    });
    expect(receipt.manifest).toEqual({ sequence: 1, hash: hotel.manifest.hash });
    expect(receipt.consent_event).toBe(guest.consent.hash);
    expect(receipt.record_id).toBe(guest.id);
    expect(receipt.parties.principal).toBe(`stay:${guest.id}`);
    expect(receipt.issued_at).toBe('2026-05-05T09:30:00+08:00');
  });

  it('holds nothing that was sealed, and no way to it', () => {
    const text = JSON.stringify(receipt);
    for (const secret of [
      ...Object.values(plaintexts),
      guest.secret,
      guest.keys.lookup,
      guest.keys.token,
      guest.self.ciphertext,
    ])
      expect(text).not.toContain(secret);
  });

  it.each([
    ['no JSON', 'thanks'],
    ['half JSON', JSON.stringify(receipt).slice(0, -1)],
    ['null', 'null'],
    ['another version', JSON.stringify({ ...receipt, schema_version: 'foyer-receipt/2' })],
    ['an unknown kind', JSON.stringify({ ...receipt, kind: 'waiver' })],
    ['no purposes', JSON.stringify({ ...receipt, purposes: undefined })],
  ])('that is %s is refused', (_, text) => {
    expect(() => parseReceipt(text)).toThrow(Refusal);
    expect(() => parseReceipt(text)).toThrow('receipt_invalid');
  });

  it('with its proof has a shape of its own', async () => {
    const proven = await fixedProvenReceipt(hotel, guest);
    expect(provenReceiptSchema.parse(proven)).toEqual(proven);
    for (const change of [
      { index: -1 },
      { index: 0.5 },
      { proof: ['x'] },
      { proof: Array.from({ length: 65 }, () => proven.proof[0]) },
      { entry: null },
    ])
      expect(provenReceiptSchema.safeParse({ ...proven, ...change }).success).toBe(false);
  });
});

describe('a notice', () => {
  it('is read from its exact text, or refused', () => {
    expect(JSON.stringify(notice)).toBe(hotel.notices.en);
    expect(() => parseNotice('no')).toThrow('malformed: notice is not JSON');
    expect(() => parseNotice('{}')).toThrow('malformed: notice');
  });

  it('the words a guest says yes to change with each of the six that matter, and with nothing else', () => {
    const [purpose] = notice.purposes;
    if (purpose === undefined) throw new Error('the fixed notice has purposes');
    const before = purposeWording(purpose);
    for (const part of ['title', 'plain', 'rule', 'retentionText', 'refusal', 'withdrawal'] as const)
      expect(purposeWording({ ...purpose, [part]: 'other' })).not.toBe(before);
    expect(purposeWording({ ...purpose, method: 'other' })).toBe(before);
  });
});
