import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LedgerDisk, realDisk } from '../../src/server/store/sqlite/erasure-ledger.ts';
import { openSqliteStore } from '../../src/server/store/sqlite/open-sqlite-store.ts';
import { brokenContract } from './broken-contract.ts';
import { commitContract } from './commit-contract.ts';
import type { StorePlace } from './contract-setting.ts';
import { credentialContract } from './credential-contract.ts';
import { deskNoteContract } from './desk-note-contract.ts';
import { deskContract } from './desk-contract.ts';
import { approvalContract } from './approval-contract.ts';
import { openingContract } from './opening-contract.ts';
import { erasureContract } from './erasure-contract.ts';
import { forgottenStayContract } from './forgotten-stay-contract.ts';
import { guestContract } from './guest-contract.ts';
import { invitationContract } from './invitation-contract.ts';
import { shutOutContract } from './shut-out-contract.ts';
import { keysContract } from './keys-contract.ts';
import { paperContract } from './paper-contract.ts';
import { propertyContract } from './property-contract.ts';
import { teamContract } from './team-contract.ts';

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'foyer-store-'));
}

function placeIn(folder: string): StorePlace {
  return {
    open: async (faults) => {
      if (faults === undefined) return openSqliteStore(folder);
      const { beforeCommit, beforeLedger } = faults;
      const write: LedgerDisk['write'] = (file, bytes, from) => {
        beforeLedger();
        return realDisk.write(file, bytes, from);
      };
      return openSqliteStore(folder, { beforeCommit, ledgerDisk: { ...realDisk, write } });
    },
    remove: () => rm(folder, { recursive: true }),
    damage: (registration, column, text) => {
      const database = new DatabaseSync(join(folder, 'foyer.db'));
      database
        .prepare(`UPDATE registrations SET ${column} = ? WHERE registration = ?`)
        .run(text, Buffer.from(registration, 'base64url'));
      database.close();
    },
    copy: async () => {
      const copy = await newFolder();
      await cp(folder, copy, { recursive: true });
      return placeIn(copy);
    },
  };
}

const newPlace = async () => placeIn(await newFolder());

describe('submissions and the log', () => {
  commitContract(newPlace);
});
describe('registrations that move on', () => {
  deskContract(newPlace);
  deskNoteContract(newPlace);
  brokenContract(newPlace);
  openingContract(newPlace);
  approvalContract(newPlace);
});
describe('guests who change their minds', () => {
  guestContract(newPlace);
});
describe('deletions and requests', () => {
  erasureContract(newPlace);
  forgottenStayContract(newPlace);
});
describe('a property, its people and keys', () => {
  propertyContract(newPlace);
  keysContract(newPlace);
});
describe('passkeys and passphrases', () => {
  credentialContract(newPlace);
});
describe('the register of paper', () => {
  paperContract(newPlace);
});
describe('invitations', () => {
  invitationContract(newPlace);
  shutOutContract(newPlace);
});

describe('a team', () => {
  teamContract(newPlace);
});

async function testFolder(): Promise<string> {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('a folder in use is refused with words for whoever starts the server, and is free again after a close', async () => {
  const folder = await testFolder();
  const first = openSqliteStore(folder);
  expect(() => openSqliteStore(folder)).toThrow(/in use by another server/);
  await first.close();
  await openSqliteStore(folder).close();
});

test('a database of a newer release is refused and left as it is', async () => {
  const folder = await testFolder();
  await openSqliteStore(folder).close();
  const database = new DatabaseSync(join(folder, 'foyer.db'));
  database.exec('PRAGMA user_version = 999');
  database.close();
  expect(() => openSqliteStore(folder)).toThrow(/newer release/);
  // The lock was given back, so that the message is the same the second time.
  expect(() => openSqliteStore(folder)).toThrow(/newer release/);
});

test('a file that is no database is refused', async () => {
  const folder = await testFolder();
  await writeFile(
    join(folder, 'foyer.db'),
    'this is not a database, and long enough to have a header of a hundred bytes. '.repeat(3),
  );
  expect(() => openSqliteStore(folder)).toThrow(/can't be opened: file is not a database/);
  expect((await readFile(join(folder, 'foyer.db'))).toString()).toContain('this is not a database');
});
