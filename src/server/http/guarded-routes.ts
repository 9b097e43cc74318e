import { approvalAskSchema, approvalDecisionSchema, approvalProofSchema } from '../../protocol/approval.ts';
import { guestExportBeginSchema, guestExportPageAskSchema } from '../../protocol/guest-export.ts';
import { type ApprovalParts, askApproval, decideApproval, proveApproval } from '../staff/approve.ts';
import { beginExport, exportPage, type ExportParts } from '../staff/export-guests.ts';
import type { Api } from './api.ts';
import { jsonAnswer } from './respond.ts';

export interface GuardedParts extends ApprovalParts, ExportParts {}

/** Approvals of openings, and guests' details that leave as a file. */
export function mountGuardedRoutes(api: Api, parts: GuardedParts): void {
  api.plain('approvals', async ({ session }) => jsonAnswer({ approvals: await parts.approvals.of(session()) }));

  api.send('askApproval', approvalAskSchema, async ({ session, body }) => {
    return jsonAnswer(await askApproval(parts, session(), body), 201);
  });

  api.send('decideApproval', approvalDecisionSchema, async ({ session, body, parameter }) => {
    return jsonAnswer(await decideApproval(parts, session(), parameter('approval'), body.decision));
  });

  api.send('proveApproval', approvalProofSchema, async ({ session, body, parameter }) => {
    return jsonAnswer(await proveApproval(parts, session(), parameter('approval'), body));
  });

  api.send('beginExport', guestExportBeginSchema, async ({ session, body }) => {
    return jsonAnswer(await beginExport(parts, session(), body), 201);
  });

  api.send('exportPage', guestExportPageAskSchema, async ({ session, body, parameter }) => {
    return jsonAnswer(await exportPage(parts, session(), parameter('export'), body.after));
  });
}
