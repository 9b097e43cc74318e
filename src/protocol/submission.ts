import * as z from 'zod/mini';
import { envelopeSchema } from './envelope.ts';
import { digestSchema, idSchema, propertyIdSchema, publicKeySchema } from './ids.ts';
import { languageSchema } from './languages.ts';
import { dateSchema } from './time.ts';

/** A submission's body is at most this many bytes. */
export const submissionLimit = 32 * 1024;

/** Where a guest came from; part of the poster's fragment. `typed` when there was no fragment, `desk` for the tablet's assisted mode. */
/** Days from today until the latest day of arrival, and from then until the latest day of leaving: later is a booking, longer a tenancy. */
export const farthestStay = 366;

const channels = ['reception', 'lobby', 'room', 'website', 'desk', 'typed'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

/**
 * What a phone sends: the public part in the clear, everything that identifies a person inside envelopes.
 * The server answers with a receipt after the record is durable; the same bytes sent again give the same receipt.
 */
export const submissionSchema = z.strictObject({
  format: z.literal('foyer-submission/1'),
  property: propertyIdSchema,
  registration: idSchema,
  channel: channelSchema,
  /** The poster's token, in the clear; absent where it has none, and for who didn't come by a poster. */
  poster: z.optional(idSchema),
  language: languageSchema,
  partySize: z.int().check(z.gte(1), z.lte(30)),
  minors: z.boolean(),
  /**
   * The registration somebody comes along with: the one whose guest handed the phone over or passed the link on. It need not have arrived
   * itself, and it authorises nothing.
   */
  party: z.optional(idSchema),
  checkIn: dateSchema,
  checkOut: dateSchema,
  manifest: z.strictObject({ sequence: z.int(), hash: digestSchema }),
  /** Public half of the registration's signing key (raw P-256 point). */
  signer: publicKeySchema,
  /** SHA-256 of the lookup id and of the request token, both derived from the guest's secret. */
  lookupHash: digestSchema,
  tokenHash: digestSchema,
  /** Consent event number 1, JWS compact. */
  consent: z.string().check(z.maxLength(6000)),
  /** One card, one self copy, one per purpose that was said yes to or filled in by law. */
  envelopes: z.array(envelopeSchema).check(z.minLength(3), z.maxLength(10)),
});
export type Submission = z.infer<typeof submissionSchema>;

/** A registration's life as the server knows it. `waiting` exists on the phone only. */
export const registrationStates = ['received', 'seen', 'arrived', 'departed', 'expired', 'erased'] as const;
export type RegistrationState = (typeof registrationStates)[number];
export const registrationStateSchema = z.enum(registrationStates);
