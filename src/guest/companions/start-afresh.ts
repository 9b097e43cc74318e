/**
 * Loads the page anew at another address, in the place of this one: whatever was typed, chosen or made here is gone with the page's
 * memory, and no step back in the history leads to it, because the screens were never pages of their own.
 */
export function startAfresh(window: Window, address: string): void {
  const next = new URL(address);
  // The language stays as it was; the next person changes it in one tap.
  next.search = window.location.search;
  window.history.replaceState(null, '', next.href);
  window.location.reload();
}
