import { type RouteName, routePath, routes } from '../../../src/protocol/routes.ts';

interface Sample {
  readonly name: RouteName;
  readonly path: string;
  readonly body: string;
}

/** About approvals, prints, exports and how retention stands, as the desk sends them. */
export function guardedSamples(registration: string): Sample[] {
  const sample = (name: RouteName, body: object, path: string = routes[name].path): Sample => ({
    name,
    path,
    body: JSON.stringify(body),
  });
  const approval = { approval: registration };
  return [
    sample('printed', { registration }),
    sample('askApproval', { registration, purpose: 'minors', reason: 'check-in' }),
    sample('decideApproval', { decision: 'approved' }, routePath('decideApproval', approval)),
    sample('proveApproval', { handle: 'nobody', proof: 'A'.repeat(43) }, routePath('proveApproval', approval)),
    sample('exportPage', { after: 0 }, routePath('exportPage', { export: registration })),
    sample('beginExport', { purpose: 'billing', reason: 'bill' }),
    { name: 'approvals', path: routes.approvals.path, body: '' },
    { name: 'retentionStatus', path: routes.retentionStatus.path, body: '' },
  ];
}
