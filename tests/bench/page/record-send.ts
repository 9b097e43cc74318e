// Runs inside the page. Must not use anything outside the function.

export interface SendRecord {
  /** The last tap, on the event's own clock; milliseconds since the navigation began. */
  tapped: number;
  /** When the page handed the finished submission to the network. */
  handedOver: number;
  /** When its answer was there. On the machine's clock, so that another page can be compared. */
  answeredAt: number;
  /** Which registration it was, where the form has such a thing. */
  registration: string;
  /** What was still fetched between the tap and the hand-over. */
  between: string[];
}

declare global {
  interface Window {
    benchSend?: SendRecord;
  }
}

/** Notes taps and the request that sends the form: the only one with a body. */
export function recordSend(): void {
  const record: SendRecord = { tapped: 0, handedOver: 0, answeredAt: 0, registration: '', between: [] };
  window.benchSend = record;
  window.addEventListener(
    'click',
    ({ timeStamp }) => {
      if (record.handedOver === 0) record.tapped = timeStamp;
    },
    { capture: true },
  );
  const original = window.fetch;
  window.fetch = async (input, init) => {
    const sends = init?.method === 'POST' && record.handedOver === 0;
    if (sends) {
      record.handedOver = performance.now();
      record.between = performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime >= record.tapped && startTime < record.handedOver)
        .map(({ name }) => new URL(name).pathname);
      const sent: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
      if (typeof sent === 'object' && sent !== null && 'registration' in sent)
        record.registration = String(sent.registration);
    }
    const response = await original(input, init);
    if (!sends) return response;
    record.answeredAt = performance.timeOrigin + performance.now();
    return response;
  };
}
