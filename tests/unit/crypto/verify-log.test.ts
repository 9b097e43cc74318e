import { beforeAll, describe, expect, it } from 'vitest';
import { GrowingTree } from '../../../src/crypto/log/growing-tree.ts';
import { readLines } from '../../../src/crypto/log/read-lines.ts';
import { hashLeaf } from '../../../src/crypto/merkle-proof.ts';
import { checkpointsIn } from '../../../src/protocol/log-anchor.ts';
import { makeReceiptKey, checkpointSigner } from '../../../src/server/log/receipt-key.ts';
import { appendLeaves, emptyEdge, leafHash, rootOf } from '../../../src/server/log/merkle-tree.ts';
import { check, entryLines, type ExportedHotel, exportedHotel, lineOf, rewrite } from '../../support/exported-log.ts';
import { testHotel } from '../../support/hotel-fixtures.ts';

let exported: ExportedHotel;
let other: ExportedHotel;

beforeAll(async () => {
  [exported, other] = [await exportedHotel(6), await exportedHotel(1)];
});

const manifestPlaces = () => exported.lines.flatMap((text, at) => (at > 0 && 'manifest' in lineOf(text) ? [at] : []));
const withLine = (at: number, line: object) => exported.lines.with(at, JSON.stringify(line));
const faultOf = async (lines: readonly string[], witnesses = {}) =>
  (await check(lines, witnesses)).findings.map(({ fault }) => fault);

describe('manifests', () => {
  it('each is signed by the root the poster names', async () => {
    const [first = 0] = manifestPlaces();
    const forged = await testHotel({ property: exported.hotel.property, receiptKey: exported.hotel.receiptKey });
    expect(await faultOf(withLine(first, { manifest: forged.jws }))).toEqual(['manifest-root']);
    expect(await faultOf(exported.lines, { fingerprint: forged.root.keyId })).toEqual(['fingerprint']);
    const signed = exported.hotel.jws;
    const spoilt = `${signed.slice(0, -4)}${signed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    expect(await faultOf(withLine(first, { manifest: spoilt }))).toEqual(['manifest-signature']);
    expect(await faultOf(withLine(first, { manifest: 'x' }))).toEqual(['manifest-signature']);
  });

  it('each names the one before it', async () => {
    const [, second = 0] = manifestPlaces();
    const { hotel } = exported;
    const chain = [
      await testHotel({ previous: hotel, change: (manifest) => ({ ...manifest, previous: 'A'.repeat(43) }) }),
      await testHotel({ previous: hotel, change: (manifest) => ({ ...manifest, sequence: 3 }) }),
    ];
    for (const { jws } of chain) expect(await faultOf(withLine(second, { manifest: jws }))).toEqual(['manifest-chain']);
    // Whoever holds the root can sign another second manifest; the log's entry names the true one.
    const twin = await testHotel({ previous: hotel, words: ' (twin)' });
    expect(await faultOf(withLine(second, { manifest: twin.jws }))).toEqual(['manifest-missing']);
  });

  it('none is missing, and none is there that was not published', async () => {
    const [first = 0, second = 0] = manifestPlaces();
    expect(await faultOf(exported.lines.toSpliced(second, 1))).toEqual(['manifest-missing']);
    const moved = exported.lines.toSpliced(second, 1).toSpliced(first + 3, 0, exported.lines[second] ?? '');
    expect(await faultOf(moved)).toEqual(['manifest-unlogged']);
  });
});

describe('checkpoints', () => {
  const places = () => exported.lines.flatMap((text, at) => (at > 0 && 'checkpoint' in lineOf(text) ? [at] : []));

  it('each is signed by the receipt key the manifest names', async () => {
    const stranger = checkpointSigner(exported.hotel.property, makeReceiptKey());
    const resigned = await check(rewrite(exported.lines, (entries) => entries, stranger));
    expect(resigned.findings[0]).toMatchObject({ fault: 'checkpoint-key', size: 2 });
    const place = places().at(2) ?? 0;
    const line = lineOf(exported.lines[place] ?? '');
    if (!('checkpoint' in line)) throw new TypeError('not a checkpoint');
    const of = (origin: string) => ({ checkpoint: line.checkpoint.replaceAll(exported.hotel.property, origin) });
    expect(await faultOf(withLine(place, of(other.hotel.property)))).toEqual(['checkpoint-key']);
    expect(await faultOf(withLine(place, { checkpoint: 'x' }))).toEqual(['checkpoint-form']);
  });

  it('one between may be gone, the last may not, and none stands elsewhere', async () => {
    const [, second = 0, third = 0] = places();
    expect(await faultOf(exported.lines.toSpliced(second, 1))).toEqual([]);
    expect(await faultOf(exported.lines.slice(0, -1))).toEqual(['unsigned-end']);
    expect(await faultOf(withLine(third, lineOf(exported.lines[second] ?? '')))).toEqual(['checkpoint-place']);
  });
});

describe('what was kept outside', () => {
  it('an anchor of another key or another hotel proves nothing, and is said so', async () => {
    const stranger = checkpointSigner(exported.hotel.property, makeReceiptKey())(3, new Uint8Array(32));
    expect(await faultOf(exported.lines, { anchors: [stranger] })).toEqual(['anchor-key']);
    expect(await faultOf(exported.lines, { anchors: [other.anchor] })).toEqual(['anchor-other']);
    const unread = await check(exported.lines, { anchors: [exported.anchor.replace(/.{20}\n$/, '\n')] });
    expect([unread.holds, unread.findings]).toEqual([true, []]);
    expect(unread.witnesses).toMatchObject([{ size: null, outcome: 'unreadable' }]);
  });

  it('a receipt is verified in itself, and of this hotel', async () => {
    const [first] = exported.receipts;
    expect(await faultOf(exported.lines, { receipts: [{ ...first, text: `${first?.text} ` }] })).toEqual([
      'receipt-invalid',
    ]);
    expect(await faultOf(exported.lines, { receipts: other.receipts })).toEqual(['receipt-invalid']);
  });

  it('shows that the log was cut off and signed anew', async () => {
    const { lines, sign, anchor, receipts } = exported;
    const short = rewrite(lines, (entries) => entries.slice(0, 4), sign);
    expect(await faultOf(short)).toEqual([]);
    expect(await faultOf(short, { anchors: [anchor], receipts: [receipts.at(-1)] })).toEqual([
      'anchor-longer',
      'receipt-longer',
    ]);
  });

  it('what lies behind the first break is not reached, and nobody is accused of it', async () => {
    const [place = 0] = entryLines(exported.lines).slice(2);
    const { witnesses, findings } = await check(exported.lines.toSpliced(place, 1), { anchors: [exported.anchor] });
    expect(findings.map(({ fault, index }) => [fault, index])).toEqual([['checkpoint-early', 2]]);
    expect(witnesses[0]?.outcome).toBe('not-reached');
  });
});

describe('the file', () => {
  it('is refused where it is none of ours', async () => {
    for (const lines of [[], ['x'], ['{}'], exported.lines.slice(1)])
      await expect(check(lines)).rejects.toMatchObject({ code: 'log_invalid' });
  });

  it('which of a commit’s entries was changed is told by its leaf', async () => {
    for (const index of [0, 1]) {
      const place = entryLines(exported.lines)[index] ?? 0;
      const line = lineOf(exported.lines[place] ?? '');
      if (!('entry' in line)) throw new TypeError('not an entry');
      const changed = withLine(place, { ...line, entry: line.entry.replace('"owner"', '"guest"') });
      expect((await check(changed)).findings).toMatchObject([{ fault: 'entry-changed', index }]);
    }
  });

  it('a line that is nothing of ours is named', async () => {
    expect((await check(exported.lines.toSpliced(5, 0, 'x'))).findings[0]).toMatchObject({ fault: 'line', line: 6 });
  });

  it('is read in pieces of any size, with either line end, and blank lines at its end', async () => {
    const bytes = new TextEncoder().encode('één\r\n二\n\n三\n\n');
    for (const size of [1, 2, 3, 100]) {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
      };
      const lines: string[] = [];
      for await (const line of readLines(pieces())) lines.push(line);
      expect(lines).toEqual(['één', '二', '', '三']);
    }
  });

  it('anchors are found in a mail, a scan or several files together', () => {
    const { anchor } = exported;
    expect(checkpointsIn(anchor)).toEqual([anchor]);
    expect(checkpointsIn(anchor.trimEnd())).toEqual([anchor]);
    const mail = `Dear records,\r\n\r\n${anchor.replaceAll('\n', '\r\n')}\r\nBest\r\n> ${other.anchor.replaceAll('\n', '\n> ')}`;
    expect(checkpointsIn(mail)).toEqual([anchor, other.anchor]);
    expect(checkpointsIn('foyer/x\n3\n')).toEqual([]);
  });

  it('anchors are found as mail programs keep them: quoted-printable, folded, both', () => {
    const { anchor } = exported;
    const folded = (at: number, by: string) => anchor.replace(new RegExp(`(—.{${at}})`), `$1${by}`);
    const printable = (text: string) =>
      text
        .replaceAll('=', '=3D')
        .replaceAll('—', '=E2=80=94')
        .replace(/^(.{72})(.)/gm, '$1=\n$2');
    expect(checkpointsIn(printable(anchor))).toEqual([anchor]);
    expect(checkpointsIn(printable(anchor).replaceAll('\n', '\r\n'))).toEqual([anchor]);
    for (const at of [60, 100]) expect(checkpointsIn(folded(at, '\n'))).toEqual([anchor]);
    expect(checkpointsIn(`> ${folded(60, ' \n').replaceAll('\n', '\n> ')}Best\n`)).toEqual([anchor]);
    expect(checkpointsIn(anchor.replace(/(— [^ ]+) /, '$1\n'))).toEqual([anchor]);
    expect(checkpointsIn(printable(folded(60, '\n')))).toEqual([anchor]);
    // One kept plain and one in a mail's own writing, in one file; and each once.
    expect(checkpointsIn(`${other.anchor}\n${printable(anchor)}\n${other.anchor}`)).toEqual([other.anchor, anchor]);
    // What follows a whole signature is no part of it, and what can't be made whole stays as it is.
    expect(checkpointsIn(`${anchor}Best\nregards\n`)).toEqual([anchor]);
    const cut = anchor.replace(/.{20}\n$/, '\n');
    expect(checkpointsIn(`${cut}Best\n`)).toEqual([cut]);
  });
});

it('the growing tree has the heads of the server’s', async () => {
  const tree = new GrowingTree();
  let edge = emptyEdge;
  for (let index = 0; index < 70; index++) {
    tree.append(hashLeaf(`entry ${index}`));
    ({ edge } = appendLeaves(edge, [leafHash(`entry ${index}`)]));
    expect(Buffer.from(tree.root())).toEqual(Buffer.from(rootOf(edge)));
  }
});
