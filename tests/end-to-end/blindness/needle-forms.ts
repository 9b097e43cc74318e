// Every form in which a planted text could turn up where it must not be.

import { createHash } from 'node:crypto';

/** Shorter ones could be met by chance in ciphertext. */
const shortest = 8;

/** A form's name and its bytes. */
export interface NeedleForm {
  readonly form: string;
  readonly bytes: Buffer;
}

/**
 * The bytes of a text in every usual writing: as it is, in other case, reversed, escaped for JSON, URLs and HTML, as UTF-16, hex and
 * base64 at each of its three alignments, and as the common hashes (a hash of something as guessable as a phone number is the number).
 */
export function needleForms(text: string): NeedleForm[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const forms = new Map<string, NeedleForm>();
  const add = (form: string, bytes: Buffer | string) => {
    const made = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    if (made.length < shortest) throw new RangeError(`${text} as ${form} is too short to search for`);
    const key = made.toString('latin1');
    if (!forms.has(key)) forms.set(key, { form, bytes: made });
  };
  add('utf-8', utf8);
  add('lower case', text.toLowerCase());
  add('upper case', text.toUpperCase());
  add('decomposed', text.normalize('NFD'));
  add('reversed', [...text].toReversed().join(''));
  add(
    'json',
    escapeUnits(text, (hex) => `\\u${hex}`),
  );
  add(
    'json, capitals',
    escapeUnits(text, (hex) => `\\u${hex.toUpperCase()}`),
  );
  const escaped = encodeURIComponent(text);
  add('url', escaped);
  add(
    'url, small',
    escaped.replaceAll(/%../g, (code) => code.toLowerCase()),
  );
  add('url, twice', encodeURIComponent(escaped));
  add('form', escaped.replaceAll('%20', '+'));
  add('html', [...text].map((one) => (isPlain(one) ? one : `&#x${(one.codePointAt(0) ?? 0).toString(16)};`)).join(''));
  add('html, decimal', [...text].map((one) => (isPlain(one) ? one : `&#${one.codePointAt(0) ?? 0};`)).join(''));
  add('utf-16le', utf16);
  add('utf-16be', Buffer.from(utf16).swap16());
  for (const [name, bytes] of [
    ['', utf8],
    [' of utf-16', utf16],
  ] as const) {
    add(`hex${name}`, bytes.toString('hex'));
    add(`hex${name}, capitals`, bytes.toString('hex').toUpperCase());
    for (const alignment of [0, 1, 2]) {
      add(`base64${name} at ${alignment}`, base64At(bytes, alignment));
      add(`base64url${name} at ${alignment}`, base64At(bytes, alignment).replaceAll('+', '-').replaceAll('/', '_'));
    }
  }
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
    const hash = createHash(algorithm).update(utf8).digest();
    add(algorithm, hash);
    add(`${algorithm} hex`, hash.toString('hex'));
    add(`${algorithm} hex, capitals`, hash.toString('hex').toUpperCase());
    add(`${algorithm} base64`, hash.toString('base64').replace(/=+$/, ''));
    add(`${algorithm} base64url`, hash.toString('base64url'));
  }
  return [...forms.values()];
}

function isPlain(character: string): boolean {
  return character >= ' ' && character <= '~';
}

/** JSON with nothing but ASCII in it. */
function escapeUnits(text: string, escape: (hex: string) => string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, (unit) => escape(unit.charCodeAt(0).toString(16).padStart(4, '0')));
}

/** The characters of base64 that bytes always give when `alignment` bytes come before them, whatever is around them. */
function base64At(bytes: Buffer, alignment: number): string {
  const text = Buffer.concat([Buffer.alloc(alignment), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const bits = (alignment + bytes.length) * 8;
  return text.slice(Math.ceil((alignment * 8) / 6), Math.floor(bits / 6));
}
