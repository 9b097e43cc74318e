// An authenticator in software: makes a passkey and proves it, byte by byte as WebAuthn level 3 has it (§6.1, §6.5).

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import * as z from 'zod/mini';
import type { NewPasskey, PasskeyAssertion, PasskeyChallenge } from '../../src/protocol/passkey.ts';

const point = z.object({ x: z.string(), y: z.string() });
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const bytes = (...values: number[]) => Buffer.from(values);
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

export function softPasskey(origin: string) {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  /** `flags`: the person was there (1) and verified (4), a key follows (64). */
  const authenticatorData = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((counter += 1));
    return Buffer.concat([sha256(rpId), bytes(flags), count]);
  };
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  return {
    make({ challenge, rpId }: PasskeyChallenge): NewPasskey {
      const { x, y } = point.parse(keys.publicKey.export({ format: 'jwk' }));
      // COSE: an EC2 key (1: 2) for ES256 (3: -7) on P-256 (-1: 1).
      const cose = Buffer.concat([
        bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
        Buffer.from(x, 'base64url'),
        bytes(0x22, 0x58, 0x20),
        Buffer.from(y, 'base64url'),
      ]);
      const data = Buffer.concat([authenticatorData(rpId, 0x45), Buffer.alloc(16), bytes(0, id.length), id, cose]);
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
      const attestation = Buffer.concat([
        bytes(0xa3, 0x63),
        Buffer.from('fmt'),
        bytes(0x64),
        Buffer.from('none'),
        bytes(0x67),
        Buffer.from('attStmt'),
        bytes(0xa0, 0x68),
        Buffer.from('authData'),
        bytes(0x58, data.length),
        data,
      ]);
      return {
        name: 'soft',
        wrapped: null,
        attestation: {
          id: base64url(id),
          clientDataJSON: base64url(clientData('webauthn.create', challenge)),
          attestationObject: base64url(attestation),
        },
      };
    },

    prove({ challenge, rpId }: PasskeyChallenge): PasskeyAssertion {
      const data = authenticatorData(rpId, 0x05);
      const client = clientData('webauthn.get', challenge);
      return {
        id: base64url(id),
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), keys.privateKey)),
      };
    },
  };
}
