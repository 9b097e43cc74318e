// The one table every test of who may do what is made from: the routes a session can ask, and the lowest role that may ask each. It is
// written out here, so that a permission given to the wrong role by mistake is not taken for what was meant.

import { type Role, roles } from '../../src/protocol/roles.ts';
import { type Route, type RouteName, routes } from '../../src/protocol/routes.ts';

type AccessOf<Name extends RouteName> = (typeof routes)[Name]['access'];

/** A route that nobody can ask without a session. */
export type StaffRouteName = {
  [Name in RouteName]: AccessOf<Name> extends 'public' | 'setup' ? never : Name;
}[RouteName];

export function isStaffRoute(name: string): name is StaffRouteName {
  const route: Route | undefined = Object.entries<Route>(routes).find(([one]) => one === name)?.[1];
  return route !== undefined && route.access !== 'public' && route.access !== 'setup';
}

export const staffRoutes: readonly StaffRouteName[] = Object.keys(routes).filter(isStaffRoute);

/** Everyone above that role may ask it too. */
const lowestRole: Readonly<Record<StaffRouteName, Role>> = {
  stepUp: 'front-desk',
  changePassphrase: 'front-desk',
  confirmTraining: 'front-desk',
  passkeys: 'front-desk',
  startPasskey: 'front-desk',
  addPasskey: 'front-desk',
  removePasskey: 'front-desk',
  signOut: 'front-desk',
  staffProperty: 'front-desk',
  rows: 'front-desk',
  changes: 'front-desk',
  seen: 'front-desk',
  open: 'front-desk',
  printed: 'front-desk',
  approvals: 'front-desk',
  askApproval: 'front-desk',
  proveApproval: 'front-desk',
  arrive: 'front-desk',
  stay: 'front-desk',
  retentionStatus: 'front-desk',
  requests: 'front-desk',
  openRequest: 'front-desk',
  requestProof: 'front-desk',
  handOver: 'front-desk',
  registerFile: 'front-desk',
  papers: 'front-desk',
  recordPaper: 'front-desk',
  movePaper: 'front-desk',
  sessions: 'front-desk',
  endSessions: 'front-desk',
  decideApproval: 'supervisor',
  beginExport: 'supervisor',
  exportPage: 'supervisor',
  correctStay: 'supervisor',
  retention: 'supervisor',
  stepRequest: 'supervisor',
  exportLog: 'supervisor',
  anchors: 'supervisor',
  keepAnchor: 'supervisor',
  destroyPaper: 'supervisor',
  people: 'supervisor',
  posters: 'supervisor',
  confirmClock: 'owner',
  settings: 'owner',
  saveSettings: 'owner',
  signTeam: 'owner',
  invitations: 'owner',
  invite: 'owner',
  callOffInvitation: 'owner',
  confirmInvitation: 'owner',
  changeRole: 'owner',
  giveGrants: 'owner',
  renewKeys: 'owner',
  publish: 'owner',
  recovery: 'owner',
  makeRecovery: 'owner',
  proveRecovery: 'owner',
  renewRecoveryTest: 'owner',
  makePoster: 'owner',
  plainPosters: 'owner',
  revokePoster: 'owner',
};

/** Whether somebody of this role may ask it of the server. */
export function mayAsk(role: Role, name: StaffRouteName): boolean {
  return roles.indexOf(role) >= roles.indexOf(lowestRole[name]);
}
