// The desk's list and its line to the server.

export const line = {
  loading: 'Loading',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  reconnectingText: 'The list may be a little behind. Nothing is missing once the line is back.',
  offlineText: 'No network. The list shows what was known before; nothing is missing once the line is back.',
};
export type LineMessages = typeof line;

export const list = {
  title: 'Guests',
  views: { arriving: 'Arriving', 'in-house': 'In house', leaving: 'Leaving', all: 'All' },
  search: 'Name, initials, room, code or last digits',
  searchShort: 'Name, initials, room, digits',
  clear: 'Clear search',
  found: (count: number) => (count === 1 ? '1 found' : `${count.toLocaleString('en')} found`),
  empty: {
    arriving: 'Nobody is waiting. A new registration appears here by itself.',
    'in-house': 'Nobody is in house yet. Confirm an arrival and the guest is listed here with the room.',
    leaving: 'Nobody leaves today.',
    all: 'No registrations yet. Once a guest scans a poster and registers, they appear here by themselves.',
  },
  noHit: (typed: string) => `Nothing fits “${typed}”. Try the arrival code on the guest’s phone.`,
  noHitAction: 'Show everyone',
  loading: 'Fetching the list',
  newGuest: (name: string) => `New: ${name}`,
  states: {
    received: 'Received',
    seen: 'Seen',
    arrived: 'Arrived',
    departed: 'Departed',
    expired: 'Expired',
    erased: 'Erased',
  },
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  withChild: 'with a child',
  room: (room: string) => `Room ${room}`,
  broken: 'Could not be opened',
  unreadable: 'Could not be read',
  gone: 'Details deleted',
};
export type ListMessages = typeof list;
