// Where each action of the table is on the desk's screens: the control that does it, or why there is none to press.

import type { Place } from '../../src/staff/desk/use-where.ts';
import { type Permission, permissionsOf, type Role } from '../../src/protocol/roles.ts';
import type { KeyPurpose } from '../../src/protocol/staff.ts';
import type { ExportsMessages } from '../../src/ui/messages/en/exports.ts';
import type { StaffCatalogue } from '../../src/ui/messages/messages.ts';
import { mayAsk, type StaffRouteName } from './staff-actions.ts';

export type ScreenWords = StaffCatalogue & { readonly exports: ExportsMessages };

/** What the desk shows, one thing after the other, and the place each belongs to. */
export const screens = {
  list: 'desk',
  menu: 'desk',
  sessions: 'desk',
  'awaited guest': 'desk',
  'guest in house': 'desk',
  child: 'desk',
  'child asked for': 'desk',
  account: 'account',
  training: 'training',
  requests: 'requests',
  'request form': 'requests',
  'open request': 'requests',
  'done request': 'requests',
  'paper register': 'paper-register',
  register: 'register',
  'register guest': 'register',
  notice: 'notice',
  'notice review': 'notice',
  posters: 'posters',
  recovery: 'recovery',
  rehearsal: 'recovery',
  retention: 'retention',
  records: 'records',
  team: 'team',
  'invite form': 'team',
  invitation: 'team',
  'four words': 'team',
  person: 'team',
  settings: 'settings',
} as const satisfies Readonly<Record<string, Place>>;
export type ScreenName = keyof typeof screens;

/** Everybody comes to these, whatever they may do there. */
const everybodys: readonly Place[] = ['desk', 'account', 'training', 'paper'];

/** Whom and what the controls are about. */
export const named = { passkey: 'Tablet', waiting: '周周', answered: '林晓' } as const;

interface Limits {
  /** Only for whoever was granted this key: permission alone opens nothing. */
  readonly key?: KeyPurpose;
  /** Whoever may do this needn't ask for it. */
  readonly unless?: Permission;
}

interface Pressed extends Limits {
  readonly on: ScreenName;
  /** The part of the page it is in. */
  readonly within: string;
  /** What it is called. */
  readonly name: (t: ScreenWords) => string;
  /** Words in the same dialog that say what the press does. */
  readonly beside?: (t: ScreenWords) => string;
}

interface Fetched extends Limits {
  /** The app asks for it by itself on this screen. */
  readonly fetchedOn: ScreenName;
}

/** Neither pressed nor fetched: why. */
interface Unseen extends Limits {
  readonly because: string;
}

export type OnScreen = Pressed | Fetched | Unseen;

/**
 * A new route needs a line here: the control on a screen that does it (`on`), the screen that fetches it (`fetchedOn`), or the reason
 * why nobody sees it (`because`).
 */
export const onScreen: Readonly<Record<StaffRouteName, OnScreen>> = {
  stepUp: { because: 'the dialog that asks comes with an act that needs it' },
  signOut: { on: 'menu', within: '.menu-dialog__things', name: ({ staff }) => staff.shell.signOut },
  changePassphrase: { on: 'account', within: '.place', name: ({ staff }) => staff.account.change },
  confirmTraining: { on: 'training', within: '.place', name: ({ staff }) => staff.training.confirm },
  passkeys: { fetchedOn: 'account' },
  startPasskey: { fetchedOn: 'account' },
  addPasskey: { on: 'account', within: '.own-passkeys', name: ({ staff }) => staff.account.add },
  removePasskey: { on: 'account', within: '.own-passkeys', name: ({ staff }) => staff.account.remove(named.passkey) },
  staffProperty: { fetchedOn: 'list' },
  rows: { fetchedOn: 'list' },
  changes: { fetchedOn: 'list' },
  seen: { because: 'the list tells it of rows nobody had on a screen before' },
  open: {
    on: 'awaited guest',
    within: '.purpose-lines',
    name: ({ staff }) => staff.opening.title(staff.purposes.billing),
    key: 'billing',
  },
  printed: { on: 'done request', within: '.certificate', name: ({ requests }) => requests.certify.print },
  approvals: { fetchedOn: 'list' },
  askApproval: {
    on: 'child',
    within: '.dialog',
    name: ({ staff }) => staff.opening.reasons['check-in'],
    beside: ({ approvals }) => approvals.neededText,
    key: 'minors',
    unless: 'minors.approve',
  },
  decideApproval: { on: 'list', within: '.approval-banner__list', name: ({ approvals }) => approvals.approve },
  proveApproval: {
    on: 'child asked for',
    within: '.dialog',
    name: ({ approvals }) => approvals.here,
    key: 'minors',
    unless: 'minors.approve',
  },
  beginExport: { on: 'records', within: '.records-place', name: ({ exports }) => exports.start },
  exportPage: { because: 'the pages of a file that was begun with its button' },
  arrive: { on: 'awaited guest', within: '.arrival-form', name: ({ staff }) => staff.arrival.submit },
  stay: { on: 'guest in house', within: '.stay-form', name: ({ staff }) => staff.stay.hasLeft },
  correctStay: { on: 'guest in house', within: '.guest-detail', name: ({ staff }) => staff.record.correct },
  retentionStatus: { fetchedOn: 'list' },
  retention: { fetchedOn: 'retention' },
  confirmClock: { on: 'list', within: '.desk-shell__note', name: ({ staff }) => staff.retention.clockRight },
  requests: { fetchedOn: 'list' },
  openRequest: { on: 'request form', within: '.open-request-form', name: ({ requests }) => requests.form.submit },
  stepRequest: { on: 'open request', within: '.next-step', name: ({ requests }) => requests.verify.inPersonDone },
  requestProof: { fetchedOn: 'done request' },
  exportLog: { on: 'records', within: '.records-place', name: ({ records }) => records.export },
  anchors: { fetchedOn: 'records' },
  keepAnchor: { on: 'records', within: '.records-place', name: ({ records }) => records.save },
  settings: { fetchedOn: 'settings' },
  saveSettings: { on: 'settings', within: '.settings-form', name: ({ staff }) => staff.settings.save },
  handOver: { on: 'register guest', within: '.place', name: ({ staff }) => staff.register.mark, key: 'identity' },
  registerFile: { on: 'register', within: '.place', name: ({ staff }) => staff.register.file.xlsx(1), key: 'identity' },
  papers: { fetchedOn: 'list' },
  recordPaper: { on: 'paper register', within: '.paper-register', name: ({ staff }) => staff.paperRegister.add },
  movePaper: { on: 'paper register', within: '.paper-register__line', name: ({ staff }) => staff.paperRegister.stay },
  destroyPaper: {
    on: 'paper register',
    within: '.paper-register__line',
    name: ({ staff }) => staff.paperRegister.whole.shredded,
  },
  people: { fetchedOn: 'requests' },
  invitations: { fetchedOn: 'team' },
  invite: { on: 'invite form', within: '.place', name: ({ staff }) => staff.team.submit },
  callOffInvitation: { on: 'invitation', within: '.place', name: ({ staff }) => staff.invitation.callOff },
  confirmInvitation: { on: 'four words', within: '.place', name: ({ staff }) => staff.invitation.same },
  sessions: { fetchedOn: 'sessions' },
  endSessions: {
    on: 'sessions',
    within: '.sessions-list',
    name: ({ staff }) => staff.person.end(staff.person.devices.other),
  },
  changeRole: { on: 'person', within: '.place', name: ({ staff }) => staff.team.role },
  giveGrants: { on: 'person', within: '.place', name: ({ staff }) => staff.person.give(staff.purposes.offers) },
  signTeam: {
    because: 'an owner’s tablet puts its owner into the list by itself; begun anew only where the list is refused',
  },
  renewKeys: { on: 'person', within: '.place', name: ({ staff }) => staff.person.remove },
  publish: { on: 'notice review', within: '.place', name: ({ noticeEditor }) => noticeEditor.publish(2) },
  recovery: { fetchedOn: 'recovery' },
  makeRecovery: { on: 'recovery', within: '.place', name: ({ staff }) => staff.recovery.makeNew },
  proveRecovery: { on: 'rehearsal', within: '.place', name: ({ staff }) => staff.recovery.check },
  renewRecoveryTest: { because: 'a rehearsal begins with it, by the button that tries the code' },
  posters: { fetchedOn: 'posters' },
  makePoster: {
    on: 'posters',
    within: '.poster-choice',
    name: ({ staff }) => staff.posters.add(staff.posters.channels.reception),
  },
  plainPosters: { on: 'posters', within: '.plain-posters', name: ({ staff }) => staff.posters.plain.end },
  revokePoster: {
    on: 'posters',
    within: '.poster-choice',
    name: ({ staff: { posters } }) => `${posters.revoke} ${posters.named(posters.channels.reception, 1)}`,
  },
};

/** Every route of the table without a line above, as a sentence for whoever added it. */
export function unbound(names: readonly StaffRouteName[]): string[] {
  const bound = new Set(Object.keys(onScreen));
  return names
    .filter((name) => !bound.has(name))
    .map(
      (name) =>
        `The route “${name}” has no line in tests/support/on-screen.ts. Say which control on which screen does it (on), which screen fetches it (fetchedOn), or why nobody sees it (because).`,
    );
}

export interface Somebody {
  readonly role: Role;
  readonly granted: readonly KeyPurpose[];
}

/** Whether the desk has to offer it to somebody: they may ask it, hold its key, and have need of it. */
export function isOffered({ role, granted }: Somebody, name: StaffRouteName): boolean {
  const { key, unless }: Limits = onScreen[name];
  if (!mayAsk(role, name) || (key !== undefined && !granted.includes(key))) return false;
  return unless === undefined || !permissionsOf[role].includes(unless);
}

/** Whether a place is somebody's: everybody's, or with something on it that is offered to them. */
export function hasPlace(somebody: Somebody, place: Place): boolean {
  if (everybodys.includes(place)) return true;
  return Object.entries(onScreen).some(([name, line]) => {
    const screen = 'on' in line ? line.on : 'fetchedOn' in line ? line.fetchedOn : null;
    return screen !== null && screens[screen] === place && isRoute(name) && isOffered(somebody, name);
  });
}

function isRoute(name: string): name is StaffRouteName {
  return name in onScreen;
}
