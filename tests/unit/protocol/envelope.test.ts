import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import {
  type Envelope,
  type EnvelopeContext,
  envelopeAad,
  envelopeInfo,
  envelopeKinds,
  envelopeSchema,
  envelopeSizeIsRight,
  plaintextBuckets,
  tagLength,
} from '../../../src/protocol/envelope.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';

const bytes = (length: number) => encodeBase64Url(new Uint8Array(length));
const envelope: Envelope = {
  kind: 'purpose',
  purpose: 'emergency',
  suite: 'HPKE-P256-SHA256-A256GCM',
  keyId: bytes(16),
  schema: 1,
  enc: bytes(65),
  ciphertext: bytes(512 + tagLength),
};

describe('an envelope’s size', () => {
  it.each(plaintextBuckets)('may be the bucket of %d bytes and a tag, which its schema lets through', (bucket) => {
    const one = { ...envelope, ciphertext: bytes(bucket + tagLength) };
    expect(envelopeSchema.safeParse(one).success).toBe(true);
    expect(envelopeSizeIsRight(one)).toBe(true);
    expect(envelopeSizeIsRight({ ...one, ciphertext: bytes(bucket + tagLength - 1) })).toBe(false);
    expect(envelopeSizeIsRight({ ...one, ciphertext: bytes(bucket) })).toBe(false);
  });

  it('goes with its kind: a point for sealed ones, a nonce for the guest’s own', () => {
    for (const kind of envelopeKinds) {
      expect(envelopeSizeIsRight({ ...envelope, kind })).toBe(kind !== 'self');
      expect(envelopeSizeIsRight({ ...envelope, kind, enc: bytes(12) })).toBe(kind === 'self');
    }
    expect(envelopeSizeIsRight({ ...envelope, enc: bytes(64) })).toBe(false);
    expect(envelopeSizeIsRight({ ...envelope, enc: `${bytes(65)}=` })).toBe(false);
    expect(envelopeSizeIsRight({ ...envelope, ciphertext: '!' })).toBe(false);
  });
});

describe('an envelope’s shape', () => {
  it.each([
    ['a field nobody knows', { ...envelope, note: 'x' }],
    ['a field less', { ...envelope, enc: undefined }],
    ['a suite without a name', { ...envelope, suite: '' }],
    ['a suite with an endless name', { ...envelope, suite: 'x'.repeat(41) }],
    ['an unknown kind', { ...envelope, kind: 'face' }],
    ['an unknown purpose', { ...envelope, purpose: 'marketing' }],
    ['schema zero', { ...envelope, schema: 0 }],
    ['half a schema', { ...envelope, schema: 1.5 }],
    ['no key id', { ...envelope, keyId: '' }],
    ['a ciphertext past every bucket', { ...envelope, ciphertext: 'A'.repeat(11_001) }],
  ])('refuses %s', (_, bad) => {
    expect(envelopeSchema.safeParse(bad).success).toBe(false);
  });
});

describe('where an envelope belongs', () => {
  const context: EnvelopeContext = {
    property: 'fyrqc00001',
    kind: 'purpose',
    purpose: 'emergency',
    schema: 1,
    registration: 'r',
    consent: 'c',
    keyId: 'k',
  };
  const texts = (one: EnvelopeContext) => `${envelopeInfo(one)}${envelopeAad(one)}`;

  it('is written down in this order, which may never change', () => {
    expect(envelopeInfo(context)).toBe('["foyer",1,"fyrqc00001","purpose","emergency",1]');
    expect(envelopeAad(context)).toBe('["r","c","k"]');
  });

  it('differs by every single part', () => {
    const others: Partial<EnvelopeContext>[] = [
      { property: 'fyrqc00002' },
      { kind: 'card' },
      ...purposeIds.filter((id) => id !== 'emergency').map((purpose) => ({ purpose })),
      { purpose: null },
      { schema: 2 },
      { registration: 'r2' },
      { consent: '' },
      { keyId: 'k2' },
    ];
    const all = [context, ...others.map((change) => ({ ...context, ...change }))].map(texts);
    expect(new Set(all).size).toBe(all.length);
  });

  it('can’t be shifted from one part into the next', () => {
    expect(texts({ ...context, registration: 'r","c', consent: '' })).not.toBe(
      texts({ ...context, registration: 'r', consent: 'c","' }),
    );
    expect(texts({ ...context, registration: 'rc', consent: '' })).not.toBe(
      texts({ ...context, registration: 'r', consent: 'c' }),
    );
  });
});
