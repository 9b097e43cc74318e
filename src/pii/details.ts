import * as z from 'zod/mini';
import { dateSchema } from '../protocol/time.ts';
import { documentKinds, limits } from './limits.ts';
import { temporaryDetailsSchema } from './temporary-details.ts';

/** A person's name as they write it, normalised (NFC, single spaces); never split, never judged. */
export const nameSchema = z.string().check(z.minLength(1), z.maxLength(limits.name));
/** A phone number in E.164: `+8613812345678`. */
export const phoneSchema = z.string().check(z.regex(/^\+[1-9]\d{5,14}$/));
export const emailSchema = z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/), z.maxLength(limits.email));
/** ISO 3166-1 alpha-2. */
const nationalitySchema = z.string().check(z.regex(/^[A-Z]{2}$/));

export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** One person of the identity register. */
export const identityPersonSchema = z.object({
  name: nameSchema,
  nationality: nationalitySchema,
  documentKind: documentKindSchema,
  documentNumber: z.string().check(z.minLength(1), z.maxLength(limits.documentNumber)),
  birthDate: z.string().check(z.regex(/^(19|20)\d\d-\d\d-\d\d$/)),
});
export type IdentityPerson = z.infer<typeof identityPersonSchema>;

/** A guest under 18 with their guardian (未成年人保护法 57: the guardian's contact and the relation). */
export const minorSchema = z.object({
  name: nameSchema,
  age: z.enum(['under-14', '14-17']),
  guardian: z.object({
    name: nameSchema,
    relation: z.string().check(z.minLength(1), z.maxLength(limits.relation)),
    /** Phone in E.164 or an e-mail address. */
    contact: z.string().check(z.minLength(3), z.maxLength(limits.email)),
  }),
});
export type Minor = z.infer<typeof minorSchema>;

/** Everything one guest told the hotel, normalised and valid: what the review screen shows and the self copy keeps. */
export const guestDetailsSchema = z.object({
  name: nameSchema,
  phone: z.nullable(phoneSchema),
  email: z.nullable(emailSchema),
  checkIn: dateSchema,
  checkOut: dateSchema,
  partySize: z.int().check(z.gte(1), z.lte(30)),
  /** Filled only when the guest entered what the law asks on the phone; the first is the guest. */
  people: z.array(identityPersonSchema).check(z.maxLength(limits.people)),
  minors: z.array(minorSchema).check(z.maxLength(limits.minors)),
  /** Only where a temporary rule asked and the guest answered here. */
  temporary: z.optional(temporaryDetailsSchema),
});
export type GuestDetails = z.infer<typeof guestDetailsSchema>;
