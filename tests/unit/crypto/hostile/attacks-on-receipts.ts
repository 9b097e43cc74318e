import { verifyReceipt } from '../../../../src/crypto/verify-receipt.ts';
import type { ProvenReceipt } from '../../../../src/protocol/receipt.ts';
import { entryFor, fixedProvenReceipt, fixedReceipt, prove } from '../../../vectors/fixed-receipt.ts';
import { type Attack, elsewhere, evil, good, guest, hotel, newer, theirs } from './scene.ts';

const receipt = (change: Partial<ProvenReceipt>) => verifyReceipt({ ...good, ...change }, hotel.fingerprint);

async function lyingReceipt() {
  const honest = await fixedReceipt(hotel, guest);
  const lie = JSON.stringify({ ...honest, notice: { ...honest.notice, hash: guest.consent.hash } });
  const entry = JSON.stringify(await entryFor(lie, guest.id));
  return verifyReceipt(await prove(hotel, { text: lie, entry }), hotel.fingerprint);
}

export const attacksOnReceipts: Attack[] = [
  [
    'a receipt with other words',
    'receipt_invalid: text',
    () => receipt({ text: good.text.replace('"refused"', '"given"') }),
  ],
  [
    'a receipt for another guest’s entry',
    'receipt_invalid: text',
    () => receipt({ entry: theirs.entry, index: theirs.index, proof: theirs.proof }),
  ],
  [
    'another guest’s words under one’s own entry',
    'receipt_invalid: entry',
    async () =>
      verifyReceipt(
        await prove(hotel, { text: theirs.text, entry: JSON.stringify(await entryFor(theirs.text, guest.id)) }),
        hotel.fingerprint,
      ),
  ],
  [
    'a receipt that was never logged',
    'receipt_invalid: inclusion',
    async () => receipt({ checkpoint: (await prove(hotel, { text: '', entry: 'something else' })).checkpoint }),
  ],
  ['a truncated proof', 'receipt_invalid: inclusion', () => receipt({ proof: good.proof.slice(1) })],
  [
    'a lie about the log’s size',
    'receipt_invalid: checkpoint signature',
    () => receipt({ checkpoint: good.checkpoint.replace('\n11\n', '\n9\n') }),
  ],
  [
    'a checkpoint of another hotel’s log',
    'receipt_invalid: checkpoint',
    async () => receipt({ checkpoint: (await fixedProvenReceipt(evil, elsewhere)).checkpoint }),
  ],
  [
    'a receipt under a key the root never named',
    'receipt_invalid: checkpoint',
    async () =>
      verifyReceipt(await prove(hotel, { text: good.text, entry: good.entry, key: evil.receipt }), hotel.fingerprint),
  ],
  [
    'a receipt of its own hotel',
    'manifest_fingerprint',
    async () => verifyReceipt(await fixedProvenReceipt(evil, elsewhere), hotel.fingerprint),
  ],
  ['a receipt with a later manifest', 'receipt_invalid: manifest', () => receipt({ manifest: newer.jws })],
  ['a receipt for words that were never signed', 'receipt_invalid: notice', () => lyingReceipt()],
];
