// Somebody leaves with everything they had: their passphrase, their keys, their session, and later a whole copy of the database.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { openGrant } from '../../../src/crypto/grant.ts';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import { openEnvelope } from '../../../src/crypto/open-envelope.ts';
import { derivePassphraseKeys } from '../../../src/crypto/passphrase.ts';
import { openPersonKeys } from '../../../src/crypto/person-keys.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { type Envelope, envelopeSchema } from '../../../src/protocol/envelope.ts';
import {
  type Credential,
  credentialSchema,
  type Grant,
  keyPurposeSchema,
  sealedSchema,
} from '../../../src/protocol/staff.ts';
import { problemOf } from '../../../src/staff/api/call.ts';
import { readChanges } from '../../../src/staff/api/change-stream.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { deskRows } from '../../support/desk-rows.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';

interface Kept {
  readonly registration: string;
  readonly consent: string;
  readonly envelope: Envelope;
}

let server: RunningServer;
let hotel: Hotel;
let leaver: Session;
let owner: Session;
/** Copies of the data folder: the day before, and long after. */
const copies: string[] = [];

const door = () => staffDoor(fetch, server.url);
const signedIn = (role: 'owner' | 'supervisor' | 'front-desk') => {
  const { handle, passphrase } = hotel.people[role];
  return signIn(door(), { property: hotel.property, handle, passphrase });
};
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => problemOf(error),
  );

async function guestsRegister(count: number): Promise<void> {
  const api = createGuestApi({ fetch, origin: server.url });
  const phone = { api, property: hotel.property, fingerprint: hotel.fingerprint, clock: Date.now, random: randomBytes };
  for (const guest of demoGuests.slice(0, count)) await registerGuest(phone, guest);
}

function copyOfData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-leaving-'));
  cpSync(server.dataDir, folder, { recursive: true });
  copies.push(folder);
  return join(folder, 'foyer.db');
}

function reading<Value>(file: string, read: (database: DatabaseSync) => Value): Value {
  const database = new DatabaseSync(file);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

const bytes = z.instanceof(Uint8Array);
const text = (value: Uint8Array) => Buffer.from(value).toString('base64url');

/** Every envelope sealed to the hotel's staff in a database. */
function envelopesIn(file: string): Kept[] {
  const row = z.object({
    registration: bytes,
    consent_hash: bytes,
    kind: z.string(),
    purpose: z.nullable(z.string()),
    suite: z.string(),
    key_id: z.string(),
    schema: z.number(),
    enc: bytes,
    ciphertext: bytes,
  });
  const rows = reading(file, (database) =>
    database
      .prepare(
        `SELECT registration, consent_hash, e.* FROM envelopes e JOIN registrations r ON r.id = e.id / 16
          WHERE kind IN ('card', 'purpose')`,
      )
      .all(),
  );
  return rows.map((stored) => {
    const { registration, consent_hash: consent, key_id: keyId, enc, ciphertext, ...rest } = row.parse(stored);
    const envelope = envelopeSchema.parse({ ...rest, keyId, enc: text(enc), ciphertext: text(ciphertext) });
    return { registration: text(registration), consent: text(consent), envelope };
  });
}

/** What a database says of people: whose key it is, how it is wrapped, and every grant there is. */
function peopleIn(file: string): { credentials: Map<string, Credential>; grants: Grant[] } {
  return reading(file, (database) => {
    const person = z.object({ person: bytes, credential: z.string() });
    const grant = z.object({ purpose: keyPurposeSchema, key_id: bytes, epoch: z.number(), sealed: z.string() });
    return {
      credentials: new Map(
        database
          .prepare('SELECT person, credential FROM people')
          .all()
          .map((stored) => {
            const row = person.parse(stored);
            return [text(row.person), credentialSchema.parse(JSON.parse(row.credential))];
          }),
      ),
      grants: database
        .prepare('SELECT purpose, key_id, epoch, sealed FROM grants')
        .all()
        .map((stored) => {
          const { purpose, key_id: keyId, epoch, sealed } = grant.parse(stored);
          return { purpose, keyId: text(keyId), epoch, sealed: sealedSchema.parse(JSON.parse(sealed)) };
        }),
    };
  });
}

/** Every key somebody can make of a passphrase, a credential and any grants, whoever they were meant for. */
async function keysOf(id: string, passphrase: string, credential: Credential, grants: readonly Grant[]) {
  const { wrappingKey } = await derivePassphraseKeys(passphrase, credential.salt, credential.parameters);
  const { person } = await openPersonKeys(wrappingKey, credential.wrapped);
  if (person === null) throw new Error('a person without a key');
  const own = await importKeyPair(person, 'open');
  const keys: CryptoKeyPair[] = [own];
  for (const grant of grants) {
    const pair = await openGrant({ property: hotel.property, person: id }, grant, own).catch(() => null);
    if (pair !== null) keys.push(await importKeyPair(pair, 'open'));
  }
  return keys;
}

async function openedBy(keys: readonly CryptoKeyPair[], kept: readonly Kept[]): Promise<number> {
  let opened = 0;
  for (const { registration, consent, envelope } of kept) {
    const { kind, purpose } = envelope;
    for (const key of keys) {
      const context = { property: hotel.property, registration, consent, kind, purpose };
      const plain = await openEnvelope(context, key, envelope).catch(() => null);
      if (plain === null) continue;
      opened += 1;
      break;
    }
  }
  return opened;
}

beforeAll(async () => {
  server = await startServer();
  hotel = await makeHotel(server);
  await guestsRegister(3);
  leaver = await signedIn('supervisor');
  owner = await signedIn('owner');
}, 120_000);

afterAll(async () => {
  await server.stop();
  for (const folder of copies) rmSync(folder, { recursive: true });
});

test('whoever was removed opens none of the new submissions, with old keys, an old session and the whole database', async () => {
  const { id, passphrase } = hotel.people.supervisor;
  const unsent = (await makeSubmissions({ manifest: hotel.manifest, count: 2 })).map(({ body }) => body);
  const before = copyOfData();
  const known = envelopesIn(before);
  const old = peopleIn(before);
  const credential = old.credentials.get(id);
  if (credential === undefined) throw new Error('the supervisor is not in the database');
  // With what they have today, they open what they were granted: the test can fail.
  const keysBefore = await keysOf(id, passphrase, credential, old.grants);
  const granted = known.filter(({ envelope: { kind, purpose } }) =>
    hotel.people.supervisor.granted.includes(kind === 'card' || purpose === null ? 'card' : purpose),
  );
  expect(granted.length).toBeGreaterThan(3);
  expect(await openedBy(keysBefore, known)).toBe(granted.length);

  const line = (await leaver.api.changes(0, new AbortController().signal)).body;
  if (line === null) throw new Error('no stream');
  const changes = readChanges(line, () => undefined);
  for (let heard = 0; heard < 3; heard++) expect((await changes.next()).done).toBe(false);
  await renewKeys(door(), owner, { removed: id, revoked: [] }, Date.now());

  // Their session is over, and what was open for it is cut.
  expect(await refusalOf(leaver.api.rows('since', 0))).toBe('session_ended');
  expect(
    await refusalOf(
      leaver.api.open({ registration: known[0]?.registration ?? '', purpose: 'emergency', reason: 'emergency' }),
    ),
  ).toBe('session_ended');
  expect((await changes.next()).done).toBe(true);
  expect(await refusalOf(signedIn('supervisor'))).toBe('sign_in_failed');

  // A phone that sealed before hears so; nothing of it is taken in.
  const refused = await postBodies({ url: server.url, property: hotel.property, bodies: unsent, concurrency: 1 });
  expect(refused.map(({ answer }) => answer?.status)).toEqual([409, 409]);
  await guestsRegister(4);
  const later = copyOfData();
  const news = envelopesIn(later).filter(({ registration }) => !known.some((one) => one.registration === registration));
  expect(new Set(news.map(({ registration }) => registration)).size).toBe(4);
  const today = peopleIn(later);
  expect(today.credentials.has(id)).toBe(false);
  const every = await keysOf(id, passphrase, credential, [...old.grants, ...today.grants]);
  expect(every.length).toBeGreaterThanOrEqual(keysBefore.length);
  expect(await openedBy(every, news)).toBe(0);

  // Who stays opens the new and the old.
  const stays = hotel.people.owner;
  const theirs = today.credentials.get(stays.id);
  if (theirs === undefined) throw new Error('the owner is not in the database');
  const ownKeys = await keysOf(stays.id, stays.passphrase, theirs, today.grants);
  expect(await openedBy(ownKeys, [...known, ...news])).toBe(known.length + news.length);
});

test('everybody who stays signs in once more and works on; the sheet has to be made again, the posters stay', async () => {
  expect(await refusalOf(owner.api.rows('since', 0))).toBe('session_ended');
  const again = await signedIn('owner');
  const after = await again.api.property();
  expect(after.recoveryProven).toBe(false);
  expect(again.keyring.fingerprint).toBe(hotel.fingerprint);
  const desk = await signedIn('front-desk');
  const { rows } = await deskRows(desk.api);
  expect(rows).toHaveLength(7);
  for (const { registration, card, consentHash } of rows) {
    if (card === null) throw new Error('a row without a card');
    const context = {
      property: hotel.property,
      registration,
      consent: consentHash,
      kind: 'card',
      purpose: null,
    } as const;
    expect((await openEnvelope(context, desk.keyring.pair(card.keyId), card)).length).toBeGreaterThan(0);
  }
});
