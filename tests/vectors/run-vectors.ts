import { verifyConsent } from '../../src/crypto/consent.ts';
import { deriveGuestKeys } from '../../src/crypto/guest-secret.ts';
import { hpkeOpen } from '../../src/crypto/hpke.ts';
import { importKeyPair, keyIdOf } from '../../src/crypto/key-pair.ts';
import { hashLeaf, rootFromInclusion } from '../../src/crypto/merkle-proof.ts';
import { openEnvelope } from '../../src/crypto/open-envelope.ts';
import { derivePassphraseKeys } from '../../src/crypto/passphrase.ts';
import { formatRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { openSelfCopy } from '../../src/crypto/self-copy.ts';
import { digest } from '../../src/crypto/sha256.ts';
import { verifyTeamList } from '../../src/crypto/team-list.ts';
import { verifyManifest, verifyNotice } from '../../src/crypto/verify-manifest.ts';
import { verifyReceipt } from '../../src/crypto/verify-receipt.ts';
import { decodeBase64Url, encodeBase64Url } from '../../src/protocol/base64url.ts';
import { arrivalCode } from '../../src/protocol/ids.ts';
import { Refusal } from '../../src/protocol/problems.ts';
import type { DerivationFile, VectorFiles } from './vector-files.ts';

// Runs every frozen vector with the product's own code. The same function runs in Node and inside a browser, so it uses nothing
// that only one of them has.

export interface VectorOutcome {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

type Step = () => Promise<string>;

export async function runVectors(files: VectorFiles): Promise<VectorOutcome[]> {
  const outcomes: VectorOutcome[] = [];
  const run = async (file: string, { name, expect }: { name: string; expect: string }, step: Step) => {
    outcomes.push({ name: `${file}: ${name}`, expected: expect, found: await describe(step) });
  };
  for (const one of files.envelopes.cases) await run('envelopes', one, () => openEnvelopeCase(one));
  for (const one of files.selfCopies.cases) {
    await run('self copies', one, async () => {
      const { selfKey } = await deriveGuestKeys(one.secret);
      return `opened: ${utf8(await openSelfCopy(one.context, selfKey, one.envelope))}`;
    });
  }
  for (const one of files.consents.cases) {
    await run('consents', one, async () => {
      const { registration, number } = await verifyConsent(one.jws, bytes(one.signer));
      return `opened: ${registration} ${number} ${await digest(one.jws)}`;
    });
  }
  for (const one of files.manifests.cases) {
    await run('manifests', one, async () => {
      const { manifest, hash } = await verifyManifest(one.jws, one.expected);
      if (one.notice !== undefined) await verifyNotice(one.notice.text, one.notice.language, manifest);
      return `opened: ${manifest.sequence} ${hash}`;
    });
  }
  for (const one of files.teams.cases) {
    await run('team lists', one, async () => {
      const { list, hash } = await verifyTeamList(one.jws, bytes(one.root), one.expected);
      return `opened: ${list.sequence} ${list.people.length} ${hash}`;
    });
  }
  for (const one of files.receipts.cases) {
    await run('receipts', one, async () => {
      const { receipt, checkpoint } = await verifyReceipt(one.proven, one.fingerprint);
      return `opened: ${receipt.record_id} in ${checkpoint.size}`;
    });
  }
  for (const one of files.proofs.cases) {
    await run('proofs', one, async () => {
      const root = rootFromInclusion(hashLeaf(one.leaf), one.index, one.size, one.proof.map(fromHex));
      return root === null ? 'refused' : `opened: ${toHex(root)}`;
    });
  }
  for (const one of files.derivations.cases) await run('derivations', one, async () => `opened: ${await derive(one)}`);
  for (const one of files.hpke.cases) await run('hpke', one, () => openHpkeCase(one));
  return outcomes;
}

async function describe(step: Step): Promise<string> {
  try {
    return await step();
  } catch (error) {
    return error instanceof Refusal ? `refused: ${error.message}` : `broke: ${String(error)}`;
  }
}

async function openEnvelopeCase(one: VectorFiles['envelopes']['cases'][number]): Promise<string> {
  const pair = { publicKey: bytes(one.key.publicKey), privateKey: bytes(one.key.privateKey) };
  const opened = await openEnvelope(one.context, await importKeyPair(pair, 'open'), one.envelope);
  return `opened: ${utf8(opened)}`;
}

async function openHpkeCase(one: VectorFiles['hpke']['cases'][number]): Promise<string> {
  const pair = await importKeyPair({ publicKey: fromHex(one.pkRm), privateKey: fromHex(one.skRm) }, 'open');
  const sealed = { enc: encodeBase64Url(fromHex(one.enc)), ciphertext: encodeBase64Url(fromHex(one.ciphertext)) };
  return `opened: ${toHex(await hpkeOpen(pair, utf8(fromHex(one.info)), utf8(fromHex(one.aad)), sealed))}`;
}

async function derive({ kind, input, salt = '' }: DerivationFile['cases'][number]): Promise<string> {
  switch (kind) {
    case 'guest-lookup':
      return (await deriveGuestKeys(input)).lookup;
    case 'guest-token':
      return (await deriveGuestKeys(input)).token;
    case 'staff-proof':
      return (await derivePassphraseKeys(input, salt, { algorithm: 'argon2id', memory: 19_456, passes: 2, lanes: 1 }))
        .proof;
    case 'recovery-code':
      return formatRecoveryCode(bytes(input));
    case 'key-id':
      return keyIdOf(bytes(input));
    case 'arrival-code':
      return arrivalCode(input);
    case 'digest':
      return digest(input);
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const decoded = decodeBase64Url(text);
  if (decoded === null) throw new TypeError('a vector holds text that is not base64url');
  return decoded;
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function utf8(data: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(data);
}
