import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { consentJwsType } from '../../../src/protocol/consent-event.ts';
import { manifestJwsType } from '../../../src/protocol/manifest.ts';
import type { FixedHotel } from '../fixed-hotel.ts';
import type { FixedRegistration } from '../fixed-registration.ts';
import { flipBit } from '../flip-bit.ts';
import type { ConsentFile } from '../vector-files.ts';
import { handmadeJws, hmacWithPublicKey, respelt, unsigned, withPayload } from './jws-tricks.ts';

export async function consentCases(
  hotel: FixedHotel,
  guest: FixedRegistration,
  other: FixedRegistration,
): Promise<ConsentFile['cases']> {
  const { jws, hash } = guest.consent;
  const signer = encodeBase64Url(guest.signer.publicKey);
  const header = { alg: 'ES256', typ: consentJwsType, kid: guest.id };
  const bad = (name: string, text: string, expect = 'refused: consent_invalid') => ({
    name,
    expect,
    jws: text,
    signer,
  });
  const given = {
    ...guest.event,
    decisions: guest.event.decisions.map((one) => ({ ...one, decision: 'given' as const })),
  };
  const [head = '', body = '', signature = ''] = jws.split('.');
  return [
    { name: 'as signed', expect: `opened: ${guest.id} 1 ${hash}`, jws, signer },
    { name: 'signed by another guest', expect: 'refused: consent_invalid', jws: other.consent.jws, signer },
    { name: 'a signer that is no key', expect: 'refused: consent_invalid', jws, signer: signer.slice(0, 20) },
    bad('a no turned into a yes', withPayload(jws, given)),
    bad('signature flipped', `${head}.${body}.${flipBit(signature, 5)}`),
    bad('signature missing', `${head}.${body}.`),
    bad('the same signature written another way', respelt(jws)),
    bad('alg none', unsigned(consentJwsType, guest.event)),
    bad('HMAC with the public key', await hmacWithPublicKey(consentJwsType, guest.event, guest.signer.publicKey)),
    bad('typed as a manifest', await handmadeJws({ ...header, typ: manifestJwsType }, guest.event, guest.signer)),
    bad('without a type', await handmadeJws({ alg: 'ES256' }, guest.event, guest.signer)),
    bad(
      'with a critical extension',
      await handmadeJws({ ...header, crit: ['exp'], exp: 1 }, guest.event, guest.signer),
    ),
    bad('with a field nobody knows', await handmadeJws(header, { ...guest.event, note: 'x' }, guest.signer)),
    bad('an older format', await handmadeJws(header, { ...guest.event, format: 'foyer-consent/0' }, guest.signer)),
    bad(
      'on 30 February',
      await handmadeJws(header, { ...guest.event, time: '2026-02-30T00:00:00+08:00' }, guest.signer),
    ),
    bad('not JSON', await handmadeJws(header, 'yes', guest.signer), 'refused: consent_invalid: not JSON'),
    bad('a manifest', hotel.manifest.jws),
    bad('four parts', `${jws}.${signature}`),
    bad('nothing', ''),
  ];
}
