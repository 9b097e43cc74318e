// Runs inside the tablet's page. Must not use anything outside the function.

export interface DeskRecord {
  /** Milliseconds since the page's start: of the tap on sign in, and of the end of the first frame with rows in it. */
  signInAt: number;
  rowsAt: number;
  /** Of each keystroke in the search: until what it finds is in the page, and until the frame with that has been drawn. */
  readonly searches: { readonly typed: string; readonly inPage: number; readonly drawn: number }[];
  /** The longest time since the tap in which the main thread did nothing else. */
  stall: number;
}

declare global {
  interface Window {
    benchDesk?: DeskRecord;
  }
}

/** Notes when rows are drawn, how long a search takes, and the longest stall of the main thread. */
export function recordDesk(): void {
  const record: DeskRecord = { signInAt: 0, rowsAt: 0, searches: [], stall: 0 };
  window.benchDesk = record;
  const afterFrame = (act: () => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', act);
      port1.start();
      port2.postMessage(null);
    });
  };

  addEventListener('submit', () => (record.signInAt = performance.now()), { capture: true });
  const look = () => {
    if (document.querySelector('.guest-list [data-registration]') === null) requestAnimationFrame(look);
    else afterFrame(() => (record.rowsAt = performance.now()));
  };
  requestAnimationFrame(look);

  let last = 0;
  const beat = () => {
    const now = performance.now();
    if (record.signInAt > 0 && last > record.signInAt) record.stall = Math.max(record.stall, now - last);
    last = now;
    setTimeout(beat, 0);
  };
  beat();

  let pressed: number | null = null;
  let typing: { readonly typed: string; readonly from: number } | null = null;
  addEventListener('keydown', ({ key, timeStamp }) => (pressed = key.length === 1 ? timeStamp : null), {
    capture: true,
  });
  addEventListener(
    'input',
    ({ target, timeStamp }) => {
      if (target instanceof HTMLInputElement && target.type === 'search')
        typing = { typed: target.value, from: pressed ?? timeStamp };
      pressed = null;
    },
    { capture: true },
  );
  const found = () => {
    if (typing === null || document.querySelector('.guest-list')?.getAttribute('aria-busy') !== 'false') return;
    const { typed, from } = typing;
    const inPage = performance.now() - from;
    typing = null;
    afterFrame(() => record.searches.push({ typed, inPage, drawn: performance.now() - from }));
  };
  new MutationObserver(found).observe(document, { subtree: true, attributeFilter: ['aria-busy'] });
}
