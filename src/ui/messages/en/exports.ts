/** Taking guests' details out as a file. */
export const exports = {
  title: 'Take guests’ details out',
  text: 'One purpose at a time, and only guests who said yes to it, have arrived and have not taken it back. Each guest can read that you did this, when and why. The file is made on this tablet; nobody else sees it. What the law asks for has its own way and is not here.',
  none: 'No purpose is open to you here: you hold the key of none that guests say yes to.',
  purpose: 'For which purpose',
  reason: 'Why',
  format: 'As',
  formats: { xlsx: 'Spreadsheet (XLSX)', csv: 'Text (CSV)' },
  choose: 'Please choose',
  missing: 'Please choose one.',
  start: 'Make the file',
  fetching: 'Fetching and opening',
  elsewhere: 'A file of guests’ details is being made',
  cut: 'The server can’t be reached. It goes on by itself',
  meanwhile:
    'Meanwhile you can work at other places of the desk. Locking, signing out or closing this page calls it off, and then there is no file.',
  stop: 'Stop',
  stopped: 'Stopped',
  stoppedText: 'No file was made; what was fetched so far is in the log.',
  done: (count: number) =>
    count === 1 ? 'The file with one guest is saved.' : `The file with ${count.toLocaleString('en')} guests is saved.`,
  empty: 'Nobody’s yes to this holds just now, so there is no file.',
  broken: (count: number) =>
    count === 1
      ? 'One line could not be read. It is marked in the file; all others are whole.'
      : `${count.toLocaleString('en')} lines could not be read. They are marked in the file; all others are whole.`,
  brokenLine: 'Could not be read',
  careful: 'Keep the file only as long as you need it. What you take out no longer goes by itself.',
  columns: {
    code: 'Arrival code',
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    checkIn: 'Check-in',
    checkOut: 'Check-out',
    room: 'Room',
    amount: 'Amount spent (CNY)',
    note: 'Note',
  },
  holds: (columns: string) => `The file has: ${columns}.`,
  fileName: (purpose: string, date: string) => `${purpose} ${date}`,
};

/** What every language has to say in this area. */
export type ExportsMessages = typeof exports;
