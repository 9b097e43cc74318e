import * as z from 'zod/mini';
import type { Envelope } from '../../src/protocol/envelope.ts';
import { envelopeKinds, envelopeSchema } from '../../src/protocol/envelope.ts';
import { languageSchema } from '../../src/protocol/languages.ts';
import { purposeIdSchema } from '../../src/protocol/purposes.ts';

// The shape of the frozen files. Every case says what must come of it: `opened: …` or `refused: <code>: <detail>`.

const named = { name: z.string(), expect: z.string() };
const record = { property: z.string(), registration: z.string(), consent: z.string() };

/** An envelope as a careless reader would take it: any suite, any length. */
export const rawEnvelopeSchema = z.strictObject({
  ...envelopeSchema.shape,
  suite: z.custom<Envelope['suite']>((suite) => typeof suite === 'string'),
  keyId: z.string(),
  enc: z.string(),
  ciphertext: z.string(),
});

const envelopeFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      ...named,
      /** The opener's pair, raw, base64url. */
      key: z.strictObject({ publicKey: z.string(), privateKey: z.string() }),
      context: z.strictObject({ ...record, kind: z.enum(envelopeKinds), purpose: z.nullable(purposeIdSchema) }),
      envelope: rawEnvelopeSchema,
    }),
  ),
});
export type EnvelopeFile = z.infer<typeof envelopeFileSchema>;

const selfCopyFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({ ...named, secret: z.string(), context: z.strictObject(record), envelope: rawEnvelopeSchema }),
  ),
});
export type SelfCopyFile = z.infer<typeof selfCopyFileSchema>;

const consentFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(z.strictObject({ ...named, jws: z.string(), signer: z.string() })),
});
export type ConsentFile = z.infer<typeof consentFileSchema>;

const manifestFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      ...named,
      jws: z.string(),
      expected: z.strictObject({
        fingerprint: z.nullable(z.string()),
        property: z.string(),
        now: z.number(),
        lastSequence: z.number(),
      }),
      /** A notice to hold against the manifest, where the case is about one. */
      notice: z.optional(z.strictObject({ language: languageSchema, text: z.string() })),
    }),
  ),
});
export type ManifestFile = z.infer<typeof manifestFileSchema>;

const teamFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      ...named,
      jws: z.string(),
      /** The root's public key, raw. */
      root: z.string(),
      expected: z.strictObject({
        property: z.string(),
        epoch: z.number(),
        seen: z.nullable(z.strictObject({ sequence: z.number(), hash: z.string() })),
      }),
    }),
  ),
});
export type TeamFile = z.infer<typeof teamFileSchema>;

const receiptFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(z.strictObject({ ...named, fingerprint: z.nullable(z.string()), proven: z.unknown() })),
});
export type ReceiptFile = z.infer<typeof receiptFileSchema>;

const proofFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      ...named,
      leaf: z.string(),
      index: z.number(),
      size: z.number(),
      /** Hexadecimal, as the trees of RFC 6962 are printed. */
      proof: z.array(z.string()),
    }),
  ),
});
export type ProofFile = z.infer<typeof proofFileSchema>;

const derivationFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      ...named,
      kind: z.enum(['guest-lookup', 'guest-token', 'staff-proof', 'recovery-code', 'key-id', 'arrival-code', 'digest']),
      input: z.string(),
      salt: z.optional(z.string()),
    }),
  ),
});
export type DerivationFile = z.infer<typeof derivationFileSchema>;

const hpkeFileSchema = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      ...named,
      /** All hexadecimal. */
      skRm: z.string(),
      pkRm: z.string(),
      enc: z.string(),
      info: z.string(),
      aad: z.string(),
      ciphertext: z.string(),
    }),
  ),
});
export type HpkeFile = z.infer<typeof hpkeFileSchema>;

export const vectorFilesSchema = z.strictObject({
  envelopes: envelopeFileSchema,
  selfCopies: selfCopyFileSchema,
  consents: consentFileSchema,
  manifests: manifestFileSchema,
  teams: teamFileSchema,
  receipts: receiptFileSchema,
  proofs: proofFileSchema,
  derivations: derivationFileSchema,
  hpke: hpkeFileSchema,
});
export type VectorFiles = z.infer<typeof vectorFilesSchema>;
