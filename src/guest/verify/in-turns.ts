/** Milliseconds the page's thread is kept before others have their turn. */
const longest = 30;

/**
 * For long work on the page's own thread: what is told is passed on, and now and then the work waits until the page has drawn and
 * answered.
 */
export function inTurns<Told extends readonly unknown[]>(
  tell: (...told: Told) => void,
  now: () => number,
  turn: () => Promise<void>,
): (...told: Told) => Promise<void> {
  let since = now();
  return async (...told) => {
    if (now() - since < longest) return;
    tell(...told);
    await turn();
    since = now();
  };
}
