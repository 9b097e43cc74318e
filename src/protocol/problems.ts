import * as z from 'zod/mini';

/**
 * Every refusal the server can give. The list is closed: a code that is not here is a bug.
 * Each has a sentence in every language (what happened, whether the data is safe, what to do).
 */
export const problemCodes = [
  'malformed',
  'sign_in_failed',
  'session_ended',
  'setup_link_invalid',
  'forbidden',
  'not_granted',
  'step_up_needed',
  'import_refused',
  'approval_needed',
  'sealed_off',
  'poster_not_in_use',
  'not_found',
  'unknown_property',
  'method_not_allowed',
  'conflict',
  'last_owner',
  'submission_conflict',
  'manifest_outdated',
  'nobody_can_open',
  'restoration_ended',
  'setup_done',
  'consent_replayed',
  'consent_forked',
  'request_closed',
  'cannot_open',
  'gone',
  'already_erased',
  'sheet_replaced',
  'too_large',
  'unsupported_media_type',
  'unknown_key',
  'unknown_suite',
  'unsupported_schema',
  'envelope_size',
  'envelope_missing',
  'consent_invalid',
  'manifest_invalid',
  'recovery_wrong',
  'passkey_invalid',
  'passkey_without_keys',
  'too_many_attempts',
  'internal',
  'storage_unavailable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Each refusal's HTTP status. */
export const problemStatus = {
  malformed: 400,
  sign_in_failed: 401,
  session_ended: 401,
  setup_link_invalid: 403,
  forbidden: 403,
  not_granted: 403,
  step_up_needed: 403,
  import_refused: 403,
  approval_needed: 403,
  sealed_off: 403,
  poster_not_in_use: 403,
  not_found: 404,
  unknown_property: 404,
  method_not_allowed: 405,
  conflict: 409,
  last_owner: 409,
  submission_conflict: 409,
  manifest_outdated: 409,
  nobody_can_open: 409,
  restoration_ended: 409,
  setup_done: 409,
  consent_replayed: 409,
  consent_forked: 409,
  request_closed: 409,
  cannot_open: 409,
  gone: 410,
  already_erased: 410,
  sheet_replaced: 410,
  too_large: 413,
  unsupported_media_type: 415,
  unknown_key: 422,
  unknown_suite: 422,
  unsupported_schema: 422,
  envelope_size: 422,
  envelope_missing: 422,
  consent_invalid: 422,
  manifest_invalid: 422,
  recovery_wrong: 422,
  passkey_invalid: 422,
  passkey_without_keys: 422,
  too_many_attempts: 429,
  internal: 500,
  storage_unavailable: 503,
} as const satisfies Record<ProblemCode, number>;

/** What a phone or tablet finds wrong by itself; never sent by the server. */
export const deviceProblems = [
  'offline',
  'insecure_page',
  'manifest_fingerprint',
  'manifest_signature',
  'manifest_property',
  'manifest_older',
  'manifest_expired',
  'manifest_empty',
  'manifest_keys',
  'manifest_suite',
  'notice_changed',
  'receipt_invalid',
  'log_invalid',
  'own_key_damaged',
  'wrong_passphrase',
  'wrong_recovery_code',
  'team_invalid',
  'team_older',
  'team_unlisted',
  'unexpected_answer',
] as const;
export type DeviceProblem = (typeof deviceProblems)[number];

export type AnyProblem = ProblemCode | DeviceProblem;

/**
 * An RFC 9457 problem document (`application/problem+json`). `type` is `urn:foyer:problem:<code>`;
 * `detail` names the offending place by path, never a value that was sent.
 */
export const problemSchema = z.object({
  type: z.string(),
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  /** Seconds to wait, with `too_many_attempts` and `storage_unavailable`. */
  retryAfter: z.optional(z.number()),
});
export type Problem = z.infer<typeof problemSchema>;

/** Thrown inside the product where something is refused; `code` is from the closed lists, `detail` never holds a person's data. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: AnyProblem;
  readonly detail: string | undefined;
  readonly retryAfter: number | undefined;
  constructor(code: AnyProblem, detail?: string, retryAfter?: number) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}
