import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { composeNotice } from '../../../src/protocol/compose-notice.ts';
import { languages } from '../../../src/protocol/languages.ts';
import { parseNotice } from '../../../src/protocol/notice.ts';
import { type PropertyProfile, propertyProfileSchema } from '../../../src/protocol/property-profile.ts';
import { purposeIds } from '../../../src/protocol/purposes.ts';
import { sampleProfile } from './sample-profile.ts';

/** Stand-ins for the owner's texts, so that the product's own words around them can be told apart. */
const marks = ['⟦0⟧', '⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧', '⟦5⟧', '⟦6⟧', '⟦7⟧', '⟦8⟧', '⟦9⟧', '⟦a⟧'];

function profileOf(words: readonly string[]): PropertyProfile {
  const word = (index: number) => words[index] ?? '';
  return propertyProfileSchema.parse({
    ...sampleProfile(purposeIds),
    name: { en: word(0) },
    address: { 'zh-Hans': word(1) },
    contact: word(2),
    officer: { name: word(3), contact: word(4) },
    complaints: [{ name: { en: word(5) }, contact: word(6) }],
    storage: { en: word(7) },
    identityRule: { rule: word(8), term: word(9), enteredOn: word(10) },
  });
}

const hostile = oneof(
  constantFrom(
    '<script>alert(1)</script>',
    '"},"purposes":[]}',
    '${name}{{name}}%s',
    '=HYPERLINK("http://x.example")',
    'فندق الواحة',
    '\u202Eevil\u202C name',
    '\u2069\u2069stay',
    'line one\nline two\u2028three',
    '🏨👨‍👩‍👧‍👦🇨🇳',
    "$& $' $`",
  ),
  string({ unit: 'binary', minLength: 1, maxLength: 24 }),
).filter((text) => text.trim() !== '');

/** Every text of a value with the path that leads to it. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

const disorderly = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/u;

/** Whether `text` is `template` with the owner's words where the marks were, and the words around them in their order. */
function isFilledIn(text: string, template: string, written: readonly string[]): boolean {
  const mark = marks.indexOf(template);
  if (mark !== -1) return text === written[mark]?.trim();
  const parts = template.split(/⟦.⟧/u);
  if (parts.length === 1) return text === template;
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  const isolates = text.match(/[\u2068\u2069]/gu)?.join('') ?? '';
  return (
    text.startsWith(parts[0] ?? '') &&
    text.endsWith(parts.at(-1) ?? '') &&
    !disorderly.test(text) &&
    /^(\u2068\u2069)*$/u.test(isolates)
  );
}

test('what the owner wrote appears only as data: no other text, no structure and no reading order changes', () => {
  assert(
    property(
      array(hostile, { minLength: marks.length, maxLength: marks.length }),
      constantFrom(...languages),
      (written, language) => {
        const compose = (words: readonly string[]) =>
          composeNotice({ profile: profileOf(words), property: '0123456789', language, version: 1 });
        const notice = compose(written);
        expect(parseNotice(JSON.stringify(notice))).toEqual(notice);
        const templates = leaves(compose(marks));
        const given = leaves(notice);
        expect(given.map(([path]) => path)).toEqual(templates.map(([path]) => path));
        const wrong = given.filter(([, text], index) => !isFilledIn(text, templates[index]?.[1] ?? '', written));
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
