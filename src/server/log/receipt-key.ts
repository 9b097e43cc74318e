import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { checkpointBody, formatCheckpoint } from '../../protocol/checkpoint.ts';
import { keyIdOf, rawPoint } from '../p256.ts';
import type { SignCheckpoint } from '../store/store.ts';
import type { StoredReceiptKey } from '../store/hotel-store.ts';

/** Makes the key pair with which a property's checkpoints are signed; the root-signed manifest names its public half. */
export function makeReceiptKey(): StoredReceiptKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const point = rawPoint(publicKey);
  return { keyId: keyIdOf(point), publicKey: point, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }) };
}

/** Signs the checkpoints of `foyer/<property>`: ECDSA P-256 over SHA-256, r ‖ s. */
export function checkpointSigner(property: string, key: StoredReceiptKey): SignCheckpoint {
  const privateKey = createPrivateKey({ key: Buffer.from(key.privateKey), format: 'der', type: 'pkcs8' });
  const hint = Buffer.from(key.keyId, 'base64url').subarray(0, 4);
  return (size, root) => {
    const checkpoint = { origin: `foyer/${property}`, size, root: new Uint8Array(root) };
    const body = Buffer.from(checkpointBody(checkpoint));
    return formatCheckpoint(checkpoint, hint, sign('sha256', body, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  };
}
