// What a certificate's page says, in the language of the page, of what is signed in another.

import { describe, expect, test } from 'vitest';
import { classTitle } from '../../../src/guest/my-registration/class-title.ts';
import { passedOnLines } from '../../../src/guest/my-registration/passed-on-lines.ts';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import { type Deletion, receiptPurpose } from '../../../src/protocol/receipt.ts';
import { myRegistration as en } from '../../../src/ui/messages/en/my-registration.ts';
import { myRegistration as zh } from '../../../src/ui/messages/zh-hans/my-registration.ts';
import { sampleProfile } from '../protocol/sample-profile.ts';

const notice = (language: 'en' | 'zh-Hans') =>
  composeNotice({ profile: sampleProfile(['offers', 'billing']), property: '0123456789', language, version: 1 });
const event = {
  decision: 'given',
  consent_type: 'separate',
  event_time: '',
  valid_until: '',
  wording_hash: null,
} as const;
const purposesIn = (language: 'en' | 'zh-Hans') =>
  notice(language).purposes.map((purpose) => receiptPurpose(purpose, notice(language), event));
const titled = (id: string) => notice('en').purposes.find((one) => one.id === id)?.title;

describe('what was deleted', () => {
  test('goes by the words that were agreed to where the page speaks their language', () => {
    const receipt = { purposes: purposesIn('en'), language: 'en' } as const;
    expect(classTitle('billing', receipt, en, 'en')).toBe(titled('billing'));
    expect(classTitle('card', receipt, en, 'en')).toBe(en.certificate.classes.card);
  });

  test('goes by the page’s own words where the certificate, or what was agreed to, is in another language', () => {
    const chinese = { purposes: purposesIn('zh-Hans'), language: 'zh-Hans' } as const;
    expect(classTitle('billing', chinese, en, 'en')).toBe(en.erasures.classes.billing);
    const agreed = { language: 'zh-Hans', version: 1, hash: '' } as const;
    const mixed = { language: 'en', purposes: purposesIn('zh-Hans').map((one) => ({ ...one, agreed })) } as const;
    expect(classTitle('offers', mixed, en, 'en')).toBe(en.erasures.classes.offers);
  });
});

describe.each([
  ['en', en],
  ['zh-Hans', zh],
])('copies that had left the server, in %s', (_, { certificate: t }) => {
  const lines = (passed_on: Deletion['passed_on']) =>
    passedOnLines(
      { passed_on },
      t,
      (purpose) => `<${purpose}>`,
      (at) => `<${at.slice(0, 10)}>`,
    );
  const last = '2026-11-27T12:00:00+08:00';

  test('are each said with when, and never as none', () => {
    const said = lines([
      { way: 'police', purpose: 'identity', last },
      { way: 'file', purpose: 'offers', last },
      { way: 'paper', purpose: null, last },
    ]);
    expect(said).toHaveLength(3);
    for (const line of said) expect(line).toContain('<2026-11-27>');
    expect(said[0]).toMatch(/police|公安/);
    expect(said[1]).toContain('<offers>');
    expect(said.join()).not.toContain(t.passedOnNone);
  });

  test('are none only by the log, and unsaid where a certificate of before doesn’t say', () => {
    expect(lines([])).toEqual([t.passedOnNone]);
    expect(t.passedOnNone).toMatch(/log|日志/);
    expect(lines(undefined)).toEqual([t.passedOnUnsaid]);
  });
});
