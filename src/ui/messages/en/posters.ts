/** The posters’ place, and what stands on a poster. */
export const posters = {
  title: 'Posters',
  lead: 'One for each place, so that you can see where guests come from. Print them at full size on A4.',
  locked: 'First the recovery sheet',
  lockedText:
    'A poster invites guests to seal their details with keys that exist only here. Before the first one hangs, we make sure that your sheet holds those keys.',
  again: 'Before you print: a new recovery sheet',
  againText:
    'The posters that hang stay as they are. New ones can be printed once a sheet holds the hotel’s newest keys.',
  toRecovery: 'Make the recovery sheet',
  noneYet: 'No posters yet: the owner first tries the recovery sheet, then prints them.',
  channels: { reception: 'Reception', lobby: 'Lobby', room: 'Room', website: 'Website' },
  print: 'Print this poster',
  printAll: 'Print all four',
  /** On the poster too, so that people know which one to take down. */
  named: (place: string, number: number) => `${place} ${number}`,
  ofPlace: (place: string) => `Posters: ${place}`,
  noneInUse: 'No poster of this place is in use. Make a new one and print it.',
  registrations: (count: number) => (count === 1 ? '1 registration' : `${count.toLocaleString('en')} registrations`),
  madeOn: (date: string) => `made ${date}`,
  revokedOn: (date: string) => `out of use since ${date}`,
  add: (place: string) => `Make another: ${place}`,
  made: (name: string) => `${name} is ready to print.`,
  revoke: 'Take out of use',
  revokeNamed: (name: string) => `Take ${name} out of use`,
  revokeText:
    'Guests who scan it are asked to go to the desk, and what they typed stays on their phones. Every other poster stays as it is. It can’t be put back in use; make and print a new one for its place.',
  revoked: (name: string) => `${name} is out of use. Take it off the wall.`,
  plain: {
    title: 'Older posters without a number',
    accepted: 'They are still taken: guests who scan one can register.',
    ended: 'They are no longer taken: guests who scan one are asked to go to the desk.',
    end: 'Take no more of them',
    accept: 'Take them again',
    endText:
      'First make sure that every place has a poster with a number. Guests who scan an older one are then asked to go to the desk.',
  },
  scan: {
    open: 'Check the posters on the walls',
    title: 'Check the posters on the walls',
    lead: 'Point the camera at each poster, or take photos, one code at a time. We look whether it leads to your hotel and nowhere else. The pictures stay on this device and are not kept.',
    camera: {
      start: 'Look with the camera',
      stop: 'Turn the camera off',
      starting: 'Turning the camera on',
      picture: 'What the camera sees',
      hint: 'Hold it so that the code fills about a third of the picture. What is found stands below; then go on to the next poster.',
      ends: {
        refused: {
          title: 'The camera isn’t allowed here',
          text: 'Allow it for this page in the browser’s settings and try again, or take photos instead.',
        },
        none: {
          title: 'There is no camera',
          text: 'This device has none, or it isn’t connected. Take the photos with a phone and choose them here.',
        },
        busy: {
          title: 'The camera is in use',
          text: 'Another app or page has it. Close that one and try again, or take photos instead.',
        },
        failed: { title: 'The camera doesn’t work here', text: 'Try again, or take photos instead.' },
        hidden: { title: 'The camera is off', text: 'We turned it off while this page was out of sight.' },
      },
    },
    photos: 'Choose or take photos',
    back: 'To the posters',
    reading: 'Looking at the picture',
    results: 'What was found in this session',
    result: {
      camera: (number: number) => `${number}, by camera`,
      photo: (number: number) => `${number}, by photo`,
    },
    ours: (name: string) => ({ title: `Yours: ${name}`, text: 'Address, hotel and key are right, and it is in use.' }),
    'ours-plain': {
      title: 'Yours, without a number',
      text: 'Address, hotel and key are right. It is an older poster; a new one can be taken out of use on its own.',
    },
    'plain-ended': {
      title: 'Older poster, no longer taken',
      text: 'It was yours, and guests who scan it are sent to the desk. Replace it with a new one.',
    },
    revoked: (name: string) => ({
      title: `Out of use: ${name}`,
      text: 'You took this one out of use. Take it off the wall and put a new one up.',
    }),
    'unknown-poster': {
      title: 'Not one of your posters',
      text: 'It leads to your hotel but you never made it. Take it down and keep it; somebody else printed it.',
    },
    'no-code': {
      title: 'No code found',
      text: 'There is no readable code in this picture. Go closer, in better light, with the code straight.',
    },
    'not-an-address': {
      title: 'Swapped: this is no address',
      text: 'The code says something else than a web address. Take it down and keep it.',
    },
    'no-https': {
      title: 'The address isn’t secure',
      text: 'The code says http where your address is https. Take it down and print a new one.',
    },
    'other-site': (host: string) => ({
      title: 'Swapped: it leads to another site',
      text: `It leads to ${host}. Take it down at once and keep it: guests may have typed their details there.`,
    }),
    lookalike: (host: string) => ({
      title: 'Swapped: an address made to look like yours',
      text: `It leads to ${host}, which is not yours. Take it down at once and keep it: guests may have typed their details there.`,
    }),
    'other-hotel': {
      title: 'Another hotel’s poster',
      text: 'It leads to another hotel on the same server. Take it down.',
    },
    'other-page': {
      title: 'Not the registration page',
      text: 'It leads to another page of your site. Print a new one.',
    },
    'other-key': {
      title: 'Swapped: the key isn’t yours',
      text: 'The address is right, but it names another hotel key: phones would trust somebody else. Take it down at once and keep it.',
    },
    'no-key': {
      title: 'The key is missing',
      text: 'The address is right, but without your key phones can’t check that they reached you. Print a new one.',
    },
  },
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
