// Changes that only someone who knows what a submission is would try.

import { gzipSync } from 'node:zlib';
import { submissionLimit } from '../../../src/protocol/submission.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { byteMutations, type Json, readJson, valueMutations } from './json-mutations.ts';

/** A request to the registration route. */
export interface Attempt {
  readonly name: string;
  /** In the path. */
  readonly property: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Materials {
  readonly property: string;
  readonly otherProperty: string;
  /** Bodies of valid submissions. */
  readonly bodies: readonly string[];
}

type Fields = { [key: string]: Json };

/** Each takes a submission, another one to take parts from, and changes the first. */
const knowing: Readonly<Record<string, (one: Fields, other: Fields, random: SeededRandom) => void>> = {
  'another registration id': (one, other) => (one['registration'] = other['registration'] ?? null),
  'another lookup hash': (one, other) => (one['lookupHash'] = other['lookupHash'] ?? null),
  'another token hash': (one, other) => (one['tokenHash'] = other['tokenHash'] ?? null),
  'another consent': (one, other) => (one['consent'] = other['consent'] ?? null),
  'another signer': (one, other) => (one['signer'] = other['signer'] ?? null),
  'another consent and signer': (one, other) =>
    Object.assign(one, { consent: other['consent'], signer: other['signer'] }),
  'other envelopes': (one, other) => (one['envelopes'] = other['envelopes'] ?? null),
  'an unsigned consent': (one) =>
    changeConsent(one, ([, payload]) => [
      jwsPart({ alg: 'none', typ: 'foyer-consent', kid: asText(one['registration']) }),
      payload,
      '',
    ]),
  'a consent with another algorithm': (one, _, random) =>
    changeConsent(one, ([, payload, signature]) => [
      jwsPart({
        alg: random.pick(['HS256', 'ES384', 'none', 'es256']),
        typ: 'foyer-consent',
        kid: asText(one['registration']),
      }),
      payload,
      signature,
    ]),
  'a consent that says more': (one) =>
    changeConsent(one, ([header, payload, signature]) => {
      const event = readJson(Buffer.from(payload, 'base64url').toString());
      return [
        header,
        jwsPart(event !== null && typeof event === 'object' && !Array.isArray(event) ? { ...event, number: 2 } : event),
        signature,
      ];
    }),
  'a manifest that is not the current one': (one, _, random) =>
    (one['manifest'] = random.pick<Json>([
      { sequence: 0, hash: 'A'.repeat(43) },
      { sequence: 1, hash: 'A'.repeat(43) },
      { sequence: 2, hash: 'A'.repeat(43) },
    ])),
  'dates that can’t be': (one, _, random) => {
    one['checkIn'] = random.pick([
      '2026-02-30',
      '2026-06-31',
      '1999-01-01',
      '2200-01-01',
      '2026-1-1',
      '',
      '2026-05-04 ',
    ]);
  },
  'leaving before coming': (one) => Object.assign(one, { checkIn: '2026-05-04', checkOut: '2026-05-03' }),
  'party sizes': (one, _, random) => (one['partySize'] = random.pick<Json>([0, -1, 31, 1.5, 30, 1, '2', 1e9, null])),
  'another channel or language': (one, _, random) =>
    Object.assign(one, {
      channel: random.pick(['room', 'desk', 'phone', '', 'RECEPTION']),
      language: random.pick(['en', 'fr', 'zh', 'xx']),
    }),
  minors: (one) => (one['minors'] = one['minors'] !== true),
  'an envelope of another kind': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) => (envelope['kind'] = random.pick(['card', 'purpose', 'self', 'desk', 'test', 'x'])),
    ),
  'an envelope for another purpose': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) =>
        (envelope['purpose'] = random.pick(['emergency', 'billing', 'offers', 'identity', 'minors', null, 'x'])),
    ),
  'an unknown key': (one, _, random) =>
    changeEnvelope(one, random, (envelope) => (envelope['keyId'] = random.pick(['A'.repeat(22), 'self', 'x', '']))),
  'an unknown suite': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) => (envelope['suite'] = random.pick(['HPKE-X25519-SHA256-A256GCM', 'none', '', 'identity'])),
    ),
  'an unknown schema': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) => (envelope['schema'] = random.pick<Json>([0, 2, 1_000_000, 1.5, '1', -1])),
    ),
  'a ciphertext of another length': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) => (envelope['ciphertext'] = asText(envelope['ciphertext']).slice(random.int(900))),
    ),
  'another ciphertext': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) =>
        (envelope['ciphertext'] = Buffer.from(random.bytes(random.pick([528, 1040, 528, 100]))).toString('base64url')),
    ),
  'another point': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) => (envelope['enc'] = Buffer.from(random.bytes(random.pick([65, 12, 64, 0]))).toString('base64url')),
    ),
  'base64 with padding': (one, _, random) =>
    changeEnvelope(one, random, (envelope) => (envelope['enc'] = `${asText(envelope['enc'])}=`)),
  'stray bits in base64': (one, _, random) =>
    changeEnvelope(
      one,
      random,
      (envelope) => (envelope['enc'] = `${asText(envelope['enc']).slice(0, -1)}${random.text('BCDEFGH_', 1)}`),
    ),
  'envelopes left out': (one, _, random) => changeEnvelopes(one, (all) => all.slice(0, random.int(all.length))),
  'an envelope twice': (one, _, random) => changeEnvelopes(one, (all) => [...all, random.pick(all)]),
  'envelopes in another order': (one) => changeEnvelopes(one, (all) => all.toReversed()),
};

/** Changes to the request around the body. */
const around: Readonly<Record<string, (random: SeededRandom, body: string, materials: Materials) => Partial<Attempt>>> =
  {
    'a wrong content type': (random) => ({
      headers: {
        'content-type': random.pick([
          'text/plain',
          'application/xml',
          'application/json; charset=utf-16',
          'application/jsonx',
          'multipart/form-data',
          'application/problem+json',
          ',',
          'json',
        ]),
      },
    }),
    'no content type': () => ({ headers: {} }),
    'a content type written otherwise': (random) => ({
      headers: {
        'content-type': random.pick([
          'Application/JSON',
          'application/json; charset=utf-8',
          'application/json;charset=UTF-8',
        ]),
      },
    }),
    'a packed body': (_, body) => ({
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(body),
    }),
    'a body said to be packed': (random) => ({
      headers: {
        'content-type': 'application/json',
        'content-encoding': random.pick(['gzip', 'br', 'deflate', 'identity', 'x']),
      },
    }),
    'a packed body that doesn’t say so': (_, body) => ({ body: gzipSync(body) }),
    'another hotel’s address': (_, __, { otherProperty }) => ({ property: otherProperty }),
    'a strange address': (random) => ({
      property: random.pick(['x', '..', '%2e%2e', '%00', '名', 'A'.repeat(300), "'--", 'undefined', '__proto__']),
    }),
    'another hotel’s id': (_, body, { otherProperty }) => ({
      body: Buffer.from(body.replace(/"property":"[^"]*"/, `"property":"${otherProperty}"`)),
    }),
    'as long as may be': (_, body) => ({ body: Buffer.from(body.padEnd(submissionLimit, ' ')) }),
    'one byte too long': (_, body) => ({ body: Buffer.from(body.padEnd(submissionLimit + 1, ' ')) }),
    'much too long': (random, body) => ({
      body: Buffer.from(body.padEnd(submissionLimit + 1 + random.int(200_000), 'x')),
    }),
    unchanged: () => ({}),
    'odd headers': (random) => ({
      headers: {
        'content-type': 'application/json',
        'x-http-method-override': 'DELETE',
        authorization: random.pick(['Bearer ', 'Bearer x', 'Setup x', 'Basic Og==', 'Bearer a b']),
        accept: random.pick(['text/html', '*/*;q=0', 'x']),
        'accept-language': random.pick(['zh', '*;q=9', ','.repeat(2000), 'en;q=x']),
        range: 'bytes=0-1',
        origin: 'https://elsewhere.example',
        cookie: 'session=1',
      },
    }),
  };

/** One changed submission. */
export function mutateSubmission(random: SeededRandom, materials: Materials): Attempt {
  const body = random.pick(materials.bodies);
  const plain: Attempt = {
    name: '',
    property: materials.property,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(body),
  };
  const kind = random.int(10);
  if (kind === 0) {
    const [name, change] = random.pick(Object.entries(around));
    return { ...plain, ...change(random, body, materials), name };
  }
  if (kind < 4) {
    const [name, change] = random.pick(Object.entries(knowing));
    const one = fieldsOf(body);
    change(one, fieldsOf(random.pick(materials.bodies)), random);
    return { ...plain, name, body: Buffer.from(JSON.stringify(one)) };
  }
  const mutation = random.pick(kind < 7 ? byteMutations : valueMutations);
  return { ...plain, name: mutation.name, body: mutation.apply(random, body) };
}

/** Names of every kind of change there is. */
export const mutationNames: readonly string[] = [
  ...[...byteMutations, ...valueMutations].map(({ name }) => name),
  ...Object.keys(knowing),
  ...Object.keys(around),
];

function fieldsOf(body: string): Fields {
  const json = readJson(body);
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    throw new TypeError('a submission is an object');
  return json;
}

function changeEnvelopes(one: Fields, change: (all: Json[]) => Json[]): void {
  const all = one['envelopes'];
  if (Array.isArray(all)) one['envelopes'] = change(all);
}

function changeEnvelope(one: Fields, random: SeededRandom, change: (envelope: Fields) => void): void {
  const all = one['envelopes'];
  const envelope = Array.isArray(all) ? random.pick(all) : null;
  if (envelope !== null && typeof envelope === 'object' && !Array.isArray(envelope)) change(envelope);
}

function changeConsent(one: Fields, change: (parts: [string, string, string]) => [string, string, string]): void {
  const [header = '', payload = '', signature = ''] = asText(one['consent']).split('.');
  one['consent'] = change([header, payload, signature]).join('.');
}

function asText(json: Json | undefined): string {
  return typeof json === 'string' ? json : '';
}

function jwsPart(json: Json): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}
