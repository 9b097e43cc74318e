import * as fc from 'fast-check';
import { Refusal } from '../../../src/protocol/problems.ts';

/** How often a property is tried: `ordinary` times, or as often as FOYER_RUNS says (10,000 for a long night). */
export function runs(ordinary: number): { numRuns: number } {
  const asked = Number(process.env['FOYER_RUNS']);
  return { numRuns: Number.isSafeInteger(asked) && asked > 0 ? asked : ordinary };
}

/** Whether an attempt ends in a Refusal. Any other error goes through and fails the property. */
export async function isRefused(attempt: () => unknown): Promise<boolean> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
  return false;
}

/** One character of a text changed to another that a base64url, JSON or note text might well hold, or any. */
export const oneChange = fc.record({
  at: fc.nat(),
  to: fc.oneof(
    fc.constantFrom('A', 'B', 'a', '0', '9', '-', '_', '=', '+', '/', '.', '"', '{', '}', ' ', '\n', ''),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

/** Applies a change; always gives another text, if need be by doubling the character. */
export function changed(text: string, { at, to }: { readonly at: number; readonly to: string }): string {
  const place = text.length === 0 ? 0 : at % text.length;
  const other = text.slice(0, place) + to + text.slice(place + 1);
  return other === text ? `${text.slice(0, place)}${to}${text.slice(place)}x` : other;
}
