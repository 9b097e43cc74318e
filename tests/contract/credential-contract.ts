// What every store must do with passkeys and passphrases, whatever it is built on.

import { expect, test } from 'vitest';
import type { Change } from '../../src/server/store/change.ts';
import { sha256 } from '../support/hotel-fixtures.ts';
import { fixtureId, testPerson } from '../support/server-fixtures.ts';
import { contractSetting, type StorePlace } from './contract-setting.ts';

export function credentialContract(newPlace: () => Promise<StorePlace>): void {
  const s = contractSetting(newPlace);
  const { entry, write } = s;
  const outcomes = async (...changes: Change[]) => (await write(...changes)).outcomes;
  const wrapped = { nonce: 'AAAAAAAAAAAAAAAA', ciphertext: 'AAAA' };
  const addition = (credential: string, counter = 0): Change & { kind: 'add-passkey' } => ({
    kind: 'add-passkey',
    at: s.now,
    person: s.owner.person.id,
    passkey: { id: fixtureId(), credential, publicKey: 'AQID', counter, name: '平板', wrapped },
    most: 2,
    entry: entry('passkey-added'),
  });
  const conflict = { kind: 'refused', code: 'conflict' };

  test('keeps passkeys by credential and person, at most so many, each credential once', async () => {
    const [one, two] = [addition('AAAB'), addition('AAAC')];
    expect(await outcomes(one, addition('AAAB'), two, addition('AAAD'))).toMatchObject([
      { kind: 'done' },
      conflict,
      { kind: 'done' },
      conflict,
    ]);
    const { id } = s.owner.person;
    const kept = { ...one.passkey, person: id, addedAt: s.now, usedAt: null };
    expect(await s.store.passkey(s.hotel.property, 'AAAB')).toEqual(kept);
    expect(await s.store.passkey('0000000000', 'AAAB')).toBeNull();
    expect((await s.store.passkeys(id)).map(({ credential }) => credential)).toEqual(['AAAB', 'AAAC']);
    const removal = {
      kind: 'remove-passkey',
      at: s.now,
      passkey: one.passkey.id,
      entry: entry('passkey-removed'),
    } as const;
    expect(
      await outcomes({ ...removal, person: fixtureId() }, { ...removal, person: id }, { ...removal, person: id }),
    ).toMatchObject([{ kind: 'refused', code: 'not_found' }, { kind: 'done' }, { kind: 'refused', code: 'not_found' }]);
    expect(await s.store.passkeys(id)).toHaveLength(1);
  });

  test('a counter only goes on, and one that counts nothing stays', async () => {
    const [counting, still] = [addition('AAAB', 4), addition('AAAC')];
    await write(counting, still);
    const use = (of: typeof counting, counter: number) =>
      ({ kind: 'use-passkey', at: s.now + 5, passkey: of.passkey.id, counter }) as const;
    const failed = { kind: 'refused', code: 'sign_in_failed' };
    expect(
      await outcomes(use(counting, 5), use(counting, 5), use(counting, 4), use(still, 0), use(still, 0)),
    ).toMatchObject([{ kind: 'done' }, failed, failed, { kind: 'done' }, { kind: 'done' }]);
    expect(await s.store.passkey(s.hotel.property, 'AAAB')).toMatchObject({ counter: 5, usedAt: s.now + 5 });
  });

  test('a new passphrase takes the old one’s proof, and ends the person’s other sessions', async () => {
    const { person, proof } = s.owner;
    const [kept, other] = [sha256('kept'), sha256('other')];
    const session = {
      kind: 'start-session',
      moment: s.now,
      person: person.id,
      forget: 0,
      device: 'other',
      entry: entry('signed-in'),
    } as const;
    await write({ ...session, hash: kept }, { ...session, hash: other });
    const { credential } = (await testPerson(s.hotel, 'owner', 'li')).person;
    const by = { kind: 'change-passphrase', at: s.now, person: person.id, session: kept, credential } as const;
    const change = { ...by, proofHash: sha256(proof), entry: entry('passphrase-changed') };
    const failed = { kind: 'refused', code: 'sign_in_failed' };
    expect(await outcomes({ ...change, proofHash: sha256('wrong') }, change, change)).toMatchObject([
      failed,
      { kind: 'done' },
      failed,
    ]);
    expect((await s.store.personByHandle(s.hotel.property, 'li'))?.credential).toEqual(credential);
    expect(await s.store.session(kept)).not.toBeNull();
    expect(await s.store.session(other)).toBeNull();
  });
}
