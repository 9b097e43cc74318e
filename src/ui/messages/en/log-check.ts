import type { LogFault } from '../../../protocol/log-faults.ts';

/** Where the finding is about several entries, `to` differs from `from`. Both count from 0, as the log does. */
export interface FoundPlace {
  readonly from: number;
  readonly to: number;
  /** Another number found there. */
  readonly found: number;
  /** Size of the checkpoint. */
  readonly size: number;
  /** The anchor's or receipt's file. */
  readonly name: string;
}

const entries = ({ from, to }: FoundPlace) => (from === to ? `Entry ${from}` : `Entries ${from} to ${to}`);

const faults: Readonly<Record<LogFault, (place: FoundPlace) => string>> = {
  fingerprint: () => 'The log is another hotel’s than the fingerprint given.',
  line: ({ from }) => `A line that belongs in no log, where entry ${from} should be.`,
  'entry-place': ({ from, found }) => `Entry ${from} should be here; this one says it is ${found}.`,
  'entry-changed': ({ from }) => `Entry ${from} is not the text that was logged.`,
  'entry-form': ({ from }) => `Entry ${from} is not a log entry.`,
  'manifest-signature': ({ from }) => `The hotel’s rules before entry ${from} are not signed.`,
  'manifest-root': ({ from }) => `The hotel’s rules before entry ${from} are signed by another root.`,
  'manifest-invalid': ({ from }) => `The rules before entry ${from} are not this hotel’s.`,
  'manifest-chain': ({ from }) => `The rules before entry ${from} don’t follow the ones before them.`,
  'manifest-missing': ({ from }) => `Entry ${from} publishes other rules than those in the file.`,
  'manifest-unlogged': ({ from }) => `Before entry ${from} stand rules that no entry publishes.`,
  'checkpoint-form': ({ size }) => `The checkpoint after ${size} entries can’t be read.`,
  'checkpoint-early': (place) => `${entries(place)}: missing, a checkpoint of ${place.found} entries comes first.`,
  'checkpoint-place': ({ size, found }) => `After ${size} entries stands a checkpoint of ${found}.`,
  'checkpoint-key': ({ size }) => `The checkpoint of ${size} entries is not signed by the hotel’s key.`,
  'checkpoint-root': (place) => `${entries(place)}: not what the checkpoint of ${place.size} entries signed.`,
  truncated: (place) => `${entries(place)}: missing, the file ends before.`,
  'export-missing': () => 'The end is missing: the last entry isn’t the one about this export.',
  'too-long': ({ from }) => `Entry ${from} is more than the file says it has.`,
  'unsigned-end': (place) => `${entries(place)}: no checkpoint covers this.`,
  'anchor-other': ({ name }) => `${name} speaks of another hotel’s log.`,
  'anchor-key': ({ name }) => `${name} is not signed by this hotel’s key.`,
  'anchor-longer': ({ name, size, found }) =>
    `The log was cut off: ${name} saw ${size} entries, the file has ${found}.`,
  'anchor-contradicts': ({ name, size }) =>
    `The first ${size} entries are not those ${name} saw. The log was rewritten since.`,
  'receipt-invalid': ({ name }) => `${name} is not a valid receipt of this hotel.`,
  'receipt-manifest': ({ name }) => `${name} names rules this log never published.`,
  'receipt-longer': ({ name, size, found }) =>
    `The log was cut off: ${name} saw ${size} entries, the file has ${found}.`,
  'receipt-entry': ({ name, from }) => `Entry ${from} is not the one ${name} has. The log was rewritten since.`,
  'receipt-contradicts': ({ name, size }) =>
    `The first ${size} entries are not those ${name} saw. The log was rewritten since.`,
};

/** A whole log, checked at /verify. */
export const logCheck = {
  title: 'Verify a whole log',
  intro: 'The file a hotel exported, checked entry by entry on this device. Nothing is sent.',
  back: 'Verify a receipt',
  chooseLog: 'Choose the log’s file',
  witnesses: 'Anchors and receipts',
  witnessesText:
    'What was kept outside the server shows whether the log was rewritten since. Optional, several at once.',
  chooseWitnesses: 'Choose anchors and receipts',
  fingerprint: 'Fingerprint from a poster',
  fingerprintText: 'Optional: the 22 characters after # in the poster’s address, before the dot.',
  fingerprintWrong: 'A fingerprint has 22 characters.',
  check: 'Verify',
  checking: 'Verifying',
  notLog: 'This is not an exported log.',
  notWitness: (name: string) => `${name} holds neither an anchor nor a receipt.`,
  holds: 'Everything holds',
  holdsUnread: 'The log holds, but not every anchor can be read',
  holdsText: 'Every entry is the one that was signed, in its place.',
  unreadText:
    'An anchor that can’t be read was cut or changed on its way. Fetch it again from where it is kept, and verify once more.',
  alone: 'Without an anchor or a receipt from outside, a log that was rewritten and signed anew looks the same.',
  broken: 'It does not hold',
  read: (count: number, checkpoints: number) => `${count} entries, ${checkpoints} checkpoints`,
  span: (from: string, to: string) => `From ${from} to ${to}`,
  rootTaken: 'The seal is as the file says. Compare it and the four words with the hotel’s poster.',
  outcomes: {
    agrees: 'agrees',
    contradicts: 'contradicts',
    'not-reached': 'not reached',
    unreadable: 'can’t be read, proves nothing',
  },
  another: 'Verify another',
  faults,
};

/** What every language has to say in this area. */
export type LogCheckMessages = typeof logCheck;
