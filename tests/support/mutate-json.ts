// Breaks a JSON text in one place: for requests that nearly are what they should be.

import * as fc from 'fast-check';

const junk = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', 'x', '\u0000', '\ud800', [], {}, '2026-02-30', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Changes one place of a JSON text: a value anywhere in it, or a byte. */
export const mutation = fc.record({
  seed: fc.nat(),
  value: junk,
  how: fc.constantFrom('value', 'delete', 'add', 'cut', 'byte'),
});

export function mutate(text: string, { seed, value, how }: { seed: number; value: unknown; how: string }): string {
  if (how === 'cut') return text.slice(0, seed % text.length);
  if (how === 'byte')
    return `${text.slice(0, seed % text.length)}${String(value)}${text.slice((seed % text.length) + 1)}`;
  const places: (() => void)[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push(() => {
        if (how === 'delete') Reflect.deleteProperty(node, key);
        else Reflect.set(node, how === 'add' ? `${key}x` : key, value);
      });
      visit(child);
    }
  };
  const json: unknown = JSON.parse(text);
  visit(json);
  places[seed % places.length]?.();
  return JSON.stringify(json);
}
