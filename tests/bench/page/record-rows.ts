// Runs inside the tablet's page. Must not use anything outside the function.

declare global {
  interface Window {
    /** When each registration was first in the list, on the machine's clock. */
    benchRows?: Map<string, number>;
  }
}

/** Notes when the row of a registration first appears. */
export function recordRows(): void {
  const rows = new Map<string, number>();
  window.benchRows = rows;
  const look = () => {
    const now = performance.timeOrigin + performance.now();
    for (const row of document.querySelectorAll('[data-registration]')) {
      const registration = row.getAttribute('data-registration') ?? '';
      if (!rows.has(registration)) rows.set(registration, now);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
