// Changes to JSON: at random places, of every kind a broken or hostile client could send.

import type { SeededRandom } from '../../support/seeded-random.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Container = Json[] | { [key: string]: Json };
interface Place {
  readonly parent: Container;
  readonly key: string;
}

export interface Mutation {
  readonly name: string;
  readonly apply: (random: SeededRandom, text: string) => Buffer;
}

/** Changes that need only the text. */
export const byteMutations: readonly Mutation[] = [
  bytes('flipped bits', (random, body) =>
    repeat(random, 4, () => {
      const where = random.int(body.length);
      body[where] = (body[where] ?? 0) ^ (1 << random.int(8));
    }),
  ),
  bytes('other bytes', (random, body) => repeat(random, 6, () => (body[random.int(body.length)] = random.int(256)))),
  text('cut off', (random, body) => body.slice(0, random.int(body.length))),
  text('beginning cut off', (random, body) => body.slice(1 + random.int(body.length - 1))),
  text('a part twice', (random, body) => {
    const at = random.int(body.length);
    return body.slice(0, at + random.int(60)) + body.slice(at);
  }),
  text('a part taken out', (random, body) => {
    const at = random.int(body.length);
    return body.slice(0, at) + body.slice(at + 1 + random.int(60));
  }),
  splice('NUL', () => Buffer.alloc(1)),
  splice('bad UTF-8', (random) => random.pick(badUtf8)),
  splice('control characters', (random) => Buffer.from([random.int(32)])),
  splice('odd characters', (random) =>
    Buffer.from(random.pick(['\uFEFF', '\u2028', '\u202E', '😀', 'é', '\u0000'.repeat(9)])),
  ),
  text(
    'blanks around',
    (random, body) => `${random.pick([' ', '\n', '\t', '\r\n'])}${body}${' '.repeat(random.int(40))}`,
  ),
  text('a mark before', (_, body) => `\uFEFF${body}`),
  text(
    'something behind',
    (random, body) => body + random.pick(['{}', ',', 'null', '\u0000', '//', body.slice(0, 30)]),
  ),
  text('nothing', (random) => random.pick(['', ' ', '\n'])),
  text('not an object', (random) => JSON.stringify(random.pick(oddValues))),
  text('not JSON', (random) =>
    random.pick(['undefined', 'NaN', '{', '[', "{'a':1}", '<xml/>', 'a=1&b=2', '{"a":1,}', '{"a":01}', '0x10']),
  ),
  text('deep nesting', (random) => {
    const depth = 1 + random.int(15_000);
    return random.chance(0.5)
      ? '['.repeat(depth) + ']'.repeat(depth)
      : `${'{"a":'.repeat(depth % 6000)}1${'}'.repeat(depth % 6000)}`;
  }),
  text('a key twice', (random, body) => {
    const key = /"([a-zA-Z]+)":/.exec(body.slice(random.int(Math.max(1, body.length - 40))))?.[1] ?? 'format';
    return body.replace('{', `{"${key}":${JSON.stringify(random.pick(oddValues))},`);
  }),
  text('numbers as others write them', (random, body) =>
    body.replaceAll(
      /:(\d+)([,}])/g,
      (_, n: string, end: string) =>
        `:${random.pick([`${n}.0`, `${n}e0`, `"${n}"`, `-${n}`, `${n}00`, `0${n}`])}${end}`,
    ),
  ),
];

/** Changes to what the JSON says. */
export const valueMutations: readonly Mutation[] = [
  value('another value', (random, place) => put(place, random.pick(oddValues))),
  value('a huge string', (random, place) =>
    put(place, random.pick(['a', '\u0000', '𠮷', '"', '\\']).repeat(1 + random.int(20_000))),
  ),
  value('a deep value', (random, place) => {
    let deep: Json = 1;
    for (let depth = random.int(500); depth > 0; depth--) deep = random.chance(0.5) ? [deep] : { a: deep };
    put(place, deep);
  }),
  value('as text', (_, place) => put(place, JSON.stringify(valueAt(place)))),
  value('in a list', (_, place) => put(place, [valueAt(place)])),
  value('left out', (_, place) => {
    if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 1);
    else Reflect.deleteProperty(place.parent, place.key);
  }),
  value('under another name', (random, place) => {
    const was = valueAt(place);
    if (Array.isArray(place.parent)) return;
    Reflect.deleteProperty(place.parent, place.key);
    place.parent[random.pick([place.key.toUpperCase(), `${place.key} `, '', 'constructor', `${place.key}\u0000`])] =
      was;
  }),
  value('one key more', (random, place) => {
    const object = Array.isArray(place.parent) ? null : place.parent;
    if (object !== null)
      object[random.pick(['x', '', 'toString', 'constructor', 'id', 'admin', '名'])] = random.pick(oddValues);
  }),
  value('a character changed', (random, place) => {
    const was = valueAt(place);
    if (typeof was !== 'string' || was === '') return;
    const where = random.int(was.length);
    put(place, was.slice(0, where) + random.text('AZaz09-_=+/. é\u0000"\\', 1) + was.slice(where + 1));
  }),
  value('a character more or less', (random, place) => {
    const was = valueAt(place);
    if (typeof was === 'string') put(place, random.chance(0.5) ? was.slice(1) : `${was}${random.text('A=_ ', 1)}`);
  }),
  value('a list grown', (random, place) => {
    const was = valueAt(place);
    const more = 1 + random.int(12);
    if (Array.isArray(was) && was.length > 0)
      for (let n = 0; n < more; n++) was.push(structuredClone(random.pick(was)));
  }),
  value('a list turned', (_, place) => {
    const was = valueAt(place);
    if (Array.isArray(was)) was.reverse();
  }),
  {
    name: 'two values swapped',
    apply: (random, body) =>
      edit(body, (json) => {
        const places = placesIn(json);
        if (places.length === 0) return;
        const [a, b] = [random.pick(places), random.pick(places)];
        const [first, second] = [structuredClone(valueAt(a)), structuredClone(valueAt(b))];
        put(a, second);
        put(b, first);
      }),
  },
];

const oddValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  -0,
  2 ** 53,
  Number.MAX_VALUE,
  '',
  ' ',
  '0',
  'null',
  'true',
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  '\u0000',
  '../../etc/passwd',
  '%00',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '=1+2',
  '${7*7}',
  '\ud800',
  'A'.repeat(43),
  'A'.repeat(22),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-12-31',
  '2026-05-04T09:30:00+08:00',
  '__proto__',
  { constructor: { prototype: 1 } },
];
const badUtf8 = [[0xc0, 0x80], [0xff], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe4, 0xb8], [0x80]].map((some) =>
  Buffer.from(some),
);

function bytes(name: string, change: (random: SeededRandom, body: Buffer) => void): Mutation {
  return {
    name,
    apply: (random, body) => {
      const made = Buffer.from(body);
      change(random, made);
      return made;
    },
  };
}

function text(name: string, change: (random: SeededRandom, body: string) => string): Mutation {
  return { name, apply: (random, body) => Buffer.from(change(random, body)) };
}

function splice(name: string, piece: (random: SeededRandom) => Buffer): Mutation {
  return {
    name,
    apply: (random, body) => {
      const where = random.int(body.length + 1);
      return Buffer.concat([Buffer.from(body.slice(0, where)), piece(random), Buffer.from(body.slice(where))]);
    },
  };
}

function value(name: string, change: (random: SeededRandom, place: Place) => void): Mutation {
  return {
    name,
    apply: (random, body) =>
      edit(body, (json) => {
        const places = placesIn(json);
        if (places.length > 0) change(random, random.pick(places));
      }),
  };
}

/** Changes a text's JSON in place. A lone surrogate stays as JSON writes it. */
function edit(body: string, change: (json: Json) => void): Buffer {
  const json = readJson(body);
  change(json);
  return Buffer.from(JSON.stringify(json));
}

export function readJson(body: string): Json {
  const json: unknown = JSON.parse(body);
  if (!isJson(json)) throw new TypeError('not JSON');
  return json;
}

/** What JSON.parse gives is JSON by construction. */
function isJson(parsed: unknown): parsed is Json {
  return parsed !== undefined;
}

function placesIn(json: Json): Place[] {
  if (typeof json !== 'object' || json === null) return [];
  const parent: Container = json;
  return Object.entries(json).flatMap(([key, inner]) => [{ parent, key }, ...placesIn(inner)]);
}

function valueAt({ parent, key }: Place): Json {
  return (Array.isArray(parent) ? parent[Number(key)] : parent[key]) ?? null;
}

function put({ parent, key }: Place, json: Json): void {
  if (Array.isArray(parent)) parent[Number(key)] = json;
  else parent[key] = json;
}

function repeat(random: SeededRandom, most: number, change: () => void): void {
  for (let n = 1 + random.int(most); n > 0; n--) change();
}
