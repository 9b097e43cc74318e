/** Milliseconds for clocks that are corrected by a little. */
export const clockLeeway = 60_000;

/**
 * Whether what ends at `until` and lasts no longer than `lasts` still holds; moments of the steady clock, milliseconds. What would end
 * later than something made just now was written after that clock was last kept, by a server that then came to a sudden end and starts
 * under a wall clock that was set back: how much of it is left nobody knows, so it is over.
 */
export function inTime(until: number, now: number, lasts: number): boolean {
  const left = until - now;
  return left > 0 && left <= lasts + clockLeeway;
}
