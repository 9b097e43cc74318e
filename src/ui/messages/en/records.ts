/** Everything about the log as a whole: taking it out, and keeping checkpoints elsewhere. */
export const records = {
  tab: 'Records',
  title: 'The log',
  lead: 'Who did what and when, in an order that can’t be changed unnoticed. It names no guest.',
  loading: 'Reading the log’s state',
  entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),

  exportTitle: 'Take the log out',
  exportText:
    'One file with every entry. Anyone can verify it, with no server and no network: on the page /verify of this site, or with the command foyer verify-log. Taking it out is an entry too.',
  export: 'Save the log as a file',
  exporting: 'Fetching the log',
  exported: 'The log is saved.',
  fileName: 'Log',

  anchorTitle: 'Keep its state elsewhere',
  anchorText:
    'A few lines that stand for every entry so far. Put them where nobody who runs the server can reach: on paper, in somebody else’s mail. Should the log ever be rewritten, they show it. Once a month is a good habit.',
  now: 'The log now',
  print: 'Print',
  mail: 'Send by mail',
  save: 'Save as a file',
  wrong:
    'The server’s state of the log is not signed by the hotel’s key. Keep nothing of it, and ask whoever runs the server.',

  keptTitle: 'Kept so far',
  keptNone:
    'Nothing has been kept elsewhere yet. Until then, whoever runs the server could rewrite the log from its start.',
  ways: { printed: 'printed', mailed: 'sent by mail', saved: 'saved as a file' },
  by: (date: string, way: string, name: string) => `${date} · ${way} · ${name}`,
  again: 'Show',

  paper: {
    title: 'State of the log',
    text: 'These lines stand for every entry the log had on this day. Keep this sheet where the server can’t reach it. To check the log against it, type or scan the lines into a file and give it to /verify or to foyer verify-log --anchor, together with the exported log.',
    keptOn: 'Kept on',
    size: 'Entries',
    fingerprint: 'Hotel’s root',
    lines: 'The lines',
    code: 'The same lines as a code',
  },
  mailSubject: (hotel: string, date: string) => `State of the log, ${hotel}, ${date}`,
  mailText: 'Please keep this mail. These lines stand for every entry our log has today:',
};

/** What every language has to say in this area. */
export type RecordsMessages = typeof records;
