import type { RecordContext } from '../../../src/crypto/open-envelope.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import type { FixedRegistration } from '../fixed-registration.ts';
import { plaintexts } from '../fixed-registration.ts';
import { flipBit, truncate } from '../flip-bit.ts';
import type { SelfCopyFile } from '../vector-files.ts';

export function selfCopyCases(guest: FixedRegistration, other: FixedRegistration): SelfCopyFile['cases'] {
  const { secret, context, self } = guest;
  const shut = 'refused: cannot_open: self copy';
  const bad = (name: string, envelope: object, moved: Partial<RecordContext> = {}) => ({
    name,
    expect: shut,
    secret,
    context: { ...context, ...moved },
    envelope: { ...self, ...envelope },
  });
  return [
    { name: 'the guest’s own', expect: `opened: ${plaintexts.self}`, secret, context, envelope: self },
    { name: 'another guest’s secret', expect: shut, secret: other.secret, context, envelope: self },
    {
      name: 'half a secret',
      expect: 'refused: not_found: secret',
      secret: secret.slice(0, 22),
      context,
      envelope: self,
    },
    { ...bad('an unknown suite', { suite: 'A128GCM' }), expect: 'refused: unknown_suite' },
    bad('a bit flipped in the nonce', { enc: flipBit(self.enc, 0) }),
    bad('a nonce of 16 bytes', { enc: encodeBase64Url(new Uint8Array(16)) }),
    bad('the first bit of the ciphertext flipped', { ciphertext: flipBit(self.ciphertext, 0) }),
    bad('a bit flipped in the tag', { ciphertext: flipBit(self.ciphertext, -1) }),
    bad('truncated', { ciphertext: truncate(self.ciphertext, 1) }),
    bad('no ciphertext', { ciphertext: '' }),
    bad('another schema', { schema: 2 }),
    bad('another key id', { keyId: 'guest' }),
    bad('passed off as a card', { kind: 'card' }),
    bad('passed off as a purpose’s', { purpose: 'offers' }),
    bad('moved to another property', {}, { property: 'fyrqc00002' }),
    bad('moved to another registration', {}, { registration: other.id }),
    bad('moved to another consent', {}, { consent: other.consent.hash }),
    bad('the copy of another registration', { ...other.self }),
  ];
}
