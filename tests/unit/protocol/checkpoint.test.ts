import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/protocol/base64url.ts';
import { checkpointBody, formatCheckpoint, parseCheckpoint } from '../../../src/protocol/checkpoint.ts';

const root = Uint8Array.from({ length: 32 }, (_, i) => i);
const hint = Uint8Array.of(1, 2, 3, 4);
const signature = new Uint8Array(64).fill(7);
const origin = 'foyer/fyrqc00001';
const note = formatCheckpoint({ origin, size: 42, root }, hint, signature);

describe('a checkpoint', () => {
  it('is a signed note of three lines, an empty one and a signature', () => {
    expect(note.split('\n')).toEqual([
      origin,
      '42',
      encodeBase64(root),
      '',
      `— ${origin} ${encodeBase64(Uint8Array.of(...hint, ...signature))}`,
      '',
    ]);
  });

  it('reads back whole, with the exact text that was signed', () => {
    const body = checkpointBody({ origin, size: 42, root });
    expect(parseCheckpoint(note)).toEqual({ origin, size: 42, root, body, keyHint: hint, signature });
    expect(note.startsWith(`${body}\n`)).toBe(true);
  });

  it.each([0, 1, 1_000_000, Number.MAX_SAFE_INTEGER])('can be of %d leaves', (size) => {
    expect(parseCheckpoint(formatCheckpoint({ origin, size, root }, hint, signature))?.size).toBe(size);
  });

  const shortSignature = encodeBase64(Uint8Array.of(...hint, ...signature.subarray(1)));
  const longSignature = encodeBase64(Uint8Array.of(...hint, ...signature, 0));
  it.each([
    ['nothing', ''],
    ['no signature', checkpointBody({ origin, size: 42, root })],
    ['no last line end', note.slice(0, -1)],
    ['one line end more', `${note}\n`],
    ['a line before', `\n${note}`],
    ['Windows line ends', note.replaceAll('\n', '\r\n')],
    ['a size with a leading zero', note.replace('\n42\n', '\n042\n')],
    ['a negative size', note.replace('\n42\n', '\n-42\n')],
    ['a size in another notation', note.replace('\n42\n', '\n4e1\n')],
    ['a size past exact numbers', note.replace('\n42\n', '\n9007199254740993\n')],
    ['no size', note.replace('\n42\n', '\n\n')],
    ['a root of 31 bytes', note.replace(encodeBase64(root), encodeBase64(root.subarray(1)))],
    [
      'a root in the other alphabet',
      note.replace(encodeBase64(root), encodeBase64(new Uint8Array(32).fill(255)).replaceAll('/', '_')),
    ],
    ['a root with stray bits', note.replace('Hh8=', 'Hh9=')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['another name beside the signature', note.replace(`— ${origin}`, '— foyer/fyrqc00002')],
    ['a signature of 63 bytes', note.replace(/ \S+\n$/, ` ${shortSignature}\n`)],
    ['a signature of 65 bytes', note.replace(/ \S+\n$/, ` ${longSignature}\n`)],
    ['two signatures', `${note}${note.split('\n')[4] ?? ''}\n`],
    ['an extension line', note.replace('\n\n', '\nextension\n\n')],
  ])('with %s is none', (_, bad) => {
    expect(bad).not.toBe(note);
    expect(parseCheckpoint(bad)).toBeNull();
  });
});
