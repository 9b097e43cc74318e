/** What the desk sends about approvals, prints and exports. */
export const guardedBodies = (registration: string) => ({
  printed: { registration },
  askApproval: { registration, purpose: 'minors', reason: 'check-in' },
  decideApproval: { decision: 'approved' },
  proveApproval: { handle: 'chen', proof: 'A'.repeat(43) },
  beginExport: { purpose: 'billing', reason: 'bill' },
  exportPage: { after: 0 },
});

/** What another hotel's staff hear of it. */
export const guardedHeard = {
  staffProperty: null,
  retentionStatus: null,
  retention: null,
  confirmClock: null,
  printed: 'not_found',
  approvals: null,
  askApproval: 'not_found',
  decideApproval: 'not_found',
  proveApproval: 'not_found',
  beginExport: null,
  exportPage: 'not_found',
} as const;
