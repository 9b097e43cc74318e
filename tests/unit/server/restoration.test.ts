// A lost owner, the recovery sheet and a real server: what the sheet brings back, and what it doesn't.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateKeyPair } from '../../../src/crypto/key-pair.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { formatRecoveryCode, newRecoverySecret } from '../../../src/crypto/recovery-code.ts';
import { signRestoration } from '../../../src/crypto/restoration.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { AnyProblem } from '../../../src/protocol/problems.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { restorationSchema } from '../../../src/protocol/restoration.ts';
import { type DoorApi, staffDoor } from '../../../src/staff/api/staff-api.ts';
import { makeSheet, proveSheet, rehearseSheet } from '../../../src/staff/recovery/recovery-sheet.ts';
import { openWithSheet } from '../../../src/staff/restore/open-with-sheet.ts';
import { type LastTried, restoreOwner } from '../../../src/staff/restore/restore-owner.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { grantedKeys, openOwnKeys, type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { deskRows } from '../../support/desk-rows.ts';
import { makeHotel, passphrases, quickParameters } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;
let door: DoorApi;
let owner: Session;
const wishes = { handle: 'new.owner', displayName: '新负责人', passphrase: 'a lantern over the bridge' };
const tools = () => ({ now: server.clock.now, random: randomBytes, parameters: quickParameters });

beforeEach(async () => {
  server = await startTestServer({ now: Date.now() });
  hotel = await makeHotel({ url: server.url, output: () => server.server.setupLink ?? '' });
  door = staffDoor((url, init) => fetch(url, init), server.url);
  owner = await signInAs(hotel.people.owner.handle, passphrases.owner);
});

afterEach(() => server.end());

function signInAs(handle: string, passphrase: string): Promise<Session> {
  return signIn(door, { property: hotel.property, handle, passphrase });
}

async function newSheet(): Promise<string> {
  const { root } = await openOwnKeys(door, owner, passphrases.owner);
  const { card } = (await readHotel(owner)).manifest.manifest;
  return makeSheet(owner, card, { root, purposes: await grantedKeys(owner) }, tools());
}

async function actions(): Promise<string[]> {
  const entries = await server.store.entries(hotel.property, 0, 1000);
  return entries.map((entry) => logEntrySchema.parse(JSON.parse(entry)).action);
}

async function refusal(asked: Promise<unknown>): Promise<AnyProblem | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

test('the sheet makes a new owner who opens what was sealed before, and ends the old owner’s sessions', async () => {
  const code = await newSheet();
  await proveSheet(owner, code);
  const [submission] = await makeSubmissions({ manifest: hotel.manifest, count: 1 });
  const sent = await server.send('register', {
    parameters: { property: hotel.property },
    body: submission?.body,
  });
  expect(sent.status).toBe(201);
  const desk = await signInAs(hotel.people['front-desk'].handle, passphrases['front-desk']);

  const opened = await openWithSheet(door, hotel.property, code.toLowerCase().replaceAll('-', ' '));
  expect(opened.missing).toEqual([]);
  await restoreOwner(door, opened, wishes, tools());

  expect(await refusal(owner.api.property())).toBe('session_ended');
  const restored = await signInAs(wishes.handle, wishes.passphrase);
  expect(restored.person.role).toBe('owner');
  expect(restored.keyring.root).not.toBeNull();
  const { manifest } = (await readHotel(restored)).manifest;
  for (const { keyId } of [manifest.card, ...manifest.purposes]) expect(restored.keyring.holds(keyId)).toBe(true);
  expect((await deskRows(restored.api)).rows).toHaveLength(1);

  // Everyone at work hears of it, and the sheet has to be made anew before it counts again.
  const told = await desk.api.property();
  expect(told).toMatchObject({ recoveryProven: false, recoveryUsed: true, restored: { name: wishes.displayName } });
  expect(await refusal(proveSheet(restored, code))).toBe('sheet_replaced');
  expect(await actions()).toContain('owner-restored');
  // The old account is there still, for whoever knows its passphrase.
  expect((await signInAs(hotel.people.owner.handle, passphrases.owner)).person.role).toBe('owner');
});

test('a sheet outlives the removal of whoever has seen it, and its own use, until a new one is made; the owner is told until then', async () => {
  const code = await newSheet();
  await proveSheet(owner, code);
  const removed = hotel.people.supervisor.id;
  await renewKeys(door, owner, { removed, revoked: [] }, server.clock.now);
  const after = await signInAs(hotel.people.owner.handle, passphrases.owner);
  expect(await readHotel(after)).toMatchObject({ recoveryLapsed: true, recoveryUsed: false });
  for (const handle of ['first', 'second']) {
    const opened = await openWithSheet(door, hotel.property, code);
    // The root and the keys of before; what the removal made is not in it.
    expect(opened.missing.length).toBeGreaterThan(0);
    await restoreOwner(door, opened, { ...wishes, handle }, tools());
    const restored = await signInAs(handle, wishes.passphrase);
    // What leads them to the sheet's place, and keeps saying so.
    expect(await readHotel(restored)).toMatchObject({ recoveryProven: false, recoveryUsed: true });
  }
  owner = await signInAs(hotel.people.owner.handle, passphrases.owner);
  await newSheet();
  expect(await refusal(openWithSheet(door, hotel.property, code))).toBe('sheet_replaced');
});

test('a slip, a sheet of no hotel of ours, and one that was replaced are told apart', async () => {
  const old = await newSheet();
  const code = await newSheet();
  expect(await refusal(openWithSheet(door, hotel.property, code.slice(0, -1)))).toBe('wrong_recovery_code');
  expect(await refusal(openWithSheet(door, hotel.property, old))).toBe('sheet_replaced');
  const foreign = await formatRecoveryCode(newRecoverySecret(randomBytes));
  expect(await refusal(openWithSheet(door, hotel.property, foreign))).toBe('recovery_wrong');
  expect(await actions()).toContain('owner-restoration-failed');
});

test('guessing is slowed, and doesn’t keep the right sheet out', async () => {
  const code = await newSheet();
  const codes: (AnyProblem | null)[] = [];
  for (let i = 0; i < 8; i++) {
    const guess = await formatRecoveryCode(newRecoverySecret(randomBytes));
    codes.push(await refusal(openWithSheet(door, hotel.property, guess)));
  }
  expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'recovery_wrong'));
  expect(codes.at(-1)).toBe('too_many_attempts');
  expect((await openWithSheet(door, hotel.property, code)).missing).toEqual([]);
});

test('a restoration is good once, within ten minutes, for this hotel, and under the root’s own signature', async () => {
  const code = await newSheet();
  const opened = await openWithSheet(door, hotel.property, code);
  const texts: string[] = [];
  const tapped: DoorApi = { ...door, restore: async (_, text) => void texts.push(text) };
  await restoreOwner(tapped, opened, wishes, tools());
  await restoreOwner(tapped, opened, { ...wishes, handle: 'second' }, tools());
  const [first = '', second = ''] = texts;
  const restore = (text: string) => refusal(door.restore(hotel.property, text));

  const [head, payload = '', signature] = first.split('.');
  const forged = restorationSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  const stranger = await generateKeyPair();
  expect(await restore(await signRestoration(stranger, forged))).toBe('recovery_wrong');
  const swapped = { ...forged, person: { ...forged.person, handle: 'thief' } };
  const changed = Buffer.from(JSON.stringify(swapped)).toString('base64url');
  expect(await restore(`${head}.${changed}.${signature}`)).toBe('recovery_wrong');
  expect(await restore(hotel.manifest.jws)).toBe('recovery_wrong');
  const elsewhere = { ...forged, property: '0000000000' };
  expect(await restore(await signRestoration(opened.root, elsewhere))).toBe('malformed');
  const desk = { ...forged, person: { ...forged.person, role: 'front-desk' as const } };
  // Nothing so far has used the challenge up.
  expect(await restore(await signRestoration(opened.root, desk))).toBe('malformed');

  await restoreOwner(tapped, opened, wishes, tools());
  expect(await restore(texts[2] ?? '')).toBeNull();
  expect(await restore(texts[2] ?? '')).toBe('restoration_ended');
  server.clock.now += 10 * 60_000;
  expect(await restore(second)).toBe('restoration_ended');
});

test('a new owner’s name must be free, and a refused try can be made again', async () => {
  const opened = await openWithSheet(door, hotel.property, await newSheet());
  const taken = { ...wishes, handle: hotel.people.supervisor.handle };
  expect(await refusal(restoreOwner(door, opened, taken, tools()))).toBe('conflict');
  await restoreOwner(door, opened, wishes, tools());
});

test('an owner whose line broke after the server had them tries again, and is one owner under the name they chose', async () => {
  const opened = await openWithSheet(door, hotel.property, await newSheet());
  const cut: DoorApi = {
    ...door,
    restore: async (property, text) => {
      await door.restore(property, text);
      throw new Refusal('offline');
    },
  };
  const tried: LastTried = { current: null };
  expect(await refusal(restoreOwner(cut, opened, wishes, tools(), tried))).toBe('offline');
  await restoreOwner(door, opened, wishes, tools(), tried);
  const restored = await signInAs(wishes.handle, wishes.passphrase);
  const owners = (await restored.api.people()).filter(({ role }) => role === 'owner');
  expect(owners.map(({ handle }) => handle)).toEqual([hotel.people.owner.handle, wishes.handle]);
  expect((await actions()).filter((action) => action === 'owner-restored')).toHaveLength(1);
  // Another passphrase is another owner: the name is taken then.
  const other = { ...wishes, passphrase: 'a ladder against the wall' };
  expect(await refusal(restoreOwner(door, opened, other, tools(), tried))).toBe('conflict');
});

test('a sheet that lacks a key opens what it holds and names what it doesn’t', async () => {
  const { root } = await openOwnKeys(door, owner, passphrases.owner);
  const held = (await grantedKeys(owner)).filter(({ purpose }) => purpose !== 'billing');
  const { card } = hotel.manifest.manifest;
  const code = await makeSheet(owner, card, { root, purposes: held }, tools());
  const opened = await openWithSheet(door, hotel.property, code);
  expect(opened.missing).toEqual(['billing']);
  await restoreOwner(door, opened, wishes, tools());
  const restored = await signInAs(wishes.handle, wishes.passphrase);
  expect(restored.keyring.holds(card.keyId)).toBe(true);
  expect(restored.person.granted).not.toContain('billing');
});

test('a rehearsal opens a fresh test record and is written down; the first proof is none', async () => {
  const code = await newSheet();
  await proveSheet(owner, code);
  const first = await owner.api.recovery();
  server.clock.now += 366 * 86_400_000;
  owner = await signInAs(hotel.people.owner.handle, passphrases.owner);
  await rehearseSheet(owner, code, tools());
  const second = await owner.api.recovery();
  expect(second.test.id).not.toBe(first.test.id);
  expect(second.proofs.map(({ rehearsal }) => rehearsal)).toEqual([true, false, false]);
  expect(second.proofs[0]?.by).toBe(owner.person.id);
  expect((await actions()).filter((action) => action.startsWith('recovery-')).slice(2)).toEqual([
    'recovery-sheet-made',
    'recovery-sheet-proven',
    'recovery-rehearsed',
  ]);
  expect((await owner.api.property()).recoveryProvenAt).toBe(second.provenAt);
  const foreign = await formatRecoveryCode(newRecoverySecret(randomBytes));
  const before = await actions();
  expect(await refusal(rehearseSheet(owner, foreign, tools()))).toBe('recovery_wrong');
  expect((await actions()).slice(before.length)).toEqual(['attempt-refused']);
  // A slip of the pen tries no sheet, and is nobody's attempt.
  expect(await refusal(rehearseSheet(owner, `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`, tools()))).toBe(
    'wrong_recovery_code',
  );
  expect(await actions()).toHaveLength(before.length + 1);
  await rehearseSheet(owner, code, tools());
});
