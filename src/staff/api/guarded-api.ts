import {
  type Approval,
  type ApprovalAsk,
  type ApprovalDecision,
  type ApprovalProof,
  approvalSchema,
  approvalsSchema,
} from '../../protocol/approval.ts';
import { type GuestExportBegin, type GuestExportBegun, guestExportBegunSchema } from '../../protocol/guest-export.ts';
import { ask, askBytes, type Caller, send } from './call.ts';

/** Approvals of openings, prints, and guests' details that leave as a file. Every method throws Refusal. */
export interface GuardedApi {
  /** Says that what is about a registration is about to be printed. */
  notePrint(registration: string): Promise<void>;
  approvals(): Promise<readonly Approval[]>;
  askApproval(ask: ApprovalAsk): Promise<Approval>;
  decideApproval(approval: string, decision: ApprovalDecision): Promise<Approval>;
  /** By somebody else than who is signed in, on their tablet. */
  proveApproval(approval: string, proof: ApprovalProof): Promise<Approval>;
  beginExport(begin: GuestExportBegin): Promise<GuestExportBegun>;
  /** A page as its bytes, `GuestExportPage` in JSON: it is read where the file is made. Ends with an answer or with the signal. */
  exportPage(begun: string, after: number, signal: AbortSignal): Promise<ArrayBuffer>;
}

export function guardedApi(caller: Caller): GuardedApi {
  return {
    notePrint: async (registration) => {
      await send(caller, 'printed', { body: { registration } });
    },
    approvals: async () => (await ask(caller, 'approvals', approvalsSchema)).approvals,
    askApproval: (body) => ask(caller, 'askApproval', approvalSchema, { body }),
    decideApproval: (approval, decision) =>
      ask(caller, 'decideApproval', approvalSchema, { parameters: { approval }, body: { decision } }),
    proveApproval: (approval, body) => ask(caller, 'proveApproval', approvalSchema, { parameters: { approval }, body }),
    beginExport: (body) => ask(caller, 'beginExport', guestExportBegunSchema, { body }),
    exportPage: (begun, after, signal) =>
      askBytes(caller, 'exportPage', { parameters: { export: begun }, body: { after }, signal }),
  };
}
