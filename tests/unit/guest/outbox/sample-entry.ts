import type { Outbox } from '../../../../src/guest/outbox/outbox.ts';
import type { OutboxEntry } from '../../../../src/guest/outbox/outbox-entry.ts';
import type { ProvenReceipt } from '../../../../src/protocol/receipt.ts';

export const sampleEntry: OutboxEntry = {
  registration: 'AAECAwQFBgcICQoLDA0ODw',
  property: '0123456789',
  state: 'waiting',
  body: '{"sealed":true}',
  secret: 'S'.repeat(43),
  consentHash: 'C'.repeat(43),
  manifestHash: 'M'.repeat(43),
  fingerprint: 'AAECAwQFBgcICQoLDA0ODw',
  manifest: 'm',
  notice: '{}',
  language: 'en',
  receipt: null,
  keptAt: 1,
  forgetAt: 2,
};

export const sampleReceipt: ProvenReceipt = {
  format: 'foyer-proven-receipt/1',
  text: '',
  entry: '',
  index: 0,
  proof: [],
  checkpoint: '',
  manifest: '',
};

/** A device whose storage refuses everything, as in private mode, or once it is full. */
export function refusingOutbox(): Outbox {
  const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  return { put: refuse, get: refuse, all: refuse, update: refuse, remove: refuse };
}
