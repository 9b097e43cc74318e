// The one table every test of who may do what is made from: the routes a session can ask, and who may ask them.

import { permissionsOf, type Role } from '../../src/protocol/roles.ts';
import { type Access, type Route, type RouteName, routes } from '../../src/protocol/routes.ts';

type AccessOf<Name extends RouteName> = (typeof routes)[Name]['access'];

/** A route that nobody can ask without a session. */
export type StaffRouteName = {
  [Name in RouteName]: AccessOf<Name> extends 'public' | 'setup' ? never : Name;
}[RouteName];

function isStaffRoute(name: string): name is StaffRouteName {
  const route: Route | undefined = Object.entries<Route>(routes).find(([one]) => one === name)?.[1];
  return route !== undefined && route.access !== 'public' && route.access !== 'setup';
}

export const staffRoutes: readonly StaffRouteName[] = Object.keys(routes).filter(isStaffRoute);

/** Whether somebody of this role may ask it of the server. */
export function mayAsk(role: Role, name: StaffRouteName): boolean {
  const access: Access = routes[name].access;
  return access === 'session' || permissionsOf[role].some((permission) => permission === access);
}
