import type { DatabaseSync } from 'node:sqlite';
import { ApprovalTable } from './approval-table.ts';
import { AnchorTable } from './anchor-table.ts';
import { AmendmentTables } from './amendment-tables.ts';
import { DamagedTables } from './damaged-tables.ts';
import type { Tables } from './draft.ts';
import { InvitationTable } from './invitation-table.ts';
import { PosterTable } from './poster-table.ts';
import { PasskeyTable } from './passkey-table.ts';
import { PaperTables } from './paper-tables.ts';
import { PropertyTables } from './property-tables.ts';
import { HandOverTable } from './hand-over-table.ts';
import type { ReceiptTemplates } from './receipt-templates.ts';
import { RecoveryTables } from './recovery-tables.ts';
import { RegistrationTables } from './registration-tables.ts';
import { RequestTables } from './request-tables.ts';
import { RetentionTables } from './retention-tables.ts';
import { SessionTable } from './session-table.ts';
import { StaffTables } from './staff-tables.ts';
import { TeamTable } from './team-table.ts';

export function openTables(database: DatabaseSync, templates: ReceiptTemplates): Tables {
  return {
    properties: new PropertyTables(database),
    registrations: new RegistrationTables(database, templates),
    amendments: new AmendmentTables(database, templates),
    requests: new RequestTables(database),
    retention: new RetentionTables(database),
    damaged: new DamagedTables(database),
    staff: new StaffTables(database),
    teams: new TeamTable(database),
    sessions: new SessionTable(database),
    passkeys: new PasskeyTable(database),
    invitations: new InvitationTable(database),
    anchors: new AnchorTable(database),
    handOvers: new HandOverTable(database),
    posters: new PosterTable(database),
    recoveries: new RecoveryTables(database),
    approvals: new ApprovalTable(database),
    papers: new PaperTables(database),
  };
}
