// Written without lookbehind, at(), isWellFormed and the v flag: the browsers inside WeChat and Alipay may not have them.

const loneSurrogate = /[\uD800-\uDFFF]/gu;
const blank = /[\u0085\u2800\s]+/gu;
/** What shows nothing: controls, format characters (bidi marks, zero-width space, U+FEFF), fillers, tags, selectors. */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const invisibleButBlank = /(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const joiner = /\u200C|\u200D|\u180E/u;
const selector = /\p{Variation_Selector}/u;

/** Scripts in which U+200C, U+200D or U+180E between two letters changes what is written (Unicode core spec 23.2). */
const joiningScript =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nko}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** Scripts in which a variation selector picks the form of the letter before it (UTS 37 for Han). */
const variantScript = /[\p{sc=Han}\p{sc=Mong}\p{sc=Mymr}\p{sc=Phag}]/u;

/** Full-width forms that mean the same as the narrow ones in any field: digits, Latin letters, @ . - +. */
const fullWidth = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF20\uFF0E\uFF0D\uFF0B]/gu;
const fullWidthAscii = /[\uFF01-\uFF5E]/gu;
const widthOffset = 0xfee0;

/** Code point of zero in each script people type numbers in; one to nine follow it. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];

/**
 * Free text as it is kept: NFC, full-width digits, Latin letters and @ . - + made narrow, every run of blanks one space,
 * ends trimmed; controls, bidi marks, other invisible characters and lone surrogates removed. Joiners and variation
 * selectors stay where they are part of the writing (U+200C in Persian, U+200D in Sinhala, variants of Han characters).
 * Takes any string and never throws; applied again it changes nothing.
 */
export function normaliseText(typed: string): string {
  // What goes can bring together what composes, and that decides anew which joiner stays: until nothing more goes.
  let text = normaliseOnce(typed);
  for (let again = normaliseOnce(text); again !== text; again = normaliseOnce(text)) text = again;
  return text;
}

function normaliseOnce(typed: string): string {
  const plain = typed
    .replace(loneSurrogate, '')
    .replace(/\uFEFF/gu, '')
    .replace(blank, ' ');
  const clean = withoutInvisibles(plain.normalize('NFC').replace(fullWidth, narrow));
  return clean.replace(blank, ' ').trim().normalize('NFC');
}

/**
 * Text of a field that is ASCII by nature (numbers, dates, codes): as `normaliseText`, and every full-width sign narrow,
 * digits of any living script 0-9, every kind of dash a hyphen, no invisible character at all.
 */
export function normaliseCode(typed: string): string {
  const ascii = typed
    .replace(invisibleButBlank, '')
    .replace(fullWidthAscii, narrow)
    .replace(/(?![0-9])\p{Nd}/gu, westernDigit)
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/gu, '-');
  return normaliseText(ascii);
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - widthOffset);
}

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((candidate) => code >= candidate && code <= candidate + 9);
  return zero === undefined ? digit : String(code - zero);
}

function withoutInvisibles(text: string): string {
  if (!invisible.test(text)) return text;
  const characters = [...text].filter((one) => joiner.test(one) || selector.test(one) || !invisible.test(one));
  const kept: string[] = [];
  for (const [at, character] of characters.entries()) {
    if (staysInContext(character, kept, characters[at + 1] ?? '')) kept.push(character);
  }
  return kept.join('');
}

function staysInContext(character: string, before: readonly string[], after: string): boolean {
  const last = before[before.length - 1] ?? '';
  if (selector.test(character)) return isLetterOf(variantScript, last);
  if (!joiner.test(character)) return true;
  const letter = selector.test(last) ? (before[before.length - 2] ?? '') : last;
  return isLetterOf(joiningScript, letter) && isLetterOf(joiningScript, after);
}

function isLetterOf(script: RegExp, character: string): boolean {
  return script.test(character) && !joiner.test(character) && !selector.test(character);
}
