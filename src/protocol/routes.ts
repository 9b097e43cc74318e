import { fillPath, guestRoutes } from './guest-routes.ts';
import type { Permission } from './roles.ts';

/** Who may call a route: anyone, holders of the set-up link, or signed-in staff with a permission. */
export type Access = 'public' | 'setup' | 'session' | Permission;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path pattern in Hono's form. */
  readonly path: string;
  readonly access: Access;
  /** Most bytes a body may have. */
  readonly limit: number;
  /**
   * Whether the person must have proven a moment ago that it is still them: see `stepUpSeconds`. `publish` asks for it where it brings
   * new keys, and `saveSettings` where it shortens how long guests are waited for.
   */
  readonly stepUp?: true;
  /** Makes a guest's record, which takes the guest's own act: lists are refused as what they are. */
  readonly ownAct?: true;
}

const small = 4 * 1024;
const large = 1024 * 1024;

/** Every API route. The server mounts exactly these and tests walk them. */
export const routes = {
  ...guestRoutes,
  setupStart: { method: 'GET', path: '/api/v1/setup', access: 'setup', limit: 0 },
  setup: { method: 'POST', path: '/api/v1/setup', access: 'setup', limit: large },
  signInStart: { method: 'POST', path: '/api/v1/properties/:property/sign-in/start', access: 'public', limit: small },
  signIn: { method: 'POST', path: '/api/v1/properties/:property/sign-in', access: 'public', limit: small },
  stepUp: { method: 'POST', path: '/api/v1/staff/step-up', access: 'session', limit: 16 * 1024 },
  passkeyChallenge: {
    method: 'POST',
    path: '/api/v1/properties/:property/passkeys/challenge',
    access: 'public',
    limit: small,
  },
  passkeySignIn: {
    method: 'POST',
    path: '/api/v1/properties/:property/passkeys/sign-in',
    access: 'public',
    limit: 16 * 1024,
  },
  changePassphrase: { method: 'POST', path: '/api/v1/staff/passphrase', access: 'session', limit: 16 * 1024 },
  confirmTraining: { method: 'POST', path: '/api/v1/staff/training', access: 'session', limit: small },
  passkeys: { method: 'GET', path: '/api/v1/staff/passkeys', access: 'session', limit: 0 },
  startPasskey: { method: 'POST', path: '/api/v1/staff/passkeys/start', access: 'session', limit: small },
  addPasskey: { method: 'POST', path: '/api/v1/staff/passkeys', access: 'session', limit: 48 * 1024, stepUp: true },
  removePasskey: {
    method: 'POST',
    path: '/api/v1/staff/passkeys/:passkey/removal',
    access: 'session',
    limit: small,
    stepUp: true,
  },
  viewInvitation: { method: 'POST', path: '/api/v1/invitations/view', access: 'public', limit: small },
  answerInvitation: { method: 'POST', path: '/api/v1/invitations/answer', access: 'public', limit: 16 * 1024 },
  restorationStart: {
    method: 'POST',
    path: '/api/v1/properties/:property/restoration/start',
    access: 'public',
    limit: small,
  },
  restoration: {
    method: 'POST',
    path: '/api/v1/properties/:property/restoration',
    access: 'public',
    limit: 96 * 1024,
  },
  signOut: { method: 'POST', path: '/api/v1/staff/sign-out', access: 'session', limit: small },
  staffProperty: { method: 'GET', path: '/api/v1/staff/property', access: 'property.read', limit: 0 },
  rows: { method: 'GET', path: '/api/v1/staff/registrations', access: 'list.read', limit: 0 },
  changes: { method: 'GET', path: '/api/v1/staff/changes', access: 'list.read', limit: 0 },
  seen: { method: 'POST', path: '/api/v1/staff/registrations/seen', access: 'registration.see', limit: 16 * 1024 },
  open: { method: 'POST', path: '/api/v1/staff/openings', access: 'envelope.open', limit: small },
  printed: { method: 'POST', path: '/api/v1/staff/prints', access: 'request.read', limit: small },
  approvals: { method: 'GET', path: '/api/v1/staff/approvals', access: 'envelope.open', limit: 0 },
  askApproval: { method: 'POST', path: '/api/v1/staff/approvals', access: 'envelope.open', limit: small },
  decideApproval: {
    method: 'POST',
    path: '/api/v1/staff/approvals/:approval/decision',
    access: 'minors.approve',
    limit: small,
  },
  proveApproval: {
    method: 'POST',
    path: '/api/v1/staff/approvals/:approval/proof',
    access: 'envelope.open',
    limit: small,
  },
  beginExport: {
    method: 'POST',
    path: '/api/v1/staff/exports',
    access: 'guests.export',
    limit: small,
    stepUp: true,
  },
  exportPage: { method: 'POST', path: '/api/v1/staff/exports/:export/pages', access: 'guests.export', limit: small },
  arrive: {
    method: 'POST',
    path: '/api/v1/staff/registrations/:registration/arrival',
    access: 'registration.arrive',
    limit: 16 * 1024,
  },
  stay: {
    method: 'POST',
    path: '/api/v1/staff/registrations/:registration/stay',
    access: 'registration.stay',
    limit: small,
  },
  correctStay: {
    method: 'POST',
    path: '/api/v1/staff/registrations/:registration/corrections',
    access: 'stay.correct',
    limit: 16 * 1024,
  },
  retentionStatus: { method: 'GET', path: '/api/v1/staff/retention/status', access: 'list.read', limit: 0 },
  retention: { method: 'GET', path: '/api/v1/staff/retention', access: 'retention.read', limit: 0 },
  confirmClock: {
    method: 'POST',
    path: '/api/v1/staff/retention/clock',
    access: 'clock.confirm',
    limit: small,
    stepUp: true,
  },
  requests: { method: 'GET', path: '/api/v1/staff/requests', access: 'request.read', limit: 0 },
  openRequest: { method: 'POST', path: '/api/v1/staff/requests', access: 'request.open', limit: small },
  stepRequest: {
    method: 'POST',
    path: '/api/v1/staff/requests/:request/steps',
    access: 'request.handle',
    limit: small,
  },
  requestProof: {
    method: 'GET',
    path: '/api/v1/staff/requests/:request/proof',
    access: 'request.read',
    limit: 0,
  },
  exportLog: {
    method: 'POST',
    path: '/api/v1/staff/log/exports',
    access: 'log.export',
    limit: small,
    stepUp: true,
  },
  anchors: { method: 'GET', path: '/api/v1/staff/log/anchors', access: 'log.export', limit: 0 },
  keepAnchor: { method: 'POST', path: '/api/v1/staff/log/anchors', access: 'log.export', limit: small },
  settings: { method: 'GET', path: '/api/v1/staff/settings', access: 'settings.read', limit: 0 },
  saveSettings: { method: 'PUT', path: '/api/v1/staff/settings', access: 'settings.write', limit: small },
  handOver: {
    method: 'POST',
    path: '/api/v1/staff/registrations/:registration/hand-over',
    access: 'register.hand-over',
    limit: small,
  },
  registerFile: {
    method: 'POST',
    path: '/api/v1/staff/register/files',
    access: 'register.hand-over',
    limit: 16 * 1024,
    stepUp: true,
  },
  papers: { method: 'GET', path: '/api/v1/staff/paper', access: 'paper.read', limit: 0 },
  recordPaper: { method: 'POST', path: '/api/v1/staff/paper', access: 'paper.record', limit: small },
  movePaper: { method: 'POST', path: '/api/v1/staff/paper/:record/stay', access: 'paper.record', limit: small },
  destroyPaper: {
    method: 'POST',
    path: '/api/v1/staff/paper/:record/destruction',
    access: 'paper.destroy',
    limit: small,
  },
  people: { method: 'GET', path: '/api/v1/staff/people', access: 'people.read', limit: 0 },
  invitations: { method: 'GET', path: '/api/v1/staff/invitations', access: 'people.add', limit: 0 },
  invite: { method: 'POST', path: '/api/v1/staff/invitations', access: 'people.add', limit: small, stepUp: true },
  callOffInvitation: {
    method: 'POST',
    path: '/api/v1/staff/invitations/:invitation/end',
    access: 'people.add',
    limit: small,
    stepUp: true,
  },
  confirmInvitation: {
    method: 'POST',
    path: '/api/v1/staff/invitations/:invitation/confirmation',
    access: 'people.add',
    limit: 2 * large,
    stepUp: true,
  },
  sessions: { method: 'GET', path: '/api/v1/staff/sessions', access: 'session.read', limit: 0 },
  endSessions: { method: 'POST', path: '/api/v1/staff/sessions/ended', access: 'session.end', limit: small },
  changeRole: {
    method: 'POST',
    path: '/api/v1/staff/people/:person/role',
    access: 'people.manage',
    limit: small,
    stepUp: true,
  },
  giveGrants: {
    method: 'POST',
    path: '/api/v1/staff/people/:person/grants',
    access: 'people.manage',
    limit: 384 * 1024,
    stepUp: true,
  },
  signTeam: {
    method: 'PUT',
    path: '/api/v1/staff/team',
    access: 'people.manage',
    limit: 256 * 1024,
    stepUp: true,
  },
  renewKeys: { method: 'PUT', path: '/api/v1/staff/keys', access: 'people.manage', limit: 2 * large, stepUp: true },
  publish: { method: 'PUT', path: '/api/v1/staff/manifest', access: 'manifest.publish', limit: large },
  recovery: { method: 'GET', path: '/api/v1/staff/recovery', access: 'recovery.manage', limit: 0 },
  makeRecovery: {
    method: 'PUT',
    path: '/api/v1/staff/recovery',
    access: 'recovery.manage',
    limit: 256 * 1024,
    stepUp: true,
  },
  proveRecovery: {
    method: 'POST',
    path: '/api/v1/staff/recovery/proof',
    access: 'recovery.manage',
    limit: small,
    stepUp: true,
  },
  renewRecoveryTest: {
    method: 'PUT',
    path: '/api/v1/staff/recovery/test',
    access: 'recovery.manage',
    limit: 16 * 1024,
    stepUp: true,
  },
  posters: { method: 'GET', path: '/api/v1/staff/posters', access: 'posters.read', limit: 0 },
  makePoster: { method: 'POST', path: '/api/v1/staff/posters', access: 'posters.manage', limit: small },
  plainPosters: {
    method: 'PUT',
    path: '/api/v1/staff/posters/plain',
    access: 'posters.manage',
    limit: small,
    stepUp: true,
  },
  revokePoster: {
    method: 'POST',
    path: '/api/v1/staff/posters/:poster/revocation',
    access: 'posters.manage',
    limit: small,
    stepUp: true,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** Fills a route's parameters. Throws RangeError when one is missing. */
export function routePath(name: RouteName, parameters: Readonly<Record<string, string>> = {}): string {
  return fillPath(routes[name].path, parameters);
}
