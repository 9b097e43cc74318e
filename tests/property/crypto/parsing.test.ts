import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveGuestKeys } from '../../../src/crypto/guest-secret.ts';
import { readBundle } from '../../../src/crypto/key-bundle.ts';
import { hashLeaf, rootFromInclusion } from '../../../src/crypto/merkle-proof.ts';
import { formatRecoveryCode, parseRecoveryCode } from '../../../src/crypto/recovery-code.ts';
import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from '../../../src/protocol/base64url.ts';
import { formatCheckpoint, parseCheckpoint } from '../../../src/protocol/checkpoint.ts';
import { consentEventSchema } from '../../../src/protocol/consent-event.ts';
import {
  arrivalCode,
  digestSchema,
  idSchema,
  newId,
  normaliseArrivalCode,
  propertyIdSchema,
  publicKeySchema,
} from '../../../src/protocol/ids.ts';
import { manifestSchema } from '../../../src/protocol/manifest.ts';
import { parseNotice } from '../../../src/protocol/notice.ts';
import { parseReceipt, provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import { newPersonSchema, recoveryRecordSchema } from '../../../src/protocol/staff.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { addDays, dateSchema, instantSchema, toInstant } from '../../../src/protocol/time.ts';
import { slowPath, slowRoot } from '../../vectors/slow-tree.ts';
import { isRefused, runs } from './runs.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.base64String(),
  fc.date().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.json(),
);
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((data) => new Uint8Array(data));

describe('reading any text', () => {
  it('schemas say yes or no and never break', () => {
    const schemas = [dateSchema, instantSchema, idSchema, digestSchema, publicKeySchema, propertyIdSchema];
    fc.assert(
      fc.property(anyText, (text) => {
        for (const schema of schemas) expect(schema.safeParse(text).success).toBeTypeOf('boolean');
      }),
      runs(1000),
    );
  });

  it('schemas of whole messages take any JSON', () => {
    const schemas = [
      submissionSchema,
      consentEventSchema,
      manifestSchema,
      provenReceiptSchema,
      newPersonSchema,
      recoveryRecordSchema,
    ];
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(schemas.filter((schema) => schema.safeParse(json).success)).toEqual([]);
      }),
      runs(300),
    );
  });

  it('readers give null or refuse', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(parseCheckpoint(text)).toBeNull();
        normaliseArrivalCode(text);
        for (const read of [() => parseNotice(text), () => parseReceipt(text), () => parseRecoveryCode(text)])
          expect(await isRefused(read)).toBe(true);
        await isRefused(() => deriveGuestKeys(text));
        expect(await isRefused(() => readBundle(new TextEncoder().encode(text)))).toBe(true);
      }),
      runs(300),
    );
  });
});

describe('writing and reading back', () => {
  it('bytes and texts are one to one', () => {
    fc.assert(
      fc.property(fc.uint8Array(), anyText, (data, text) => {
        expect(decodeBase64Url(encodeBase64Url(data))).toEqual(new Uint8Array(data));
        expect(decodeBase64(encodeBase64(data))).toEqual(new Uint8Array(data));
        const [url, plain] = [decodeBase64Url(text), decodeBase64(text)];
        if (url !== null && encodeBase64Url(url) !== text) return false;
        return plain === null || encodeBase64(plain) === text;
      }),
      runs(500),
    );
  });

  it('instants, dates, ids and codes', () => {
    const time = fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2199, 10, 30) });
    fc.assert(
      fc.property(time, fc.integer({ min: -20, max: 20 }), bytes(10), (now, days, random) => {
        const instant = toInstant(now);
        expect(instantSchema.safeParse(instant).success).toBe(true);
        expect(Date.parse(instant)).toBe(now - (now % 1000));
        const moved = addDays(instant.slice(0, 10), days);
        expect(addDays(moved, -days)).toBe(instant.slice(0, 10));
        const id = newId(now, () => random);
        expect(idSchema.safeParse(id).success).toBe(true);
        expect(normaliseArrivalCode(arrivalCode(id))).toBe(arrivalCode(id));
      }),
      runs(500),
    );
  });

  it('checkpoints', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        bytes(32),
        bytes(4),
        bytes(64),
        (size, root, keyHint, signature) => {
          const note = formatCheckpoint({ origin: 'foyer/x', size, root }, keyHint, signature);
          expect(parseCheckpoint(note)).toMatchObject({ origin: 'foyer/x', size, root, keyHint, signature });
        },
      ),
      runs(200),
    );
  });

  it('recovery codes', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(32), async (secret) => {
        expect(await parseRecoveryCode(await formatRecoveryCode(secret))).toEqual(secret);
      }),
      runs(100),
    );
  });
});

describe('inclusion', () => {
  it('every leaf of any tree is proven, and no other text in its place', () => {
    const tree = fc.array(fc.string(), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(tree, fc.nat(), fc.string(), (leaves, at, otherText) => {
        const index = at % leaves.length;
        const leaf = leaves[index] ?? '';
        const proof = slowPath(index, leaves);
        const root = rootFromInclusion(hashLeaf(leaf), index, leaves.length, proof);
        expect(root).toEqual(slowRoot(leaves));
        const other = rootFromInclusion(hashLeaf(`${leaf}${otherText}.`), index, leaves.length, proof);
        expect(other).not.toEqual(slowRoot(leaves));
        expect(rootFromInclusion(hashLeaf(leaf), index, leaves.length, [...proof, new Uint8Array(32)])).toBeNull();
      }),
      runs(100),
    );
  });
});
