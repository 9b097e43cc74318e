import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bundleBytes, readBundle } from '../../../src/crypto/key-bundle.ts';
import { importKeyPair, keyIdOf } from '../../../src/crypto/key-pair.ts';
import { openKeyring } from '../../../src/crypto/keyring.ts';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { createPerson, type PersonDraft } from '../../../src/crypto/person-keys.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { importWrappingKey, wrapBytes } from '../../../src/crypto/wrap.ts';
import type { SignedIn } from '../../../src/protocol/api.ts';
import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { type NewPerson, newPersonSchema } from '../../../src/protocol/staff.ts';
import { now } from '../../vectors/fixed-hotel.ts';
import { fixedKeyPair, fixedRandom } from '../../vectors/fixed-keys.ts';
import { refusalOf } from './refusal-of.ts';

const property = 'fyrqc00001';
const [card, emergency, root] = [fixedKeyPair('card'), fixedKeyPair('emergency'), fixedKeyPair('root')];
const draft: PersonDraft = {
  property,
  handle: 'owner',
  displayName: 'Owner',
  role: 'owner',
  passphrase: 'long enough',
  purposes: [
    { purpose: 'card', pair: card },
    { purpose: 'emergency', pair: emergency },
  ],
  epoch: 1,
  fingerprint: await keyIdOf(root.publicKey),
  root,
  now,
  random: fixedRandom('person'),
  parameters: { algorithm: 'argon2id', memory: 19_456, passes: 2, lanes: 1 },
};
const owner = await createPerson(draft);
const { proof, wrappingKey } = await derivePassphraseKeys(
  draft.passphrase,
  owner.credential.salt,
  owner.credential.parameters,
);
const signedIn = (person: NewPerson): SignedIn => ({
  session: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  person: {
    id: person.id,
    handle: person.handle,
    displayName: person.displayName,
    role: person.role,
    publicKey: person.publicKey,
    granted: ['card', 'emergency'],
    trainedAt: null,
    passphraseSince: '2026-05-04T09:30:00+08:00',
  },
  wrapped: person.credential.wrapped,
  grants: person.grants,
  idleLimit: 300_000,
});

describe('a member of staff', () => {
  it('is sent to the server with nothing that opens anything', async () => {
    expect(newPersonSchema.parse(owner)).toEqual(owner);
    expect(owner.credential.proofHash).toBe(await digest(proof));
    const sent = JSON.stringify(owner);
    for (const pair of [card, emergency, root]) expect(sent).not.toContain(encodeBase64Url(pair.privateKey));
    for (const secret of [draft.passphrase, proof]) expect(sent).not.toContain(secret);
  });

  it('opens their own keys with their own passphrase, and no other', async () => {
    const keyring = await openKeyring(property, signedIn(owner), wrappingKey);
    for (const pair of [card, emergency]) expect(keyring.holds(await keyIdOf(pair.publicKey))).toBe(true);
    expect(keyring.root?.publicKey).toEqual(root.publicKey);
    expect(keyring.fingerprint).toBe(await keyIdOf(root.publicKey));
    const wrong = await derivePassphraseKeys('long enough?', owner.credential.salt, owner.credential.parameters);
    expect(await refusalOf(openKeyring(property, signedIn(owner), wrong.wrappingKey))).toBe(
      'cannot_open: wrapped bytes',
    );
  });

  it('below an owner has no root', async () => {
    const clerk = await createPerson({
      ...draft,
      role: 'front-desk',
      root: null,
      purposes: [{ purpose: 'card', pair: card }],
    });
    const keys = await derivePassphraseKeys(draft.passphrase, clerk.credential.salt, clerk.credential.parameters);
    const keyring = await openKeyring(property, signedIn(clerk), keys.wrappingKey);
    expect(keyring.root).toBeNull();
    // Somebody without the root still knows which one to believe: no server can introduce another.
    expect(keyring.fingerprint).toBe(await keyIdOf(root.publicKey));
    expect(() => keyring.pair('AAAAAAAAAAAAAAAAAAAAAA')).toThrow('not_granted');
    expect(keyring.holds(await keyIdOf(emergency.publicKey))).toBe(false);
  });

  it('opens no grant of another hotel or person', async () => {
    expect(await refusalOf(openKeyring('fyrqc00002', signedIn(owner), wrappingKey))).toBe('cannot_open: sealed bytes');
    const signed = signedIn(owner);
    const renamed = { ...signed, person: { ...signed.person, id: 'AAAAAAAAAAAAAAAAAAAAAA' } };
    expect(await refusalOf(openKeyring(property, renamed, wrappingKey))).toBe('cannot_open: sealed bytes');
  });

  it('leaves out a grant that doesn’t open, names its purpose, and opens the rest', async () => {
    const signed = signedIn(owner);
    const [first, ...others] = signed.grants;
    if (first === undefined) throw new Error('the owner was granted keys');
    const damaged = { ...first, sealed: { ...first.sealed, ciphertext: `AAAA${first.sealed.ciphertext.slice(4)}` } };
    // Twice, as of two epochs: it is named once.
    const keyring = await openKeyring(property, { ...signed, grants: [damaged, damaged, ...others] }, wrappingKey);
    expect(keyring.unopened).toEqual([first.purpose]);
    expect(keyring.holds(first.keyId)).toBe(false);
    expect(others.length).toBeGreaterThan(0);
    for (const { keyId } of others) expect(keyring.holds(keyId)).toBe(true);
    expect((await openKeyring(property, signed, wrappingKey)).unopened).toEqual([]);
    expect(await refusalOf(openKeyring(property, { ...signed, grants: [damaged] }, wrappingKey))).toBe(
      'cannot_open: sealed bytes',
    );
  });

  it('is theirs, or nothing opens: what the server calls their key is what others would seal to', async () => {
    const signed = signedIn(owner);
    const swapped = { ...signed, person: { ...signed.person, publicKey: encodeBase64Url(card.publicKey) } };
    expect(await refusalOf(openKeyring(property, swapped, wrappingKey))).toBe('cannot_open: another key of the person');
  });

  it('without a key of their own has no keyring', async () => {
    const wrapped = await wrapBytes(
      wrappingKey,
      'staff keys',
      bundleBytes({ person: null, root: null, purposes: [] }),
      fixedRandom('x'),
    );
    expect(await refusalOf(openKeyring(property, { ...signedIn(owner), wrapped }, wrappingKey))).toBe(
      'cannot_open: person',
    );
  });
});

describe('a keyring', () => {
  it('forgets everything at once', async () => {
    const keyring = await openKeyring(property, signedIn(owner), wrappingKey);
    const id = await keyIdOf(card.publicKey);
    expect(keyring.pair(id).privateKey.extractable).toBe(false);
    expect(keyring.person.privateKey.extractable).toBe(false);
    expect(keyring.root?.signingKey.extractable).toBe(false);
    keyring.forget();
    expect(keyring.holds(id)).toBe(false);
    expect(keyring.root).toBeNull();
    expect(() => keyring.pair(id)).toThrow('not_granted');
    expect(() => keyring.person).toThrow('session_ended');
  });

  it('prints as nothing, however it is printed', async () => {
    const keyring = await openKeyring(property, signedIn(owner), wrappingKey);
    expect(JSON.stringify({ keyring })).toBe('{"keyring":"[keyring]"}');
    const printed = [
      inspect(keyring, { depth: 9, showHidden: true, getters: false }),
      format('%o %O %s', keyring, keyring, keyring),
      inspect(keyring),
    ];
    for (const text of printed)
      for (const word of ['CryptoKey', 'privateKey', 'signingKey', await keyIdOf(card.publicKey)])
        expect(text).not.toContain(word);
    expect(Object.keys(keyring)).toEqual([]);
    expect(structuredClone(keyring)).toEqual({});
  });
});

describe('a bundle of keys', () => {
  const bundle = {
    person: card,
    root,
    purposes: [{ purpose: 'emergency' as const, pair: emergency }],
    fingerprint: 'AAAAAAAAAAAAAAAAAAAAAA',
  };
  const json = (change: object) =>
    new TextEncoder().encode(JSON.stringify({ v: 1, person: null, root: null, purposes: [], ...change }));

  it('goes to bytes and back', async () => {
    expect(readBundle(bundleBytes(bundle))).toEqual(bundle);
    expect(readBundle(bundleBytes({ person: null, root: null, purposes: [] }))).toEqual({
      person: null,
      root: null,
      purposes: [],
    });
    expect((await importKeyPair(readBundle(bundleBytes(bundle)).root ?? card, 'sign')).privateKey.type).toBe('private');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no text', Uint8Array.of(0xff, 0xfe)],
    ['another version', json({ v: 2 })],
    ['an unknown purpose', json({ purposes: [{ purpose: 'face', key: { p: '', s: '' } }] })],
    ['a short key', json({ root: { p: encodeBase64Url(root.publicKey), s: 'AAAA' } })],
    [
      'a key in another spelling',
      json({ root: { p: encodeBase64Url(root.publicKey), s: `${encodeBase64Url(root.privateKey)}=` } }),
    ],
    ['no list', json({ purposes: null })],
  ])('that is %s is refused', (_, bytes) => {
    expect(() => readBundle(bytes)).toThrow('cannot_open: key bundle');
  });

  it('is not opened where something else was wrapped', async () => {
    const key = await importWrappingKey(new Uint8Array(32));
    const wrapped = await wrapBytes(key, 'recovery key', bundleBytes(bundle), fixedRandom('x'));
    expect(await refusalOf(openKeyring(property, { ...signedIn(owner), wrapped }, key))).toBe(
      'cannot_open: wrapped bytes',
    );
  });
});
