/** What a certificate of what was erased by itself says of its run, for whoever reads it on a phone, a tablet or paper. */
export const erasureFacts = {
  issued: 'Issued',
  entries: 'Entries counted',
  range: (from: number, to: number) => (from === to ? 'none' : `No. ${from} to No. ${to - 1}`),
  clock: 'Clock',
  clockSound: 'Not in doubt',
  clockHeld: (wall: string) =>
    `In doubt: the server’s clock said ${wall} and was not believed. Terms were counted by time that had really passed.`,
  backups: 'Gone from backups by',
  number: 'Certificate number',
};

export type ErasureFactsMessages = typeof erasureFacts;
