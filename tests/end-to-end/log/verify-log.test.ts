// A real server, real entries, exported over HTTP, verified by the command as a process of its own.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { anchorsSchema } from '../../../src/protocol/log-anchor.ts';
import { routes } from '../../../src/protocol/routes.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { makeSubmissions } from '../../support/make-submissions.ts';
import { postBodies } from '../../support/post-bodies.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import { entryLines, lineOf } from '../../support/exported-log.ts';
import { projectFolder } from '../../tools/project-folder.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';

let server: RunningServer;
let hotel: Hotel;
let folder: string;
let lines: string[];
let receipt: string;
let anchor: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-log-'));
  server = await startServer();
  hotel = await makeHotel(server);
  const bodies = (await makeSubmissions({ manifest: hotel.manifest, count: 40 })).map(({ body }) => body);
  const posted = await postBodies({
    url: server.url,
    property: hotel.property,
    bodies: bodies.slice(0, 20),
    concurrency: 4,
  });
  receipt = posted[7]?.answer?.text ?? '';
  const { session } = await ownerAtWork(server.url, hotel.property);
  const kept = await session.api.anchors();
  anchor = (await session.api.keepAnchor({ size: kept.newest.size, way: 'mailed' })).checkpoint;
  await postBodies({ url: server.url, property: hotel.property, bodies: bodies.slice(20), concurrency: 4 });
  const exported = await session.api.exportLog();
  const text = await exported.text();
  lines = text.trimEnd().split('\n');
  await Promise.all([
    writeFile(file('log.jsonl'), text),
    writeFile(file('receipt.json'), receipt),
    writeFile(file('anchor.txt'), anchor),
  ]);
}, 120_000);

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

/** Runs the command as a person does. */
function foyer(...given: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(projectFolder, 'src/verifier/foyer.js'), 'verify-log', ...given],
      { cwd: folder },
      (_error, out, complaint) => resolve({ code: child.exitCode ?? -1, out, complaint }),
    );
  });
}

test('the whole holds, with anchor, receipt and the poster’s fingerprint', async () => {
  const all = await foyer(
    'log.jsonl',
    '--anchor',
    'anchor.txt',
    '--receipt',
    'receipt.json',
    '--fingerprint',
    hotel.fingerprint,
  );
  expect(all.complaint).toBe('');
  expect(all.code).toBe(0);
  expect(all.out).toContain('log.jsonl: everything holds');
  expect(all.out.match(/agrees/g)).toHaveLength(2);
  const { code, out } = await foyer('log.jsonl', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ holds: true, entries: entryLines(lines).length, fingerprintGiven: false });
});

test('an entry changed with any editor is named', async () => {
  const place = lines.findIndex((one) => one.includes(String.raw`\"guest\"`));
  const line = lineOf(lines[place] ?? '');
  if (!('entry' in line)) throw new TypeError('no guest’s entry');
  const changed = JSON.stringify({ ...line, entry: line.entry.replace('"guest"', '"gvest"') });
  await writeFile(file('changed.jsonl'), `${lines.with(place, changed).join('\n')}\n`);
  const { code, out } = await foyer('changed.jsonl');
  expect(code).toBe(1);
  expect(out).toContain(`entry ${line.index} is not the text that was logged (line ${place + 1})`);
});

test('what can’t be checked ends with 2 and says why', async () => {
  await writeFile(file('other.txt'), 'hello');
  const cases = [
    [[], /Which file/],
    [['missing.jsonl'], /ENOENT/],
    [['other.txt'], /not a log exported/],
    [['log.jsonl', '--anchor', 'other.txt'], /no checkpoint in other\.txt/],
    [['log.jsonl', '--receipt', 'other.txt'], /not a receipt/],
    [['log.jsonl', '--fingerprint', 'short'], /22 characters/],
    [['log.jsonl', '--unknown'], /unknown/],
  ] as const;
  const ran = await Promise.all(cases.map(([given]) => foyer(...given)));
  expect(ran.map(({ code }) => code)).toEqual(cases.map(() => 2));
  for (const [at, [, says]] of cases.entries()) expect(ran[at]?.complaint).toMatch(says);
});

test('an anchor in a mail program’s own file is read; one that was cut on its way speaks neither for nor against the log', async () => {
  const folded = anchor.replaceAll('=', '=3D').replace(/—(.{60})/, '=E2=80=94$1=\r\n');
  await writeFile(file('anchor.eml'), `Content-Transfer-Encoding: quoted-printable\r\n\r\n${folded}`);
  await writeFile(file('cut.txt'), anchor.replace(/.{20}\n$/, '\n'));
  const [mailed, cut] = await Promise.all([
    foyer('log.jsonl', '--anchor', 'anchor.eml'),
    foyer('log.jsonl', '--anchor', 'cut.txt'),
  ]);
  expect([mailed.code, mailed.out]).toEqual([0, expect.stringMatching(/anchor\.eml, at \d+ entries: agrees/)]);
  expect([cut.code, cut.out]).toEqual([2, expect.stringMatching(/cut\.txt: can’t be read/)]);
  expect(cut.out).not.toContain('DOES NOT HOLD');
});

test('exporting and anchoring are in the log, by whom', async () => {
  const entries = lines.slice(1).flatMap((text) => {
    const line = lineOf(text);
    return 'entry' in line ? [line.entry] : [];
  });
  expect(entries.at(-1)).toContain('"action":"log-exported"');
  expect(entries.at(-1)).toContain(hotel.people.owner.id);
  expect(entries.filter((entry) => entry.includes('"log-anchored"'))).toHaveLength(1);
  const { session } = await ownerAtWork(server.url, hotel.property);
  const { anchors } = anchorsSchema.parse(await session.api.anchors());
  expect(anchors).toMatchObject([{ checkpoint: anchor, actor: hotel.people.owner.id, way: 'mailed' }]);
  await expect(session.api.keepAnchor({ size: 1, way: 'saved' })).rejects.toMatchObject({ code: 'not_found' });
  expect(routes.exportLog.access).toBe('log.export');
});
