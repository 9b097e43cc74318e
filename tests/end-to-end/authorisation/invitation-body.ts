import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { newId } from '../../../src/protocol/ids.ts';

/** An invitation whole in shape. */
export function invitationBody() {
  const id = newId(Date.now(), randomBytes);
  const text = (length: number) => Buffer.from(randomBytes(length)).toString('base64url');
  const sealedSecret = { enc: text(65), ciphertext: text(59) };
  const who = {
    displayName: '林晓',
    handle: `lin-${id
      .slice(-6)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '0')}`,
  };
  return { id, ...who, role: 'front-desk', purposes: [], tokenHash: text(32), sealedSecret };
}
