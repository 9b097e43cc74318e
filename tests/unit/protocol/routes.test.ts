import { describe, expect, it } from 'vitest';
import { permissions, permissionsOf, type Role, roles } from '../../../src/protocol/roles.ts';
import { type Access, type Route, type RouteName, routePath, routes } from '../../../src/protocol/routes.ts';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { pages } from '../../../src/protocol/pages.ts';
import { submissionLimit } from '../../../src/protocol/submission.ts';
import { mayAsk, staffRoutes } from '../../support/staff-actions.ts';

const all: [string, Route][] = Object.entries(routes);
const open: Access[] = ['public', 'setup', 'session'];

describe('routes', () => {
  it('are told apart by method and path', () => {
    expect(new Set(all.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(all.length);
  });

  it.each(all)('%s lies under the versioned API, and only what changes something takes a body', (_, route) => {
    expect(route.path).toMatch(/^\/api\/v1(\/(:?[a-z-]+))+$/);
    expect(route.limit === 0).toBe(route.method === 'GET');
  });

  it('only these are open to anyone, and each is meant to be', () => {
    const names = all.filter(([, { access }]) => access === 'public').map(([name]) => name);
    expect(names).toEqual([
      'property',
      'register',
      'guestStatus',
      'guestView',
      'guestChange',
      'guestDeletion',
      'guestLog',
      'handedProof',
      'signInStart',
      'signIn',
      'passkeyChallenge',
      'passkeySignIn',
      'viewInvitation',
      'answerInvitation',
      'restorationStart',
      'restoration',
    ]);
  });

  it('every permission is used, known, and held by somebody', () => {
    const asked = all.map(([, { access }]) => access).filter((access) => !open.includes(access));
    for (const access of asked) expect(permissions).toContain(access);
    for (const permission of permissions)
      expect(roles.filter((role) => permissionsOf[role].includes(permission))).toContain('owner');
  });

  it('a role never holds less than the one below it', () => {
    for (const permission of permissionsOf['front-desk']) expect(permissionsOf.supervisor).toContain(permission);
    for (const permission of permissionsOf.supervisor) expect(permissionsOf.owner).toContain(permission);
    expect(permissionsOf['front-desk']).not.toContain('people.add');
    expect(permissionsOf.supervisor).not.toContain('manifest.publish');
  });

  it('each may be asked by the roles that are written down for it, and by no other', () => {
    const may = (role: Role, access: Access) =>
      access === 'session' || permissionsOf[role].some((permission) => permission === access);
    const granted = staffRoutes.map((name) => [name, roles.filter((role) => may(role, routes[name].access))]);
    expect(granted).toEqual(staffRoutes.map((name) => [name, roles.filter((role) => mayAsk(role, name))]));
  });

  it('a submission’s limit is the route’s', () => {
    expect(routes.register.limit).toBe(submissionLimit);
  });

  it('fill their parameters safely, and insist on them', () => {
    expect(routePath('property', { property: 'fyrqc00001' })).toBe('/api/v1/properties/fyrqc00001');
    expect(routePath('arrive', { registration: '../x?y#z' })).toBe(
      '/api/v1/staff/registrations/..%2Fx%3Fy%23z/arrival',
    );
    expect(routePath('rows')).toBe('/api/v1/staff/registrations');
    const needy: RouteName[] = ['property', 'register', 'signIn', 'arrive'];
    for (const name of needy) expect(() => routePath(name)).toThrow(RangeError);
  });

  it('a poster carries fingerprint and channel behind the hash, where no server sees them', () => {
    const url = new URL(posterUrl('https://hotel.example', 'fyrqc00001', 'AAAAAAAAAAAAAAAAAAAAAA', 'lobby'));
    expect(url.pathname).toBe('/p/fyrqc00001');
    expect(url.hash).toBe('#AAAAAAAAAAAAAAAAAAAAAA.lobby');
    expect(url.search).toBe('');
    expect(pages.staff('fyrqc00001')).toBe('/staff/fyrqc00001');
  });
});
