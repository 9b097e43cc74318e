// Files as spreadsheets read them: LibreOffice opens both, and what comes out again is the text that went in, beside its neighbours.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerPeople, type RegisterPerson } from '../../../src/pii/register-lines.ts';
import { isEntryField, registerOrders } from '../../../src/protocol/register-orders.ts';
import { registerFile } from '../../../src/staff/register/register-file.ts';
import { csvFile } from '../../../src/staff/exports/csv-file.ts';
import type { OpenExportThread } from '../../../src/staff/exports/export-messages.ts';
import { serveExport } from '../../../src/staff/exports/serve-export.ts';
import type { Row } from '../../../src/staff/exports/export-table.ts';
import type { TableFile } from '../../../src/staff/exports/table-file.ts';
import { xlsxFile } from '../../../src/staff/exports/xlsx-file.ts';
import { formulas, scripts } from '../../data/hostile-cells.ts';
import { ensureLibreOffice } from '../../tools/ensure-libreoffice.ts';

const run = promisify(execFile);
const hostile = [...formulas, ...scripts];
const header: Row = ['到店码', '姓名', '房号'];
/** Each between two neighbours that must be there afterwards. */
const rows: readonly Row[] = hostile.map((text, at) => [`A${at}Z`, text, `左邻右舍 ${at}`]);
/** Written a few rows at a time, as pages come. */
function written(file: TableFile, all = rows): Blob {
  for (let from = 0; from < all.length; from += 7) file.add(all.slice(from, from + 7));
  return file.end();
}
/** As it reads after what no cell can hold was taken out. */
const readable = (text: string) => text.replaceAll(/[\t\n\r]+/g, ' ');

const order = registerOrders.neutral;
const heads = order.fields.filter((field) => !isEntryField(field));
/** The thread that writes files, within the test's. */
const openThread: OpenExportThread = (hear) => ({
  post: serveExport((message) => queueMicrotask(() => hear(message))),
  end: () => undefined,
});
const registerOf = (format: 'xlsx' | 'csv', people: readonly RegisterPerson[]) =>
  registerFile(openThread, { order, format, people, asksEntry: false, sheet: '住宿登记' });

/** Whatever guests wrote as their name, their number or their guardian's. */
function hostileGuests(): readonly RegisterPerson[] {
  const stay = { room: '=208', arrivedAt: '2026-11-24T09:00:00+08:00', checkOut: '2026-11-26' };
  const people = hostile.map((name, at) => ({
    name,
    nationality: 'CN',
    documentKind: 'other' as const,
    documentNumber: at % 2 === 0 ? name : `B${at}`,
    birthDate: '2016-01-01',
  }));
  const minors = hostile.map((name) => ({
    name,
    age: 'under-14' as const,
    guardian: { name, relation: name, contact: name },
  }));
  return registerPeople(order, people, minors, stay, false);
}

/** What spreadsheets take for numbers, and read wrong. */
const takenForNumbers = {
  documentNumber: ['110101199003071234', '012345678'],
  room: '0301',
  guardianContact: '00442071234567',
} as const;

function numbered(): readonly RegisterPerson[] {
  const stay = { room: takenForNumbers.room, arrivedAt: '2026-11-24T09:00:00+08:00', checkOut: '2026-11-26' };
  const guardian = { name: 'Ann', relation: '母亲', contact: '+442071234567' };
  const people = takenForNumbers.documentNumber.map((documentNumber, at) => ({
    name: `G${at}`,
    nationality: at === 0 ? 'CN' : 'GB',
    documentKind: at === 0 ? ('resident-id' as const) : ('passport' as const),
    documentNumber,
    birthDate: at === 0 ? '1990-03-07' : '2016-03-07',
  }));
  return registerPeople(order, people, [{ name: 'G1', age: 'under-14', guardian }], stay, false);
}

const importedAsText = 'imported.csv';

/** Every file that is opened. */
const files = {
  'guests.xlsx': () => written(xlsxFile(header, '账单')),
  'guests.csv': () => written(csvFile(header)),
  'register.xlsx': () => registerOf('xlsx', hostileGuests()),
  'register.csv': () => registerOf('csv', hostileGuests()),
  'numbers.xlsx': () => registerOf('xlsx', numbered()),
  [importedAsText]: () => registerOf('csv', numbered()),
  'loose.csv': () => registerOf('csv', numbered()),
  'naive.csv': () => new Blob([`"code","name"\r\n"A","=1+2"\r\n`]),
  'odd.xlsx': () => written(xlsxFile(['a'], 'odd'), [['\uD800x\u0000y\u0008z\uFFFF']]),
} as const satisfies Readonly<Record<string, () => Blob | Promise<Blob>>>;

let folder: string;
beforeAll(async () => {
  const office = ensureLibreOffice((line) => console.info(line));
  folder = await mkdtemp(join(tmpdir(), 'foyer-sheets-'));
  const names: string[] = [];
  for (const [name, make] of Object.entries(files)) {
    const file = await make();
    await writeFile(join(folder, name), new Uint8Array(await file.arrayBuffer()));
    names.push(name);
  }
  // Each start takes two seconds, so files that are opened alike are opened together. UTF-8, as a spreadsheet that is told so; every
  // column as it comes, but in the one file that is imported as text.
  const asText = heads.map((_, at) => `${at + 1}/2`).join('/');
  await convert(
    office,
    names.filter((name) => name.endsWith('.xlsx')),
  );
  await convert(
    office,
    names.filter((name) => name.endsWith('.csv') && name !== importedAsText),
    '',
  );
  await convert(office, [importedAsText], asText);
}, 600_000);
afterAll(() => rm(folder, { recursive: true }));

/** Makes LibreOffice's own plain files of them; `columns` says how those of a text file are read. */
async function convert(office: string, names: readonly string[], columns?: string): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const filter = columns === undefined ? [] : [`--infilter=CSV:44,34,76,1,${columns}`];
  const paths = names.map((name) => join(folder, name));
  await run(office, [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', folder, ...paths]);
  // Two of one name would be one file afterwards.
  for (const path of paths) await rename(path.replace(/\.\w+$/, '.fods'), `${path}.fods`);
}

interface OpenedSheet {
  readonly cells: string[][];
  readonly formulas: string[];
  /** What each cell is to it: `string`, `float`, … */
  readonly types: string[];
}

/** What LibreOffice made of a file: every cell's shown text, and every formula it found. */
async function opened(name: keyof typeof files): Promise<OpenedSheet> {
  const text = await readFile(join(folder, `${name}.fods`), 'utf8');
  const found = [...text.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell[^>]*?(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(([, cell = '']) =>
      textOf(cell),
    ),
  );
  return {
    // The empty rest of the sheet's width is one cell more.
    cells: found
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)),
    formulas: text.match(/table:formula="[^"]*"/g) ?? [],
    types: [...text.matchAll(/office:value-type="(\w+)"/g)].map(([, type = '']) => type),
  };
}

function textOf(cell: string): string {
  return cell
    .replaceAll(/^\s*<text:p>|<\/text:p>\s*$/g, '')
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) => ' '.repeat(Number(count ?? 1)))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

test('a workbook opens with every text as it was written, no formula, and every neighbour in place', async () => {
  const { cells, formulas: found } = await opened('guests.xlsx');
  expect(found).toEqual([]);
  expect(cells[0]).toEqual(header);
  expect(cells.slice(1).map(([first, , last]) => [first, last])).toEqual(rows.map(([first, , last]) => [first, last]));
  expect(cells.slice(1).map(([, name]) => name)).toEqual(hostile.map(readable));
}, 60_000);

test('a text file opens the same way; what could be a formula begins with an apostrophe', async () => {
  const { cells, formulas: found } = await opened('guests.csv');
  expect(found).toEqual([]);
  expect(cells.slice(1).map(([first, , last]) => [first, last])).toEqual(rows.map(([first, , last]) => [first, last]));
  const without = cells.slice(1).map(([, name = '']) => name.replace(/^'(?=[^=]*[=+\-@＝＋－＠﹦−])/u, ''));
  // 1E5 and 00123 are numbers to a spreadsheet that reads CSV: the workbook keeps them as they are.
  const kept = hostile.filter((text) => !/^(?:1E5|00123|2026-11-27|TRUE)$/.test(text));
  for (const text of kept) expect(without).toContain(readable(text).replace(/^'/, ''));
}, 60_000);

test.each(['xlsx', 'csv'] as const)(
  'the register’s %s opens the same way, whatever guests wrote as their name, their number or their guardian’s',
  async (format) => {
    const { cells, formulas: found } = await opened(`register.${format}`);
    expect(found).toEqual([]);
    expect(cells).toHaveLength(hostile.length + 1);
    for (const row of cells.slice(1)) expect(row[2]).toBe('其他证件');
  },
  60_000,
);

function columnsOf({ cells }: { readonly cells: string[][] }) {
  const at = (field: (typeof heads)[number]) => cells.slice(1).map((row) => row[heads.indexOf(field)] ?? '');
  return { documentNumber: at('documentNumber'), room: at('room'), guardianContact: at('guardianContact') };
}
const asWritten = {
  documentNumber: [...takenForNumbers.documentNumber],
  room: [takenForNumbers.room, takenForNumbers.room],
  guardianContact: ['', takenForNumbers.guardianContact],
};

test('in the register’s workbook every number is text and stays as it is written', async () => {
  const book = await opened('numbers.xlsx');
  expect(columnsOf(book)).toEqual(asWritten);
  expect(new Set(book.types)).toEqual(new Set(['string']));
}, 60_000);

test('the register’s CSV keeps them where it is imported as text, and loses them in a spreadsheet: hence the workbook', async () => {
  expect(columnsOf(await opened(importedAsText))).toEqual(asWritten);
  const loose = await opened('loose.csv');
  const read = columnsOf(loose);
  for (const field of ['documentNumber', 'room', 'guardianContact'] as const)
    expect(read[field], field).not.toEqual(asWritten[field]);
  expect(loose.types).toContain('float');
}, 60_000);

test('without the apostrophe LibreOffice would have run it: the test above can fail', async () => {
  expect((await opened('naive.csv')).formulas.length).toBeGreaterThan(0);
}, 60_000);

test('a text file is UTF-8 with a mark, and each of its lines has as many cells as the header', async () => {
  const file = written(csvFile(header));
  const text = await file.text();
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = text.split('\r\n');
  expect(lines).toHaveLength(rows.length + 2);
  for (const line of lines.slice(0, -1)) expect(line.match(/(?:^|,)"(?:[^"]|"")*"/g)).toHaveLength(3);
});

test('a workbook’s cells are typed text, and no formula element is in it', async () => {
  const file = written(xlsxFile(header, "a/b\\c?*[]:'d that is far too long for a sheet"));
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(sheet.match(/<c /g)).toHaveLength(sheet.match(/<c s="1" t="inlineStr">/g)?.length ?? 0);
  expect(sheet).not.toMatch(/<f[ >]/);
  const name = /<sheet name="([^"]*)"/.exec(new TextDecoder().decode(parts['xl/workbook.xml']))?.[1] ?? '';
  expect(name.length).toBeLessThanOrEqual(31);
  expect(name).not.toMatch(/[\\/*?:[\]']/);
});

test('halves of characters and controls are replaced', async () => {
  expect((await opened('odd.xlsx')).cells[1]).toEqual(['\uFFFDx\uFFFDy\uFFFDz\uFFFD']);
}, 60_000);

test('a long file is written a few rows at a time, and no line of it is lost on the way', async () => {
  const many = Array.from({ length: 2100 }, (_, at) => [`x${at}`]);
  const lines = (await written(csvFile(['a']), many).text()).split('\r\n');
  expect(lines.slice(1, -1)).toEqual(many.map(([cell]) => `"${cell}"`));
  const book = unzipSync(new Uint8Array(await written(xlsxFile(['a'], 'many'), many).arrayBuffer()));
  const sheet = new TextDecoder().decode(book['xl/worksheets/sheet1.xml']);
  const numbers = [...sheet.matchAll(/<row r="(\d+)"/g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: many.length + 1 }, (_, at) => at + 1));
});
