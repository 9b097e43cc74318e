import type { Findings } from './findings.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { limits } from './limits.ts';
import { normaliseCode } from './normalise-text.ts';
import type { RawTemporary } from './raw-details.ts';
import { healthAnswerSchema, placeSchema, type TemporaryDetails } from './temporary-details.ts';

/** Checks what a temporary rule asks; everything of it that is asked is needed. A place that was picked twice is kept once. */
export function checkTemporary(raw: RawTemporary | undefined, findings: Findings): TemporaryDetails | null {
  if (raw?.places === undefined && raw?.health === undefined) {
    findings.add('temporary', 'missing');
    return null;
  }
  const rows = raw.places ?? [];
  if (raw.places !== undefined && rows.length === 0) findings.add('temporary', 'missing');
  if (rows.length > limits.places) findings.add('temporary', 'too_long');
  const places = rows
    .slice(0, limits.places)
    .map(({ place }, at) => findings.take(`temporary.places.${at}.place`, listed(placeSchema, place)));
  const health =
    raw.health === undefined ? null : findings.take('temporary.health', listed(healthAnswerSchema, raw.health));
  return { places: [...new Set(places.filter((place) => place !== null))], health };
}

interface Listed<Value> {
  readonly safeParse: (picked: unknown) => { readonly success: boolean; readonly data?: Value };
}

function listed<Value extends string>(list: Listed<Value>, picked: string): Checked<Value> {
  const code = normaliseCode(picked);
  if (code === '') return refuse('missing');
  const { data } = list.safeParse(code);
  return data === undefined ? refuse('not_listed') : accept(data);
}
