/** The posters’ place, and what stands on a poster. */
export const posters = {
  title: 'Posters',
  lead: 'One for each place, so that you can see where guests come from. Print them at full size on A4.',
  locked: 'First the recovery sheet',
  lockedText:
    'A poster invites guests to seal their details with keys that exist only here. Before the first one hangs, we make sure that your sheet holds those keys.',
  toRecovery: 'Make the recovery sheet',
  channels: { reception: 'Reception', lobby: 'Lobby', room: 'Room', website: 'Website' },
  print: 'Print this poster',
  printAll: 'Print all four',
  svg: 'Save as SVG',
  png: 'Save as PNG',
  pngFailed: 'The picture could not be drawn here. Print the poster or save it as SVG.',
  preview: (channel: string) => `Poster for ${channel}`,
  address: 'Leads to',
  unreachable: 'Phones can’t use this address',
  unreachableText:
    'It isn’t a public https address. Set PUBLIC_URL to the hotel’s https address and restart the server before you print.',
  printAnyway: 'Print anyway, for trying it out',
  /** On the poster, one line in each of the hotel's languages. */
  line: 'Scan to register. You choose what your details are used for.',
  room: 'Scan to register, or to see what you told us.',
  compare: 'The phone shows the same seal and words:',
};
