import type { Role } from '../../../src/protocol/roles.ts';
import type { RouteName } from '../../../src/protocol/routes.ts';
import { guardedHeard } from './guarded-routes.ts';
import { heardOfTeam } from './team-bodies.ts';

/** What another hotel's staff hear where they have the permission: null is an answer, about their own hotel. */
export const heard: Readonly<Partial<Record<RouteName, string | null>>> = {
  rows: null,
  people: null,
  recovery: null,
  seen: null,
  open: 'not_found',
  // Whatever it is sealed to; with their own card key it is the same (below).
  arrive: 'not_found',
  stay: 'not_found',
  correctStay: 'not_found',
  ...guardedHeard,
  invitations: null,
  // Whoever is invited by them is invited to their own hotel.
  invite: null,
  callOffInvitation: 'not_found',
  confirmInvitation: 'gone',
  publish: 'manifest_invalid',
  makeRecovery: 'malformed',
  proveRecovery: 'recovery_wrong',
  ...heardOfTeam,
  requests: null,
  openRequest: 'not_found',
  stepRequest: 'not_found',
  requestProof: 'not_found',
  exportLog: null,
  anchors: null,
  // Their own log has a checkpoint of two entries, the first.
  keepAnchor: null,
  // Their own hotel's.
  papers: null,
  // A line of the other hotel's register; what was sent again with its id is theirs as well.
  recordPaper: 'conflict',
  movePaper: 'not_found',
  destroyPaper: 'not_found',
  settings: null,
  saveSettings: null,
  handOver: 'not_found',
  registerFile: null,
  renewRecoveryTest: 'malformed',
  posters: null,
  makePoster: 'malformed',
  revokePoster: 'not_found',
  plainPosters: 'malformed',
};

/** Where that differs by what the role's person was granted: this desk doesn't hold the key of the identity register. */
export const heardBy: Readonly<Partial<Record<RouteName, Readonly<Partial<Record<Role, string>>>>>> = {
  handOver: { 'front-desk': 'not_granted' },
  registerFile: { 'front-desk': 'not_granted' },
};
