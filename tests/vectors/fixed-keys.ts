import { createECDH, createHash } from 'node:crypto';
import type { RawKeyPair } from '../../src/crypto/key-pair.ts';
import type { RandomBytes } from '../../src/protocol/ids.ts';

/** A P-256 pair anyone can make again: its scalar is SHA-256 of `foyer test key <name>`. Worth nothing, for tests only. */
export function fixedKeyPair(name: string): RawKeyPair {
  const privateKey = new Uint8Array(createHash('sha256').update(`foyer test key ${name}`).digest());
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  return { publicKey: new Uint8Array(ecdh.getPublicKey()), privateKey };
}

/** A stream of bytes anyone can make again: SHA-256 of `<seed> <counter>`, block after block. */
export function fixedRandom(seed: string): RandomBytes {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256').update(`${seed} ${counter++}`).digest();
      bytes.set(block.subarray(0, length - at), at);
    }
    return bytes;
  };
}
